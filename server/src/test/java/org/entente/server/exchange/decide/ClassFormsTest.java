// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.entente.server.policy.AudienceClass;
import org.junit.jupiter.api.Test;

class ClassFormsTest {
  private static final List<AudienceClass> CLASSES =
      IntStream.range(0, 1_000)
          .mapToObj(i -> AudienceClass.ownerAlone("acme", "reason " + i))
          .toList();

  @Test
  void class_writtenAndRead_isTheSame() {
    ClassForms forms = new ClassForms();
    AudienceClass audience = CLASSES.get(0);
    assertThat(forms.of(forms.form(audience))).isEqualTo(audience);
  }

  @Test
  void classes_beyondTheRoom_areForgottenAndReadAgain() {
    ClassForms forms = new ClassForms(10_000);
    List<String> texts = CLASSES.stream().map(AudienceClass::form).toList();
    List<AudienceClass> first = texts.stream().map(forms::of).toList();
    List<AudienceClass> again = texts.stream().map(forms::of).toList();
    assertThat(again).isEqualTo(first);
    assertThat(IntStream.range(0, 1_000).filter(i -> again.get(i) == first.get(i)).count())
        .isLessThan(100);
  }
}
