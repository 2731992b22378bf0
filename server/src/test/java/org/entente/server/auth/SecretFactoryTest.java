// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.entente.server.auth.SecretFactory.NewSecret;
import org.junit.jupiter.api.Test;

class SecretFactoryTest {
  private final SecretFactory factory = new SecretFactory(new Random(5));

  @Test
  void create_manySecrets_haveTheFormAndDiffer() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      NewSecret secret = factory.create();
      assertThat(secret.text()).matches("ent_[0-9A-Za-z]{51}");
      assertThat(SecretFactory.keyId(secret.text())).contains(secret.keyId());
      assertThat(SecretFactory.sha256(secret.text())).isEqualTo(secret.sha256());
      assertThat(seen.add(secret.text())).isTrue();
    }
  }

  @Test
  void keyId_otherForms_isEmpty() {
    String secret = factory.create().text();
    assertThat(SecretFactory.keyId(secret + "x")).isEmpty();
    assertThat(SecretFactory.keyId(secret.substring(1))).isEmpty();
    assertThat(SecretFactory.keyId("ENT_" + secret.substring(4))).isEmpty();
    assertThat(SecretFactory.keyId(secret.substring(0, 54) + "-")).isEmpty();
    assertThat(SecretFactory.keyId("")).isEmpty();
  }

  @Test
  void toString_secret_hidesIt() {
    NewSecret secret = factory.create();
    assertThat(secret.toString()).doesNotContain(secret.text());
  }
}
