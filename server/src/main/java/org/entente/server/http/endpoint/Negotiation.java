// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.server.taxii.MediaTypes;
import org.jspecify.annotations.Nullable;

/**
 * What clients accept and send (TAXII 2.1 §1.6.8, §3.1). There is one type to answer with; it is
 * refused only where a client has no use for it.
 */
public final class Negotiation {
  private static final String TAXII = "application/taxii+json";
  private static final String STIX = "application/stix+json";
  private static final String OLD_STIX = "application/vnd.oasis.stix+json";

  /** Ranges that do not name TAXII, and that clients send who mean it. */
  private static final Set<String> WIDE = Set.of("*/*", "application/*", "application/json");

  private Negotiation() {}

  /** Whether TAXII 2.1 may be the answer to these {@code Accept} headers, perhaps none. */
  public static boolean accepts(List<String> headers) {
    if (headers.isEmpty() || headers.size() == 1 && headers.get(0).equals(MediaTypes.TAXII)) {
      return true;
    }
    List<MediaRange> ranges = new ArrayList<>();
    boolean said = false;
    for (String header : headers) {
      ranges.addAll(MediaRange.list(header));
      said = said || !header.isBlank();
    }
    boolean refused = ranges.stream().anyMatch(r -> r.isCurrent(TAXII) && !r.wanted());
    boolean named = ranges.stream().anyMatch(r -> r.isCurrent(TAXII) && r.wanted());
    return !said || named || !refused && ranges.stream().anyMatch(Negotiation::wide);
  }

  private static boolean wide(MediaRange range) {
    return range.wanted() && (WIDE.contains(range.type()) || range.isCurrent(STIX));
  }

  /**
   * Whether a body of this type is read.
   *
   * @param contentType the header, or null
   * @param strict whether only TAXII's own type is
   */
  static boolean reads(@Nullable String contentType, boolean strict) {
    if (contentType == null) {
      return false;
    }
    return MediaTypes.TAXII.equals(contentType)
        || MediaRange.one(contentType)
            .filter(type -> type.isCurrent(TAXII) || !strict && stix(type))
            .isPresent();
  }

  private static boolean stix(MediaRange type) {
    return type.type().equals(STIX) || type.type().equals(OLD_STIX);
  }

  /** Whether gzip may be used for the answer to this {@code Accept-Encoding}. */
  public static boolean gzip(@Nullable String acceptEncoding) {
    if (acceptEncoding == null || acceptEncoding.indexOf("gzip") < 0) {
      return false;
    }
    for (String element : acceptEncoding.split(",", 50)) {
      int semicolon = element.indexOf(';');
      String coding = (semicolon < 0 ? element : element.substring(0, semicolon)).strip();
      if (coding.equals("gzip") || coding.equals("x-gzip")) {
        return semicolon < 0
            || MediaRange.one("a/b" + element.substring(semicolon))
                .filter(MediaRange::wanted)
                .isPresent();
      }
    }
    return false;
  }
}
