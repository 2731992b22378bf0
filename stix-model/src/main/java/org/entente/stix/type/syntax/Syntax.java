// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.syntax;

import java.util.UUID;
import java.util.regex.Pattern;

/** The syntaxes of texts that the standard refers to. No expression here backtracks far. */
public final class Syntax {
  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,10}+|x(-[A-Za-z0-9]{1,8}){1,10}+");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,63}:");
  private static final Pattern SEMANTIC_VERSION =
      Pattern.compile(
          "(0|[1-9][0-9]*+)[.](0|[1-9][0-9]*+)[.](0|[1-9][0-9]*+)"
              + "(-[0-9A-Za-z-]++([.][0-9A-Za-z-]++)*+)?+([+][0-9A-Za-z-]++([.][0-9A-Za-z-]++)*+)?+");
  private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

  private Syntax() {}

  /** RFC 4122, and RFC 9562 which added versions to it. */
  public static boolean isUuid(UUID uuid) {
    return uuid.variant() == 2 && uuid.version() >= 1 && uuid.version() <= 8;
  }

  /** RFC 5646, as far as its grammar goes. */
  public static boolean isLanguage(String text) {
    return text.length() <= 100 && LANGUAGE.matcher(text).matches();
  }

  /** RFC 3986 as far as everybody keeps to it: a scheme, something after it, no blanks. */
  public static boolean isUrl(String text) {
    var scheme = SCHEME.matcher(text);
    if (!scheme.lookingAt() || scheme.end() == text.length()) {
      return false;
    }
    return text.chars().allMatch(c -> c > ' ' && c != 0x7f);
  }

  /** Whether a URL has only characters that RFC 3986 has. */
  public static boolean hasUrlCharacters(String text) {
    return text.chars().allMatch(c -> c < 0x7f && "<>\"{}|\\^`".indexOf(c) < 0);
  }

  /** Semantic Versioning 2.0.0. */
  public static boolean isSemanticVersion(String text) {
    return text.length() <= 256 && SEMANTIC_VERSION.matcher(text).matches();
  }

  /** Lower-case pairs of hexadecimal digits between colons (§6.10). */
  public static boolean isMac(String text) {
    return MAC.matcher(text).matches();
  }

  /** An even number of hexadecimal digits (§2.8). */
  public static boolean isHex(String text) {
    if (text.isEmpty() || text.length() % 2 != 0) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'f' || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Base64 with its padding (RFC 4648 §4). */
  public static boolean isBase64(String text) {
    int length = text.length();
    if (length % 4 != 0) {
      return false;
    }
    int end = length;
    while (end > length - 2 && end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if (!letter && (c < '0' || c > '9') && c != '+' && c != '/') {
        return false;
      }
    }
    return true;
  }

  /** Lower-case letters, digits and hyphens (§5.1). */
  public static boolean isRelationshipType(String text) {
    return !text.isEmpty() && only(text, '-');
  }

  /** A property beyond the standard (§3.1, §11.1). */
  public static boolean isPropertyName(String text) {
    return isLength(text) && isLetter(text.charAt(0)) && only(text, '_');
  }

  /** A type beyond the standard (§3.1, §11.2). */
  public static boolean isTypeName(String text) {
    return isLength(text) && isLetter(text.charAt(0)) && only(text, '-') && !text.contains("--");
  }

  /** A key of a dictionary or of hashes (§2.3, §2.7). */
  public static boolean isKey(String text) {
    return isLength(text) && text.chars().allMatch(c -> c == '_' || c == '-' || isAlphanumeric(c));
  }

  private static boolean isLength(String text) {
    return text.length() >= 3 && text.length() <= 250;
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isAlphanumeric(int c) {
    return isLetter(c | 0x20) || (c >= '0' && c <= '9');
  }

  private static boolean only(String text, char other) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && !isLetter(c) && c != other) {
        return false;
      }
    }
    return true;
  }
}
