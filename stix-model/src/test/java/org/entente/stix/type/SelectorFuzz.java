// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Set;
import org.entente.stix.json.Check;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.type.table.StixRule;

/**
 * Marks parts of an object by any selectors, one a line: each is a finding unless it is one of
 * those that select something. {@code .ci/run fuzz} runs it; {@link FuzzedRulesTest} runs it on its
 * seeds and on changes to them.
 */
class SelectorFuzz {
  private static final String OBJECT =
      """
      {"type": "file", "id": "file--e277603e-1060-5ad4-9937-c26c97f1ca68",
       "name": "a.zip", "hashes": {"SHA-256":
       "fe90a7e910cb3a4739bed9180e807e93fa70c90f25a8915476f5e4bfbac681db"},
       "extensions": {"archive-ext": {"contains_refs": [
       "file--019fde1c-94ca-5967-8b3c-a906a51d87ac", "file--94fc2163-dec3-5715-b824-6e689c4a4ef8"],
       "comment": "b"}},
       "granular_markings": [
        {"marking_ref": "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
         "selectors": [%s]}]}
      """;
  private static final Set<String> SELECTS =
      Set.of(
          "type",
          "id",
          "name",
          "hashes",
          "hashes.SHA-256",
          "extensions",
          "extensions.archive-ext",
          "extensions.archive-ext.contains_refs",
          "extensions.archive-ext.contains_refs.[0]",
          "extensions.archive-ext.contains_refs.[1]",
          "extensions.archive-ext.comment",
          "granular_markings",
          "granular_markings.[0]",
          "granular_markings.[0].marking_ref",
          "granular_markings.[0].selectors",
          "granular_markings.[0].selectors.[0]");
  private static final ObjectLimits LIMITS = new ObjectLimits(100_000, 20, 50_000, 400, 50);

  private final Validator validator = new Validator(LIMITS, Profile.STANDARD);

  @FuzzTest(maxDuration = "30s")
  void select(byte[] bytes) {
    String selector = new String(bytes, UTF_8);
    if (selector.length() > 8_000) {
      return;
    }
    byte[] object = OBJECT.formatted(quoted(selector)).getBytes(UTF_8);
    Checked checked = validator.check(object);
    FoundCheck.wellFormed(checked);
    boolean found = checked.findings().stream().anyMatch(one -> one.rule() == StixRule.B40);
    Check.same(found, !SELECTS.contains(selector));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < ' ' || c == '"' || c == '\\') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
