// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From files to text. */
class UnpackerTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();

  private String open(String member) throws IOException {
    Path file = Files.write(folder.resolve("any"), packed.toByteArray());
    try (InputStream in = new Unpacker(1 << 20, Optional.ofNullable(member)).open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void zip(String... names) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("of " + name).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void open_gzip_isUnpacked() throws IOException {
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write("text".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(open(null)).isEqualTo("text");
  }

  @Test
  void open_bzip2_isUnpacked() throws IOException {
    try (OutputStream out = new BZip2CompressorOutputStream(packed)) {
      out.write("text".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(open(null)).isEqualTo("text");
  }

  @Test
  void open_tarInGzip_givesItsFile() throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(packed))) {
      TarArchiveEntry entry = new TarArchiveEntry("../../up");
      entry.setSize(4);
      tar.putArchiveEntry(entry);
      tar.write("text".getBytes(StandardCharsets.UTF_8));
      tar.closeArchiveEntry();
    }
    assertThat(open(null)).isEqualTo("text");
  }

  @Test
  void open_zipOfOneFile_givesItWhateverItsName() throws IOException {
    zip("../../etc/passwd");
    assertThat(open(null)).isEqualTo("of ../../etc/passwd");
  }

  @Test
  void open_zipOfSeveral_wantsAName() throws IOException {
    zip("a.csv", "b.csv");
    assertThat(open("b.csv")).isEqualTo("of b.csv");
    assertThatThrownBy(() -> open(null)).isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> open("c.csv")).hasMessage("the archive has no file `c.csv`");
  }

  @Test
  void open_moreThanIsAllowed_breaks() throws IOException {
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(new byte[(1 << 20) + 1]);
    }
    assertThatThrownBy(() -> open(null))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("1048576 bytes");
  }

  @Test
  void open_bomb_breaksByItsRatio() throws IOException {
    try (OutputStream out = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 40; i++) {
        out.write(zeros);
      }
    }
    Path file = Files.write(folder.resolve("bomb"), packed.toByteArray());
    try (InputStream in = new Unpacker(1 << 30, Optional.empty()).open(file)) {
      assertThatThrownBy(() -> in.transferTo(OutputStream.nullOutputStream()))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("200 times");
    }
  }

  private static String text(byte[] bytes) throws IOException {
    StringWriter text = new StringWriter();
    try (var reader = Texts.open(new ByteArrayInputStream(bytes), Optional.empty())) {
      reader.transferTo(text);
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void text_inACharset_isFoundByItsBytes(String charset) throws IOException {
    String text = "value,Käse and more\n192.0.2.1,x\n";
    assertThat(text(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
  }

  @Test
  void text_withByteOrderMark_beginsBehindIt() throws IOException {
    assertThat(text("\ufeffa".getBytes(StandardCharsets.UTF_8))).isEqualTo("a");
    assertThat(text("\ufeffab".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("ab");
  }

  @Test
  void text_withZeros_isReadWithoutThem() throws IOException {
    assertThat(text("a\0b and a longer line of text\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("ab and a longer line of text\n");
  }
}
