// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.stix.json.Items.SMALL;
import static org.entente.stix.json.Items.split;

import java.nio.ByteBuffer;
import java.util.List;
import org.entente.stix.json.SplitResult.Failure;
import org.entente.stix.json.SplitResult.Kind;
import org.entente.stix.json.SplitResult.Shape;
import org.entente.stix.json.SplitResult.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeSplitterTest {
  private static final String A = "{\"type\":\"a\", \"n\" : [1, {\"x\":\"\\\"]}\"}]}";
  private static final String B = "{ \"id\": \"žluťoučký 🐎\" }";

  @Test
  void split_envelope_givesEachObjectAsSent() {
    Items.Outcome outcome = split("{\"objects\": [ " + A + " ,\n" + B + "\t] , \"more\":false}");
    assertThat(outcome.result()).isEqualTo(new Whole(Shape.ENVELOPE, 2));
    assertThat(outcome.slices()).containsExactly(A, B);
    assertThat(outcome.offsets()).containsExactly(14L, 14L + A.length() + 3);
    assertThat(outcome.refused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"more\":true,\"next\":\"x\",\"objects\":[%s]}",
        "{\"objects\":[%s],\"next\":null,\"more\":false}",
        "{\"x\":{\"objects\":[1,2]},\"y\":[[{\"a\":1,\"a\":2}],1e999],\"objects\":[%s]}",
        "{\"objects\":[%s],\"x\":{\"objects\":[1,2],\"a\":1,\"a\":\"\\ud800\"}}",
        " \r\n\t{ \"\\u006fbjects\" : [ %s ] } \n",
        "{\"type\":\"report\",\"id\":\"report--1\",\"objects\":[%s]}",
        "{\"type\":[\"bundle\"],\"type2\":\"bundle\",\"objects\":[%s]}",
      })
  void split_membersInAnyOrder_isAnEnvelope(String body) {
    Items.Outcome outcome = split(String.format(body, A));
    assertThat(outcome.result()).isEqualTo(new Whole(Shape.ENVELOPE, 1));
    assertThat(outcome.slices()).containsExactly(A);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[%s]}",
        "{\"objects\":[%s],\"id\":\"bundle--1\",\"type\":\"bundle\"}",
        "{\"objects\":[%s],\"\\u0074ype\":\"\\u0062undle\"}",
      })
  void split_bundle_isUnwrapped(String body) {
    Items.Outcome outcome = split(String.format(body, A));
    assertThat(outcome.result())
        .isInstanceOfSatisfying(
            Whole.class,
            whole -> {
              assertThat(whole.shape()).isEqualTo(Shape.BUNDLE);
              assertThat(whole.items()).isEqualTo(1);
            });
    assertThat(outcome.slices()).containsExactly(A);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"tool\",\"id\":\"tool--1\"}",
        "{\"\\u0069d\":\"tool--1\",\"x\":[{\"objects\":[{}]}],\"typ\\u0065\":\"tool\"}",
        "{\"type\":\"observed-data\",\"id\":\"x\",\"objects\":{\"0\":{\"type\":\"file\"}}}",
      })
  void split_oneObject_isTaken(String object) {
    Items.Outcome outcome = split("  " + object + "\n");
    assertThat(outcome.result()).isEqualTo(new Whole(Shape.OBJECT, 1));
    assertThat(outcome.slices()).containsExactly(object);
    assertThat(outcome.offsets()).containsExactly(2L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[{\"objects\":[{}]}]",
        "\"objects\"",
        "17",
        "null",
        "{\"objects\":[]}",
        "{\"objects\":{}}",
        "{\"objects\":null}",
        "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[]}",
        "{\"type\":\"tool\"}",
        "{\"id\":\"tool--1\"}",
        "{\"type\":7,\"id\":\"tool--1\"}",
        "{\"x\":{\"type\":\"tool\",\"id\":\"tool--1\"}}",
      })
  void split_jsonThatIsNoEnvelope_isSaidToBeNone(String body) {
    assertThat(split(body).result())
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.NOT_AN_ENVELOPE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"objects\":[{}],\"objects\":[{}]}",
        "{\"objects\":[{}],\"more\":1,\"more\":1}",
        "{\"more\":1,\"\\u006dore\":1,\"objects\":[{}]}",
        "{\"objects\":1,\"objects\":[{}]}",
        "{\"type\":\"bundle\",\"type\":\"tool\"}",
      })
  void split_nameTwiceInTheEnvelope_isMalformed(String body) {
    assertThat(split(body).result())
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
              assertThat(failure.reason()).contains("comes twice");
            });
  }

  @Test
  void split_tooManyTokensBeforeObjects_isNoEnvelope() {
    String exact = "{\"x\":[" + "1,".repeat(194) + "1],\"objects\":[{}]}";
    assertThat(split(exact).result()).isInstanceOf(Whole.class);
    Failure failure = (Failure) split(exact.replace("[1,", "[0,1,")).result();
    assertThat(failure.kind()).isEqualTo(Kind.NOT_AN_ENVELOPE);
    assertThat(failure.reason()).isEqualTo("there are more than 200 tokens before `objects`");
  }

  @Test
  void split_moreObjectsThanTheLimit_isTooLarge() {
    String ten = "{},1,[],".repeat(3);
    assertThat(split("{\"objects\":[" + ten + "{}]}").result())
        .isEqualTo(new Whole(Shape.ENVELOPE, 10));
    Failure failure = (Failure) split("{\"objects\":[" + ten + "{},{}]}").result();
    assertThat(failure)
        .isEqualTo(new Failure(Kind.TOO_LARGE, "there are more than 10 objects", 39));
  }

  @Test
  void split_moreBytesThanTheLimit_isTooLarge() {
    String body = "{\"objects\":[{}]}";
    String exact = body + " ".repeat(10_000 - body.length());
    assertThat(split(exact).result()).isInstanceOf(Whole.class);
    for (int chunk : new int[] {1, 7, 10_001}) {
      assertThat(split((exact + " ").getBytes(UTF_8), chunk, SMALL).result())
          .isEqualTo(new Failure(Kind.TOO_LARGE, "the body is larger than 10000 bytes", 10_000));
    }
  }

  @Test
  void split_moreMembersThanAnEnvelopeMayHave_isNoEnvelope() {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 1_001; i++) {
      members.append(",\"m").append(i).append("\":0");
    }
    byte[] body = ("{\"objects\":[{}]" + members + "}").getBytes(UTF_8);
    Limits limits = new Limits(100_000, 1, 10, ObjectLimits.DEFAULT);
    assertThat(((Failure) split(body, 100, limits).result()).kind())
        .isEqualTo(Kind.NOT_AN_ENVELOPE);
  }

  @Test
  void split_longMembersBeforeObjects_areSkipped() {
    String body = "{\"x\":\"" + "y".repeat(5_000) + "\",\"objects\":[" + A + "]}";
    for (int chunk : new int[] {1, 3, 1_000, 10_000}) {
      Items.Outcome outcome = split(body.getBytes(UTF_8), chunk, SMALL);
      assertThat(outcome.result()).isEqualTo(new Whole(Shape.ENVELOPE, 1));
      assertThat(outcome.slices()).containsExactly(A);
    }
  }

  @Test
  void feed_buffers_areReadFromPositionToLimit() {
    byte[] body = ("xx{\"objects\":[" + A + "," + B + "]}yy").getBytes(UTF_8);
    ByteBuffer direct = ByteBuffer.allocateDirect(body.length).put(body);
    for (ByteBuffer buffer : List.of(ByteBuffer.wrap(body), direct)) {
      Items items = new Items();
      EnvelopeSplitter splitter = new EnvelopeSplitter(SMALL, items);
      buffer.position(2).limit(body.length - 2);
      assertThat(splitter.feed(buffer)).isEmpty();
      assertThat(buffer.hasRemaining()).isFalse();
      assertThat(splitter.end()).isEqualTo(new Whole(Shape.ENVELOPE, 2));
      assertThat(items.slices).containsExactly(A, B);
    }
  }

  @Test
  void feed_placesOutsideTheChunk_areTheCallersFault() {
    EnvelopeSplitter splitter = new EnvelopeSplitter(SMALL, new Items());
    assertThatThrownBy(() -> splitter.feed(new byte[3], 2, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void feed_afterAFailure_repeatsIt() {
    EnvelopeSplitter splitter = new EnvelopeSplitter(SMALL, new Items());
    byte[] body = "{]{\"objects\":[{}]}".getBytes(UTF_8);
    Failure failure = splitter.feed(body, 0, 2).orElseThrow();
    assertThat(splitter.feed(body, 2, body.length - 2)).contains(failure);
    assertThat(splitter.end()).isEqualTo(failure);
  }

  @Test
  void feed_object_isHandedOutBeforeTheNextByteComes() {
    Items items = new Items();
    EnvelopeSplitter splitter = new EnvelopeSplitter(SMALL, items);
    byte[] body = ("{\"objects\":[" + A).getBytes(UTF_8);
    assertThat(splitter.feed(body, 0, body.length - 1)).isEmpty();
    assertThat(items.slices).isEmpty();
    assertThat(splitter.feed(body, body.length - 1, 1)).isEmpty();
    assertThat(items.slices).containsExactly(A);
  }
}
