// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.entente.stix.json.Items.Outcome;
import org.entente.stix.json.SplitResult.Failure;
import org.entente.stix.json.SplitResult.Kind;

/**
 * Holds the splitter against a strict decoder and Jackson's reader of characters, for any bytes.
 * Run with {@code JAZZER_FUZZ=1 mvn test -pl stix-model -Dtest=SplitterFuzz}; {@link
 * FuzzTargetTest} runs it on its seeds and on seeded changes to them.
 */
class SplitterFuzz {
  private static final Limits LIMITS =
      new Limits(100_000, 50, 1_000, new ObjectLimits(2_000, 10, 500, 400, 100));
  private static final StreamReadConstraints NO_LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .build();
  private static final JsonFactory LOOSE =
      JsonFactory.builder().streamReadConstraints(NO_LIMITS).build();
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .streamReadConstraints(NO_LIMITS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  @FuzzTest(maxDuration = "30s")
  void split(byte[] body) {
    Outcome whole = Items.split(body, Math.max(1, body.length), LIMITS);
    Check.same(Items.split(body, 1, LIMITS), whole);
    Check.same(Items.split(body, 7, LIMITS), whole);
    boolean wellFormed = isJson(LOOSE, body);
    if (whole.result() instanceof Failure failure) {
      Check.that(failure.offset() >= 0 && failure.offset() <= body.length, "the offset is outside");
      boolean said = failure.reason().contains("comes twice");
      Check.that(failure.kind() != Kind.MALFORMED || said || !wellFormed, "it is well-formed");
    } else {
      // Jackson takes half a surrogate pair in a string but not in a name; in an envelope we do.
      boolean escapes = new String(body, ISO_8859_1).contains("\\u");
      Check.that(wellFormed || escapes, "it is malformed");
      checkItems(body, whole);
    }
  }

  private static void checkItems(byte[] body, Outcome whole) {
    for (int i = 0; i < whole.slices().size(); i++) {
      byte[] slice = whole.slices().get(i).getBytes(StandardCharsets.UTF_8);
      int at = whole.offsets().get(i).intValue();
      Check.that(Arrays.equals(body, at, at + slice.length, slice, 0, slice.length), "other bytes");
      Check.that(isJson(STRICT, slice), "the slice is no good JSON");
    }
    for (int index : whole.refused().keySet()) {
      if (Items.problem(whole, index).rule() == Rule.DUPLICATE_KEY) {
        Check.that(!isJson(STRICT, body), "no name comes twice");
      }
    }
  }

  private static boolean isJson(JsonFactory factory, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      try (JsonParser parser = factory.createParser(new StringReader(text))) {
        if (parser.nextToken() == null) {
          return false;
        }
        parser.skipChildren();
        return parser.nextToken() == null;
      }
    } catch (CharacterCodingException notUtf8) {
      return false;
    } catch (IOException notJson) {
      return false;
    }
  }
}
