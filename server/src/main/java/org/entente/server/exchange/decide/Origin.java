// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.stix.Tlp;

/**
 * How a version came into a collection.
 *
 * @param credential who pushed it
 * @param unmarked the level at which it is judged there when it has none
 * @param alone whether, being of a kind that is carried, nothing in its submission referred to it
 * @param policies ids of the policies frozen into it
 */
public record Origin(String credential, Tlp unmarked, boolean alone, List<String> policies) {
  /** The form that is stored: words by blank. */
  public byte[] encode() {
    String text = credential + ' ' + unmarked.label() + ' ' + (alone ? "alone" : "carried");
    return (policies.isEmpty() ? text : text + ' ' + String.join(" ", policies))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Reads {@link #encode()} back. */
  public static Origin decode(byte[] bytes) {
    String[] words = new String(bytes, StandardCharsets.UTF_8).split(" ", -1);
    return new Origin(
        words[0],
        Tlp.parse(words[1]).orElseThrow(),
        words[2].equals("alone"),
        List.of(words).subList(3, words.length));
  }
}
