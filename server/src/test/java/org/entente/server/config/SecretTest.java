// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class SecretTest {
  private final Secret secret = Secret.of("hunter2");

  @Test
  void toString_anySecret_showsNothing() {
    assertThat(secret).hasToString("<hidden>");
    assertThat("hunter2").isEqualTo(secret.reveal());
  }

  @Test
  void equals_sameText_onlyThen() {
    assertThat(secret).isEqualTo(Secret.of("hunter2")).hasSameHashCodeAs(Secret.of("other"));
    assertThat(secret).isNotEqualTo(Secret.of("hunter3")).isNotEqualTo("hunter2");
  }

  @Test
  void serialise_byJavaOrJackson_isRefused() throws Exception {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> out.writeObject(secret))
          .isInstanceOf(NotSerializableException.class);
    }
    assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(secret))
        .isInstanceOf(InvalidDefinitionException.class);
  }
}
