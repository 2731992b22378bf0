// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.entente.server.store.Asked.Lack;
import org.junit.jupiter.api.Test;

class AskedTest {
  private final Asked fresh = Asked.of("acme/soc", "c");

  @Test
  void from_withoutALoss_keepsNothing() {
    assertThat(fresh.from(5)).isEqualTo(fresh);
    assertThat(fresh.high()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void from_keepsTheLowestOfEachLoss() {
    Asked asked =
        fresh.changed(Set.of(), Set.of(1)).from(7).changed(Set.of(), Set.of(2)).from(9).from(8);
    assertThat(asked.lacks()).containsExactly(new Lack(Set.of(1), 7), new Lack(Set.of(2), 8));
    assertThat(asked.high()).isEqualTo(8);
    assertThat(asked.from(3).lacks()).containsExactly(new Lack(Set.of(1, 2), 3));
  }

  @Test
  void changed_lossThatIsMadeGood_isForgotten() {
    Asked lost = fresh.changed(Set.of(), Set.of(1, 2)).from(7);
    assertThat(lost.changed(Set.of(1), Set.of()).lacks()).containsExactly(new Lack(Set.of(2), 7));
    assertThat(lost.changed(Set.of(1, 2), Set.of())).isEqualTo(fresh);
    assertThat(lost.changed(Set.of(1, 2), Set.of(3)).lacks())
        .containsExactly(new Lack(Set.of(3), Long.MAX_VALUE));
  }

  @Test
  void changed_moreLossesThanAreToldApart_takesTheLowestTogether() {
    Asked asked = fresh;
    for (int number = 1; number <= 20; number++) {
      asked = asked.changed(Set.of(), Set.of(number)).from(100 + number);
    }
    assertThat(asked.lacks()).hasSize(16);
    assertThat(asked.lacks().get(0)).isEqualTo(new Lack(Set.of(1, 2, 3, 4, 5), 101));
    assertThat(asked.high()).isEqualTo(120);
  }
}
