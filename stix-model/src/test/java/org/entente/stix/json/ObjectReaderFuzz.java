// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashSet;
import java.util.Optional;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.json.ObjectListener.Token;
import org.entente.stix.json.equality.JsonEquality;

/**
 * Reads any bytes as an object: it is accepted, with facts that hold together, or refused with
 * reasons. Run with {@code JAZZER_FUZZ=1 mvn test -pl stix-model -Dtest=ObjectReaderFuzz}; {@link
 * FuzzTargetTest} runs it on its seeds and on seeded changes to them.
 */
class ObjectReaderFuzz {
  private static final ObjectLimits LIMITS = new ObjectLimits(5_000, 20, 1_000, 400, 10);

  @FuzzTest(maxDuration = "30s")
  void read(byte[] bytes) {
    Balance balance = new Balance();
    ReadResult result = new ObjectReader(LIMITS).read(bytes, balance);
    if (result instanceof ReadResult.Accepted accepted) {
      Check.same(balance.open, 0);
      check(accepted.object(), bytes);
    } else if (result instanceof ReadResult.Refused refused) {
      int problems = refused.problems().size();
      Check.that(problems > 0 && problems <= 50, "there are " + problems + " problems");
      Check.that(refused.id().orElse("").length() <= 256, "the id is too long");
      Check.that(refused.version().orElse("").length() <= 256, "the version is too long");
    }
    Check.that(JsonEquality.equal(bytes, bytes.clone()), "not equal to itself");
    byte[] spaced = ("\n " + new String(bytes, UTF_8)).getBytes(UTF_8);
    Check.same(JsonEquality.equal(spaced, bytes), JsonEquality.equal(bytes, spaced));
  }

  private static void check(StixObject object, byte[] bytes) {
    Check.that(object.bytes() == bytes, "other bytes");
    Check.same(StixId.parse(object.id().toString()), Optional.of(object.id()));
    Check.that(object.references().size() <= 10, "too many references");
    Check.same(new HashSet<>(object.references()).size(), object.references().size());
    Check.same(new HashSet<>(object.markings()).size(), object.markings().size());
    Check.that(!object.version().text().isEmpty(), "no version");
  }

  private static final class Balance implements ObjectListener {
    private int open;

    @Override
    public void token(Token token, Cursor at) {
      if (token == Token.END_OBJECT || token == Token.END_ARRAY) {
        open--;
      }
      Check.same(at.depth(), open);
      Check.that(at.text() != null, "no text");
      Check.that(at.pointer().isEmpty() || at.pointer().startsWith("/"), at.pointer());
      if (token == Token.START_OBJECT || token == Token.START_ARRAY) {
        open++;
      }
    }
  }
}
