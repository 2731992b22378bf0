// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EnvelopeMembersTest {
  /** In pieces of every size: what arrives is cut anywhere. */
  private static EnvelopeMembers read(String json, int size) {
    EnvelopeMembers members = new EnvelopeMembers();
    byte[] all = json.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < all.length; at += size) {
      members.feed(Arrays.copyOfRange(all, at, Math.min(all.length, at + size)));
    }
    return members;
  }

  @Test
  void feed_envelope_keepsItsOwnMembers() {
    String json =
        "{ \"objects\" : [ {\"more\":false,\"next\":\"no\",\"a\":\"}]\\\"{\"} ] ,"
            + " \"more\" : true, \"next\" : \"a\\u00e9\\\"{,}\" }";
    for (int size = 1; size < json.length(); size++) {
      EnvelopeMembers members = read(json, size);

      assertThat(members.more()).isTrue();
      assertThat(members.next()).contains("aé\"{,}");
      assertThat(members.closed()).isTrue();
      assertThat(members.has("objects")).isTrue();
    }
  }

  @Test
  void next_numberOrNull_isReadWithTolerance() {
    assertThat(read("{\"more\":\"true\",\"next\":17}", 4).next()).contains("17");
    assertThat(read("{\"more\":\"true\",\"next\":17}", 4).more()).isTrue();
    assertThat(read("{\"next\":null}", 4).next()).isEmpty();
    assertThat(read("{\"next\":\"\"}", 4).next()).isEmpty();
    assertThat(read("{\"next\":\"null\"}", 4).next()).contains("null");
  }

  @Test
  void next_overlong_isNone() {
    String json = "{\"next\":\"" + "x".repeat(20_000) + "\",\"more\":true}";

    assertThat(read(json, 100).next()).isEmpty();
    assertThat(read(json, 100).more()).isTrue();
  }

  @Test
  void closed_cutOffOrAnotherValue_isNot() {
    for (String json : new String[] {"", "{", "{\"a\":{}", "[]", "7", "{\"a\":\"}"}) {
      assertThat(read(json, 2).closed()).as(json).isFalse();
    }
  }

  @Test
  void has_memberThatHasBegun_isThere() {
    assertThat(read("{\"more\":true,\"objects\":[", 3).has("objects")).isTrue();
    assertThat(read("{\"more\":\"objects\"", 3).has("objects")).isFalse();
  }
}
