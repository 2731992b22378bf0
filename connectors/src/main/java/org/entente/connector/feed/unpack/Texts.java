// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.unpack;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes text of bytes: by the byte order mark, else by where zeros stand, else UTF-8 when the
 * beginning is, else by what the definition says, else windows-1252. Zeros in the text are left
 * out.
 */
public final class Texts {
  private static final int HEAD = 64 << 10;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Texts() {}

  /**
   * Begins to read text.
   *
   * @param bytes the content; the reader closes it
   * @param otherwise the charset of the definition
   * @throws FormatException when the text is a page for a browser
   */
  public static Reader open(InputStream bytes, Optional<String> otherwise) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, HEAD);
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    Charset charset = charset(head, otherwise);
    in.skipNBytes(mark(head, charset));
    Reader text =
        new BufferedReader(
            new WithoutZeros(
                new InputStreamReader(
                    in,
                    charset
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE))));
    refusePage(text);
    return text;
  }

  static Charset charset(byte[] head, Optional<String> otherwise) {
    if (mark(head, StandardCharsets.UTF_8) > 0) {
      return StandardCharsets.UTF_8;
    }
    if (mark(head, StandardCharsets.UTF_16LE) > 0) {
      return StandardCharsets.UTF_16LE;
    }
    if (mark(head, StandardCharsets.UTF_16BE) > 0) {
      return StandardCharsets.UTF_16BE;
    }
    int odd = zeros(head, 1);
    int even = zeros(head, 0);
    int many = head.length / 5;
    if (head.length >= 8 && odd > many && even <= odd / 10) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 8 && even > many && odd <= even / 10) {
      return StandardCharsets.UTF_16BE;
    }
    if (isUtf8(head)) {
      return StandardCharsets.UTF_8;
    }
    return otherwise.map(Charset::forName).orElse(WINDOWS);
  }

  private static int zeros(byte[] head, int from) {
    int count = 0;
    for (int i = from; i < head.length; i += 2) {
      count += head[i] == 0 ? 1 : 0;
    }
    return count;
  }

  /** How many bytes of byte order mark stand at the beginning. */
  private static int mark(byte[] head, Charset charset) {
    int[] mark =
        charset.equals(StandardCharsets.UTF_8)
            ? new int[] {0xef, 0xbb, 0xbf}
            : charset.equals(StandardCharsets.UTF_16LE)
                ? new int[] {0xff, 0xfe}
                : charset.equals(StandardCharsets.UTF_16BE) ? new int[] {0xfe, 0xff} : new int[0];
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != mark[i]) {
        return 0;
      }
    }
    return mark.length;
  }

  /** A character that the end of the head cuts is no fault. */
  private static boolean isUtf8(byte[] head) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(head.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(head), out, head.length < HEAD);
    return !result.isError();
  }

  private static void refusePage(Reader text) throws IOException {
    text.mark(1024);
    char[] start = new char[512];
    int length = Math.max(0, text.read(start, 0, start.length));
    text.reset();
    String begins = new String(start, 0, length).stripLeading().toLowerCase(Locale.ROOT);
    if (begins.startsWith("<!doctype html") || begins.startsWith("<html")) {
      throw new FormatException("the file is a page for a browser (HTML), not data");
    }
  }
}
