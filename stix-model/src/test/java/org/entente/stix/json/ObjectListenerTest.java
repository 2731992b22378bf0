// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectListenerTest {
  private static List<String> follow(String json) {
    List<String> seen = new ArrayList<>();
    ReadResult result =
        new ObjectReader(ObjectLimits.DEFAULT)
            .read(
                json.getBytes(UTF_8),
                (token, at) ->
                    seen.add(token + " " + at.text() + " " + at.pointer() + " " + at.depth()));
    assertThat(result).isInstanceOf(ReadResult.Refused.class);
    return seen;
  }

  @Test
  void read_listener_isToldOfEachTokenAndItsPlace() {
    assertThat(follow("{\"a\":[1,{\"b/~\":-2.50e1}],\"c\":\"\\u0041é\",\"\":[true,false,null]}"))
        .containsExactly(
            "START_OBJECT {  0",
            "NAME a /a 1",
            "START_ARRAY [ /a 1",
            "INTEGER 1 /a/0 2",
            "START_OBJECT { /a/1 2",
            "NAME b/~ /a/1/b~1~0 3",
            "DECIMAL -2.50e1 /a/1/b~1~0 3",
            "END_OBJECT } /a/1 2",
            "END_ARRAY ] /a 1",
            "NAME c /c 1",
            "STRING Aé /c 1",
            "NAME  / 1",
            "START_ARRAY [ / 1",
            "TRUE true //0 2",
            "FALSE false //1 2",
            "NULL null //2 2",
            "END_ARRAY ] / 1",
            "END_OBJECT }  0");
  }

  @Test
  void read_brokenText_isToldUpToTheBreak() {
    assertThat(follow("{\"a\":1,\"b\":x}"))
        .containsExactly("START_OBJECT {  0", "NAME a /a 1", "INTEGER 1 /a 1");
    assertThat(follow("{\"a\":\"\\x\"}")).startsWith("START_OBJECT {  0", "NAME a /a 1");
  }
}
