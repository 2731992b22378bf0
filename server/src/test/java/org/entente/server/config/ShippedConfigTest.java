// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The configuration file that is shipped, against what the loader knows. */
class ShippedConfigTest {
  private static final Path SHIPPED = Path.of("../config/entente.yaml");
  private static final Pattern KEY = Pattern.compile("( {2})?([a-z_]+):.*");
  private static final Pattern VARIABLE = Pattern.compile(".*# (ENTENTE_[A-Z_]+)");

  @Test
  void load_shipped_isTheDefaults() throws Exception {
    assertThat(ConfigLoader.load(Optional.of(SHIPPED), Map.of()))
        .isEqualTo(ConfigLoader.load(Optional.empty(), Map.of()));
  }

  @Test
  void shipped_holdsEveryKeyWithItsVariableAndAComment() throws Exception {
    Set<String> documented = new TreeSet<>();
    List<String> lines = Files.readAllLines(SHIPPED);
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher key = KEY.matcher(lines.get(i));
      if (!key.matches()) {
        continue;
      }
      boolean inner = key.group(1) != null;
      section = inner ? section : key.group(2);
      Matcher variable = VARIABLE.matcher(lines.get(i));
      if (variable.matches()) {
        String name = inner ? section + "." + key.group(2) : key.group(2);
        assertThat(variable.group(1)).isEqualTo(Settings.variable(name));
        assertThat(lines.get(i - 1).strip()).as("the comment of %s", name).startsWith("# ");
        documented.add(name);
      }
    }

    assertThat(documented).isEqualTo(ConfigLoader.keys());
  }
}
