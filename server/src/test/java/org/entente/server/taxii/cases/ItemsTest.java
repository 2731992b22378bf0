// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing that must hold is without a case. */
class ItemsTest {
  private static final String MUST = " must";

  /** Where an item is held to that no case carries, and why. */
  private record Elsewhere(String where, String why) {}

  private static Set<String> carried() {
    return TaxiiCasesTest.FILES.stream()
        .flatMap(name -> CaseFile.read(name + ".json").cases().stream())
        .flatMap(one -> one.items().stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> items(boolean onlyMust) {
    return CaseFile.text("items.txt")
        .lines()
        .filter(line -> !onlyMust || line.endsWith(MUST))
        .map(line -> line.replace(MUST, ""))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Map<String, Elsewhere> elsewhere() {
    return CaseFile.read("elsewhere.json", new TypeReference<Map<String, Elsewhere>>() {});
  }

  @Test
  void items_thatMustHold_areCarriedOrElsewhere() {
    Set<String> missing = items(true);
    missing.removeAll(carried());
    missing.removeAll(elsewhere().keySet());

    assertThat(missing).isEmpty();
  }

  @Test
  void items_ofCases_areKnown() {
    assertThat(items(false)).containsAll(carried());
  }

  @Test
  void elsewhere_eachEntry_isTrueAndNeeded() {
    assertThat(items(false)).containsAll(elsewhere().keySet());
    assertThat(carried()).doesNotContainAnyElementsOf(elsewhere().keySet());
    elsewhere()
        .forEach(
            (item, entry) -> {
              assertThat(entry.why()).as(item).isNotBlank();
              assertThat(Path.of("..", entry.where())).as(item).exists();
            });
  }
}
