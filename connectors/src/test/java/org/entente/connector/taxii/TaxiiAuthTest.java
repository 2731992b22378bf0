// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxiiAuthTest {
  private final ClientSecret secret = ClientSecret.of("pä:ss");

  @Test
  void headers_eachScheme_carryTheSecret() {
    assertThat(new TaxiiAuth.Basic("u", secret).headers())
        .isEqualTo(Map.of("Authorization", "Basic dTpww6Q6c3M="));
    assertThat(new TaxiiAuth.Bearer(secret).headers())
        .isEqualTo(Map.of("Authorization", "Bearer pä:ss"));
    assertThat(new TaxiiAuth.ApiKey("X-API-Key", secret).headers())
        .isEqualTo(Map.of("X-API-Key", "pä:ss"));
    assertThat(new TaxiiAuth.Anonymous().headers()).isEmpty();
  }

  @Test
  void toString_anything_hidesTheSecret() {
    assertThat(new TaxiiAuth.Basic("u", secret).toString()).contains("<hidden>");
    assertThat(secret.toString()).doesNotContain("ss");
  }

  @Test
  void ofFile_lineEnd_isNoPartOfIt(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("s"), "token \r\n");

    assertThat(ClientSecret.ofFile(file).reveal()).isEqualTo("token");
  }

  @Test
  void ofFile_severalLinesOrNone_isRefused(@TempDir Path folder) throws Exception {
    for (String text : new String[] {"", "\n", "a\nb", "a".repeat(9000)}) {
      Path file = Files.writeString(folder.resolve("s"), text);

      assertThatThrownBy(() -> ClientSecret.ofFile(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a secret is one line of printable characters");
    }
  }

  @Test
  void apiKey_headerOfTheProtocol_isRefused() {
    for (String name : new String[] {"Host", "content-length", "a b", "a\r\nb", ""}) {
      assertThatThrownBy(() -> new TaxiiAuth.ApiKey(name, secret))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
