// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.rest;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One request, authenticated and read.
 *
 * @param caller who calls
 * @param path the parameters of the path
 * @param query the parameters after it
 * @param body the body; empty where the call takes none
 */
public record Call(Caller caller, Map<String, String> path, Query query, Buffer body) {
  /** A parameter of the path; empty where there is none. */
  public String path(String name) {
    return Optional.ofNullable(path.get(name)).orElse("");
  }

  /** The id of a credential out of a path. */
  public String credential() {
    return path("member") + "/" + path("name");
  }

  /** The body as text; bytes that are no UTF-8 are refused, not replaced. */
  public String text() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(body.getBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(400, "the body is not UTF-8");
    }
  }
}
