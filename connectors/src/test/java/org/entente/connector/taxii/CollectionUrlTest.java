// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h.test/a/b/collections/c1",
        "https://h.test/a/b/collections/c1/",
        " https://h.test/a/b/collections/c1/objects ",
        "https://h.test/a/b/collections/c1/objects/"
      })
  void parse_waysToWriteIt_areOneCollection(String text) {
    CollectionUrl url = CollectionUrl.parse(text);

    assertThat(url.root()).hasToString("https://h.test/a/b/");
    assertThat(url.id()).isEqualTo("c1");
    assertThat(url.objects()).hasToString("https://h.test/a/b/collections/c1/objects/");
    assertThat(url.manifest()).hasToString("https://h.test/a/b/collections/c1/manifest/");
  }

  @Test
  void parse_ipv6AndPort_areKept() {
    assertThat(CollectionUrl.parse("http://[::1]:8080/r/collections/c").url())
        .hasToString("http://[::1]:8080/r/collections/c/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not a url",
        "h.test/r/collections/c",
        "ftp://h.test/r/collections/c",
        "https://h.test/r/",
        "https://h.test/r/collections/",
        "https://h.test/r/collections/objects/x/y",
        "https://h.test/r/collections/c?limit=1"
      })
  void parse_somethingElse_isRefused(String text) {
    assertThatThrownBy(() -> CollectionUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void parse_passwordInTheUrl_isRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> CollectionUrl.parse("https://u:s3cret@h.test/r/collections/c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void name_ofAnAlias_hasItsRoot() {
    String uuid = "3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11";

    assertThat(CollectionUrl.parse("https://h/a/root/collections/alias/").name())
        .isEqualTo("root/alias");
    assertThat(CollectionUrl.parse("https://h/root/collections/" + uuid).name()).isEqualTo(uuid);
  }
}
