// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.document.ResourceError;
import org.entente.document.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsTest {
  private static final String RIGHT =
      """
      kind: Feed
      id: f
      title: F
      source: {url: "https://feeds.example/f"}
      decode: {as: csv, columns: [ip, seen]}
      time: {zone: UTC, formats: [iso]}
      mode: append
      key: "${ip}"
      map:
        - indicator:
            observable: {type: ip, value: "${ip}"}
            created: "${seen}"
      marking: {default: "TLP:GREEN"}
      licence: {id: X, redistribution: allowed, attribution: A}
      """;

  private static Definitions.Read read(String text) {
    return new Definitions().read(new Source("f.yaml", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "key: ~ kye: ~ f.yaml:1: key: field `key` is missing",
        "zone: UTC, ~ zone: Mars, ~ f.yaml:6: time: there is no time zone `Mars`",
        "zone: UTC, ~ '' ~ f.yaml:6: time.zone: field `zone` is missing",
        "[iso] ~ ['{bad'] ~ f.yaml:6: time: `{bad` is no format of times",
        "key: \"${ip}\" ~ key: \"${pi}\" ~ f.yaml:8: key: records have no field `pi`, they have ip, seen",
        "key: \"${ip}\" ~ key: \"${ip | eval}\" ~ f.yaml:8: key: there is no filter `eval`; there are trim, lower, upper, refang, split, default, regex, date, int, hash",
        "type: ip, ~ type: file, ~ f.yaml:11: map[0].indicator.observable: `file` needs `hashes` and nothing else",
        "as: csv, ~ as: lines, ~ f.yaml:5: decode.columns: `columns` is not for `as: lines`",
        "mode: append ~ mode: forever ~ f.yaml:7: mode: `forever` is none of `append`, `snapshot`",
        "feeds.example ~ u:p@feeds.example ~ f.yaml:4: source.url: `https://u:p@feeds.example/f` is not an address that begins with https:// or http://, without a password in it",
      })
  void read_ofAWrongDefinition_saysLineAndField(String right, String wrong, String error) {
    String text = RIGHT.replace(right.strip(), wrong.equals("''") ? "" : wrong);
    assertThat(read(text).errors()).extracting(ResourceError::toString).contains(error);
    assertThat(read(text).definitions()).isEqualTo(List.of());
  }

  @Test
  void read_ofARightDefinition_bindsIt() {
    Definitions.Read read = read(RIGHT);
    assertThat(read.errors()).isEmpty();
    assertThat(read.definitions())
        .singleElement()
        .satisfies(feed -> assertThat(feed.key()).hasToString("${ip}"));
  }
}
