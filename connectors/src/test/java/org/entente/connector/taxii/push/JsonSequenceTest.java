// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonSequenceTest {
  private static List<String> values(String text, int size) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    JsonSequence sequence =
        new JsonSequence(
            new JsonSequence.Values() {
              @Override
              public void part(byte[] chunk, int offset, int length) {
                value.append(new String(chunk, offset, length, StandardCharsets.ISO_8859_1));
              }

              @Override
              public void end() {
                values.add(value.toString());
                value.setLength(0);
              }
            });
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at < bytes.length; at += size) {
      byte[] chunk = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size));
      sequence.feed(chunk, chunk.length);
    }
    sequence.end();
    return values;
  }

  private static void check(String text, String... expected) {
    for (int size = 1; size <= text.length(); size++) {
      assertThat(values(text, size)).as("pieces of %s", size).containsExactly(expected);
    }
  }

  @Test
  void feed_lines_areValues() {
    check("{\"a\":1}\n{\"b\":\"}\\\"\"}\r\n\n {}", "{\"a\":1}", "{\"b\":\"}\\\"\"}", "{}");
  }

  @Test
  void feed_valuesOfSeveralLinesOrOnOneLine_areValues() {
    check("{\n\"a\":\n[{}]\n}{\"b\":2} {\"c\":3}", "{\n\"a\":\n[{}]\n}", "{\"b\":2}", "{\"c\":3}");
  }

  @Test
  void feed_array_isItsElements() {
    check(" [ {\"a\":[1]} , {\"b\":2} ]\n", "{\"a\":[1]}", "{\"b\":2}");
  }

  @Test
  void feed_rubbish_isAValueALine() {
    check("id,value\n{\"a\":1}\n\"text\"", "id,value\n", "{\"a\":1}", "\"text\"");
  }

  @Test
  void end_inTheMiddle_givesWhatThereIs() {
    check("{\"a\":{", "{\"a\":{");
  }
}
