// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.util.List;
import java.util.OptionalLong;

/**
 * An API root (TAXII 2.1 §4.2).
 *
 * @param title for people; empty when the server gives none
 * @param versions the media types it speaks
 * @param maxContentLength the longest body it takes, in bytes, when it says so
 */
public record ApiRoot(String title, List<String> versions, OptionalLong maxContentLength) {
  static ApiRoot of(Document document) {
    OptionalLong longest = document.number("max_content_length");
    return new ApiRoot(
        document.text("title").orElse(""),
        document.texts("versions"),
        longest.orElse(0) > 0 ? longest : OptionalLong.empty());
  }
}
