// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.entente.stix.StixId;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final String VERSION = "2020-01-01T00:00:00.1Z";

  private static PageRow row(long added, String bytes) {
    return new PageRow(
        added,
        new StixId("tool", new UUID(0, added)),
        VERSION,
        MediaTypes.STIX,
        bytes.getBytes(StandardCharsets.UTF_8));
  }

  private static String plain(RenderedPage page, byte[] ending) {
    return text(page.head(), ending);
  }

  private static String text(byte[] head, byte[] tail) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.writeBytes(tail);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String unzipped(RenderedPage page, byte[] ending) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(page.gzipHead());
    out.writeBytes(page.gzipTail(ending));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  @Test
  void envelope_lastPage_saysNoMoreAndKeepsTheBytes() {
    Page page = new Page(List.of(row(1, "{\"a\" : 1.0}"), row(2, "{\"é\":2}")), false);
    assertThat(plain(page.envelope(), page.envelopeEnding("unused")))
        .isEqualTo("{\"objects\":[{\"a\" : 1.0},{\"é\":2}],\"more\":false}");
    assertThat(page.rows()).extracting(r -> r.bytes().length).containsExactly(0, 0);
  }

  @Test
  void envelope_morePages_endsInTheToken() {
    Page page = new Page(List.of(row(1, "{}")), true);
    assertThat(plain(page.envelope(), page.envelopeEnding("T")))
        .isEqualTo("{\"objects\":[{}],\"more\":true,\"next\":\"T\"}");
    assertThat(page.nextPosition()).isEqualTo(1);
  }

  @Test
  void manifest_rows_hasOneRecordEach() {
    Page page = new Page(List.of(row(1, "")), true);
    assertThat(plain(page.manifest(), page.recordEnding("T")))
        .isEqualTo(
            "{\"objects\":[{\"id\":\"tool--00000000-0000-0000-0000-000000000001\",\"date_added\":\"1970-01-01T00:00:00.000001Z\","
                + "\"version\":\"2020-01-01T00:00:00.1Z\","
                + "\"media_type\":\"application/stix+json;version=2.1\"}],"
                + "\"more\":true,\"next\":\"T\"}");
  }

  @Test
  void versions_rows_areTheProducersTexts() {
    Page page = new Page(List.of(row(1, ""), row(2, "")), false);
    assertThat(plain(page.versions(), page.recordEnding("T")))
        .isEqualTo("{\"versions\":[\"" + VERSION + "\",\"" + VERSION + "\"]}");
  }

  @Test
  void gzip_anyContentAndEnding_decodesToHeadAndEnding() {
    Random random = new Random(3);
    for (int size : new int[] {0, 1, 100, 65_535, 65_536, 1_000_000}) {
      List<PageRow> rows = new ArrayList<>();
      StringBuilder noise = new StringBuilder("\"");
      for (int i = 0; i < size; i++) {
        noise.append((char) ('#' + random.nextInt(50)));
      }
      rows.add(row(1, noise + "\""));
      Page page = new Page(rows, true);
      for (String token : List.of("", "abc", "x".repeat(60_000))) {
        byte[] ending = page.envelopeEnding(token);
        assertThat(unzipped(page.envelope(), ending)).isEqualTo(plain(page.envelope(), ending));
      }
    }
  }

  @Test
  void page_moreWithoutRows_isRefused() {
    assertThatThrownBy(() -> new Page(List.of(), true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
