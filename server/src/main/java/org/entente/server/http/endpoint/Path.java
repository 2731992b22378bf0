// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of a request, taken apart. The slash at its end may be missing; anywhere else an empty
 * segment, and anything that decodes to more than one segment, names nothing.
 *
 * @param target what it names
 * @param root the API root's segment; empty where there is none
 * @param collection the collection's id or alias; empty where there is none
 * @param item the object's or the status' id; empty where there is none
 */
public record Path(Target target, String root, String collection, String item) {
  private static final Path UNKNOWN = new Path(Target.UNKNOWN, "", "", "");
  private static final Path DISCOVERY = new Path(Target.DISCOVERY, "", "", "");
  private static final int MOST_SEGMENTS = 6;

  /** Takes a raw path apart. */
  public static Path parse(String raw) {
    List<String> segments = new ArrayList<>(MOST_SEGMENTS);
    int start = 1;
    if (!raw.startsWith("/")) {
      return UNKNOWN;
    }
    while (start < raw.length()) {
      int slash = raw.indexOf('/', start);
      int end = slash < 0 ? raw.length() : slash;
      Optional<String> segment = segment(raw.substring(start, end));
      if (segment.isEmpty() || segments.size() == MOST_SEGMENTS) {
        return UNKNOWN;
      }
      segments.add(segment.get());
      start = end + 1;
    }
    return of(segments);
  }

  private static Path of(List<String> path) {
    String root = path.isEmpty() ? "" : path.get(0);
    String area = path.size() > 1 ? path.get(1) : "";
    return switch (path.size()) {
      case 1 -> root.equals("taxii2") ? DISCOVERY : new Path(Target.API_ROOT, root, "", "");
      case 2 -> area.equals("collections") ? new Path(Target.COLLECTIONS, root, "", "") : UNKNOWN;
      case 3 ->
          switch (area) {
            case "collections" -> new Path(Target.COLLECTION, root, path.get(2), "");
            case "status" -> new Path(Target.STATUS, root, "", path.get(2));
            default -> UNKNOWN;
          };
      case 4, 5, 6 -> area.equals("collections") ? inside(root, path) : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private static Path inside(String root, List<String> path) {
    String collection = path.get(2);
    String part = path.get(3);
    if (path.size() == 4) {
      return switch (part) {
        case "manifest" -> new Path(Target.MANIFEST, root, collection, "");
        case "objects" -> new Path(Target.OBJECTS, root, collection, "");
        default -> UNKNOWN;
      };
    }
    if (!part.equals("objects")) {
      return UNKNOWN;
    }
    if (path.size() == 5) {
      return new Path(Target.OBJECT, root, collection, path.get(4));
    }
    return path.get(5).equals("versions")
        ? new Path(Target.VERSIONS, root, collection, path.get(4))
        : UNKNOWN;
  }

  private static Optional<String> segment(String raw) {
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    return raw.indexOf('%') < 0 ? Optional.of(raw) : decode(raw);
  }

  private static Optional<String> decode(String raw) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int value = i + 2 < raw.length() ? hex(raw, i + 1) : -1;
        if (value <= ' ' || value == '/' || value == '\\' || value == 0x7f) {
          return Optional.empty();
        }
        bytes.put((byte) value);
        i += 2;
      } else if (c > ' ' && c < 0x7f) {
        bytes.put((byte) c);
      } else {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static int hex(String raw, int at) {
    int high = Character.digit(raw.charAt(at), 16);
    int low = Character.digit(raw.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
