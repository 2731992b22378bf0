// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.entente.stix.json.ObjectListener.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of one object in one pass and checks what storing it needs, no more. Expects a
 * {@link Slice}: that no name comes twice has been seen to by {@link EnvelopeSplitter}.
 */
public final class ObjectReader {
  private static final ObjectListener NOBODY = (token, at) -> {};

  private final ObjectLimits limits;
  private final JsonFactory json;

  /**
   * Makes a reader, for one thread. Use one for each submission: the names in it, which strangers
   * choose, are cached inside.
   *
   * @param limits what an object may take
   */
  public ObjectReader(ObjectLimits limits) {
    this.limits = limits;
    json = JsonParsers.factory(limits);
  }

  /**
   * Reads an object.
   *
   * @param bytes the object as sent; kept in the facts
   */
  public ReadResult read(byte[] bytes) {
    return read(bytes, NOBODY);
  }

  /**
   * Reads an object while a listener follows.
   *
   * @param bytes the object as sent; kept in the facts
   * @param listener is told of each token, up to about where the bytes are no JSON
   */
  public ReadResult read(byte[] bytes, ObjectListener listener) {
    Problems problems = new Problems();
    Facts facts = new Facts(limits.references(), problems);
    FactWalk walk = new FactWalk(facts, problems);
    if (bytes.length > limits.bytes()) {
      problems.add(Problem.tooLarge(limits.bytes()));
      return facts.refused();
    }
    if (listener != NOBODY) {
      listener.begin(TypeFinder.find(bytes));
    }
    Problem broken = null;
    try (JsonParser parser = json.createParser(bytes)) {
      broken = read(parser, walk, listener);
    } catch (IOException | UncheckedIOException notJson) {
      broken = Problem.whole(Rule.NOT_JSON, "the object is not JSON within the limits");
    }
    if (broken != null) {
      problems.add(broken);
      return facts.refused();
    }
    return facts.result(bytes, walk.newObservable());
  }

  private @Nullable Problem read(JsonParser parser, FactWalk walk, ObjectListener listener)
      throws IOException {
    TokenCursor cursor = new TokenCursor(parser);
    Token token = cursor.advance();
    if (token != Token.START_OBJECT) {
      return Problem.whole(Rule.NOT_AN_OBJECT, "a STIX object is a JSON object");
    }
    while (token != null) {
      walk.token(token, cursor);
      listener.token(token, cursor);
      boolean ended = token == Token.END_OBJECT && cursor.depth() == 0;
      token = cursor.advance();
      if (ended && token != null) {
        return Problem.whole(Rule.NOT_JSON, "there is more after the object");
      }
    }
    return null;
  }
}
