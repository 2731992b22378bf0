// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.255.1.2,true", "10.0.0.0/8,11.0.0.1,false", "192.0.2.7,192.0.2.7,true",
    "192.0.2.7,192.0.2.8,false", "192.0.2.0/25,192.0.2.127,true", "192.0.2.0/25,192.0.2.128,false",
    "0.0.0.0/0,203.0.113.9,true", "0.0.0.0/0,2001:db8::1,false", "2001:db8::/32,2001:db8:1::1,true",
    "2001:db8::/33,2001:db8:8000::1,false", "127.0.0.1,::ffff:127.0.0.1,true", "::1,::1%lo,true"
  })
  void contains_address_comparesThePrefix(String range, String address, boolean inside) {
    assertThat(
            AddressRange.parse(range)
                .orElseThrow()
                .contains(AddressRange.address(address).orElseThrow()))
        .isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "10.1",
        "abc",
        "localhost",
        "::1/129",
        "1.2.3.4.5",
        "300.1.1.1",
        "10.0.0.0/8/8",
        "face",
        "10.0.0.0/1x"
      })
  void parse_anythingElse_isEmpty(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }
}
