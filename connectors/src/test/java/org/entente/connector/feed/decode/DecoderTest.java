// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.connector.feed.definition.DecodeSpec;
import org.entente.connector.feed.definition.DecodeSpec.Csv;
import org.entente.connector.feed.definition.DecodeSpec.Format;
import org.entente.connector.feed.definition.DecodeSpec.Header;
import org.entente.connector.feed.definition.DecodeSpec.Json;
import org.entente.connector.feed.definition.DecodeSpec.JsonLines;
import org.entente.connector.feed.definition.DecodeSpec.Lines;
import org.entente.connector.feed.unpack.FormatException;
import org.junit.jupiter.api.Test;

class DecoderTest {
  private static List<String> read(Format format, String text) throws IOException {
    List<String> records = new ArrayList<>();
    Decoder.of(new DecodeSpec(Optional.empty(), Set.of("n/a"), format), Optional.empty())
        .decode(
            new StringReader(text),
            next ->
                records.add(next.line() + " " + next.problem().orElse(next.values().toString())));
    return records;
  }

  private static Lines lines(String pattern, List<String> fields) {
    return new Lines(
        List.of("#", ";", "//"), false, Optional.ofNullable(pattern).map(Pattern::compile), fields);
  }

  private static Csv csv(Header header) {
    return new Csv(',', Optional.of('#'), header, List.of("a", "b"), List.of("c"));
  }

  @Test
  void lines_withComments_giveWhatStandsBefore() throws IOException {
    assertThat(
            read(
                lines(null, List.of("value")),
                "# x\r\n\r\n192.0.2.1 # y\r\n  ; z\n192.0.2.0/24 ; SBL1\nhttp://a.example/#b\tc\n// d"))
        .containsExactly(
            "3 {value=192.0.2.1}", "5 {value=192.0.2.0/24}", "6 {value=http://a.example/#b}");
  }

  @Test
  void lines_withAPattern_haveItsGroups() throws IOException {
    assertThat(read(lines("(?<ip>\\S+)\\t(?<n>\\d+)", List.of("ip", "n")), "192.0.2.1\t9\nx\n"))
        .containsExactly(
            "1 {ip=192.0.2.1, n=9}", "2 the line has not the form that the definition says");
  }

  @Test
  void lines_tooLong_areBroken() throws IOException {
    assertThat(read(lines(null, List.of("value")), "x".repeat(70_000) + "\nb\n"))
        .containsExactly("1 the line is too long", "2 {value=b}");
  }

  @Test
  void csv_withHeaderInAComment_isReadByIt() throws IOException {
    assertThat(
            read(
                csv(Header.REQUIRED), "# text\n# \"B\", \"c\", \"A\"\n\"1\", \"n/a\", \"x, #y\"\n"))
        .containsExactly("3 {a=x, #y, b=1}");
  }

  @Test
  void csv_withoutHeader_standsAsTheDefinitionSays() throws IOException {
    assertThat(read(csv(Header.OPTIONAL), "1,2,3\n")).containsExactly("1 {a=1, b=2}");
    assertThatThrownBy(() -> read(csv(Header.REQUIRED), "1,2,3\n"))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void csv_withAQuoteThatNeverEnds_isNoCsv() {
    assertThatThrownBy(() -> read(csv(Header.NONE), "\"" + "x\n".repeat(200_000)))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void json_listAtAPath_givesItsObjects() throws IOException {
    assertThat(
            read(
                new Json(List.of("v", "w")),
                "{\"u\": [1], \"v\": {\"w\": [{\"a\": 1, \"b\": null, \"c\": [\"x\", \"n/a\"]}, 2]}}"))
        .containsExactly("1 {a=1, c=[x]}", "1 the record is no object");
  }

  @Test
  void json_mappingOfLists_givesItsKeys() throws IOException {
    assertThat(read(new Json(List.of()), "{\"1\": [{\"a\": true}], \"2\": {\"a\": \"\"}}"))
        .containsExactly("1 {_key=1, a=true}", "1 {_key=2}");
  }

  @Test
  void json_cutOff_isNoJson() {
    assertThatThrownBy(() -> read(new Json(List.of()), "[{\"a\": 1}"))
        .isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> read(new Json(List.of("v")), "{\"u\": 1}"))
        .hasMessage("there are no records at `/v`");
  }

  @Test
  void jsonLines_withABadLine_goOnBehindIt() throws IOException {
    assertThat(read(new JsonLines(), "{\"a\": \"1\"}\n{\"a\"\n\n[1]\n{} {}\n{\"b\": \"2\"}"))
        .containsExactly(
            "1 {a=1}",
            "2 the line is no JSON",
            "4 the line is no JSON object",
            "5 the line goes on behind the JSON object",
            "6 {b=2}");
  }
}
