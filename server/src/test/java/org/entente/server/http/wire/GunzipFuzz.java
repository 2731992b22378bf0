// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.entente.stix.json.Check;

/**
 * Unpacks any bytes, whole and byte by byte, and holds what comes of it against the JDK's own
 * reader. {@code .ci/run fuzz} runs it; {@link GunzipFuzzTest} runs it on its seeds and on changes
 * to them.
 */
class GunzipFuzz {
  private static final int ENOUGH = 1 << 20;

  @FuzzTest(maxDuration = "30s")
  void unpack(byte[] bytes) throws IOException {
    Optional<String> whole = unpack(bytes, Math.max(1, bytes.length));
    Check.same(unpack(bytes, 1), whole);
    if (whole.isPresent() && whole.get().length() < ENOUGH) {
      Check.that(whole.get().startsWith(unpackByTheJdk(bytes)), "the JDK unpacks something else");
    }
  }

  /** Up to a header whose checksum is wrong: that one is not looked at by us. */
  private static String unpackByTheJdk(byte[] bytes) throws IOException {
    try (GZIPInputStream jdk = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return HexFormat.of().formatHex(jdk.readAllBytes());
    } catch (ZipException refused) {
      Check.same(refused.getMessage(), "Corrupt GZIP header");
      return "";
    }
  }

  /** In hexadecimal digits; empty when it is no whole gzip. */
  private static Optional<String> unpack(byte[] bytes, int chunk) {
    Gunzip gunzip = new Gunzip();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      for (int at = 0; at < bytes.length && out.size() < ENOUGH; at += chunk) {
        gunzip.feed(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + chunk)));
        for (byte[] piece = gunzip.next(); piece.length > 0; piece = gunzip.next()) {
          out.writeBytes(piece);
        }
      }
      return gunzip.whole()
          ? Optional.of(HexFormat.of().formatHex(out.toByteArray()))
          : Optional.empty();
    } catch (DataFormatException broken) {
      return Optional.empty();
    } finally {
      gunzip.close();
    }
  }
}
