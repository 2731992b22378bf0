// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  /** Of the project, from the module that the tests run in. */
  private static final Path PAGE = Path.of("..", "docs", "stix-rules.md");

  /** {@code -Dentente.write=true} writes the page. */
  @Test
  void page_ofTheTable_isTheOneThatIsKept() throws IOException {
    if (Boolean.getBoolean("entente.write")) {
      Files.writeString(PAGE, RuleBook.page());
    }
    assertThat(Files.readString(PAGE))
        .as("docs/stix-rules.md is stale: -Dtest=RuleBookTest -Dentente.write=true writes it")
        .isEqualTo(RuleBook.page());
  }
}
