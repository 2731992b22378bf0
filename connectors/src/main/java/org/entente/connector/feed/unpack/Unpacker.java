// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.unpack;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens a file by what it begins with, whatever its name: gzip, bzip2, zip and tar, tar within the
 * former two. Names in archives are compared and are never paths.
 */
public final class Unpacker {
  private static final int BUFFER = 64 << 10;
  private static final int TAR_MAGIC = 257;
  private static final long RATIO = 200;

  private final long most;
  private final Optional<String> member;

  /**
   * An opener.
   *
   * @param most the most bytes that come out, inclusive
   * @param member the file in an archive that has several
   */
  public Unpacker(long most, Optional<String> member) {
    this.most = most;
    this.member = member;
  }

  /**
   * The content, to be closed.
   *
   * @throws FormatException now or while it is read, when it cannot be unpacked or is too long
   */
  public InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      long[] packed = new long[1];
      InputStream counted = new BufferedInputStream(new Counted(raw, packed), BUFFER);
      InputStream unpacked = unpacked(counted);
      boolean plain = unpacked == counted;
      long ratio = plain ? Long.MAX_VALUE : RATIO;
      return new BufferedInputStream(new Bounded(unpacked, most, ratio, () -> packed[0]), BUFFER);
    } catch (FormatException e) {
      raw.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw new FormatException("the file cannot be unpacked", e);
    }
  }

  private InputStream unpacked(InputStream in) throws IOException {
    byte[] head = peek(in, 4);
    if (starts(head, 0x1f, 0x8b)) {
      return archived(
          new BufferedInputStream(
              GzipCompressorInputStream.builder()
                  .setInputStream(in)
                  .setDecompressConcatenated(true)
                  .get(),
              BUFFER));
    }
    if (starts(head, 'B', 'Z', 'h')) {
      return archived(new BufferedInputStream(new BZip2CompressorInputStream(in, true), BUFFER));
    }
    if (starts(head, 'P', 'K', 3, 4)) {
      return only(new ZipArchiveInputStream(in));
    }
    if (starts(head, 'P', 'K', 5, 6)) {
      throw new FormatException("the archive has no file");
    }
    return archived(in);
  }

  private InputStream archived(InputStream in) throws IOException {
    byte[] head = peek(in, TAR_MAGIC + 5);
    byte[] magic = "ustar".getBytes(StandardCharsets.US_ASCII);
    boolean tar =
        head.length == TAR_MAGIC + 5
            && Arrays.equals(head, TAR_MAGIC, TAR_MAGIC + 5, magic, 0, magic.length);
    return tar ? only(new TarArchiveInputStream(in)) : in;
  }

  private static byte[] peek(InputStream in, int length) throws IOException {
    in.mark(length);
    byte[] head = in.readNBytes(length);
    in.reset();
    return head;
  }

  private static boolean starts(byte[] head, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** The one file of an archive; that there is no other is seen at its end. */
  private InputStream only(ArchiveInputStream<? extends ArchiveEntry> archive) throws IOException {
    if (!next(archive)) {
      throw new FormatException(
          member
              .map(name -> "the archive has no file `" + name + "`")
              .orElse("the archive has no file"));
    }
    return member.isPresent() ? archive : new Single(archive);
  }

  /** Goes to the next file that counts. */
  private boolean next(ArchiveInputStream<? extends ArchiveEntry> archive) throws IOException {
    for (@Nullable ArchiveEntry entry = archive.getNextEntry();
        entry != null;
        entry = archive.getNextEntry()) {
      if (entry.isDirectory() || !member.map(entry.getName()::equals).orElse(true)) {
        continue;
      }
      if (entry instanceof ZipArchiveEntry zipped
          && zipped.getGeneralPurposeBit().usesEncryption()) {
        throw new FormatException("the archive is encrypted");
      }
      return true;
    }
    return false;
  }

  private final class Single extends FilterInputStream {
    private final ArchiveInputStream<? extends ArchiveEntry> archive;
    private boolean ended;

    Single(ArchiveInputStream<? extends ArchiveEntry> archive) {
      super(archive);
      this.archive = archive;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = ended ? -1 : super.read(into, offset, length);
      if (count < 0 && !ended) {
        ended = true;
        if (next(archive)) {
          throw new FormatException(
              "the archive has several files: the definition must name one as `source.member`");
        }
      }
      return count;
    }
  }

  private static final class Counted extends FilterInputStream {
    private final long[] count;

    Counted(InputStream in, long[] count) {
      super(in);
      this.count = count;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count[0] += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      count[0] += Math.max(0, read);
      return read;
    }
  }
}
