// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe.audit;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the audit chain came to, signed, to be kept elsewhere: nobody can change a record before it
 * without the chain missing this head.
 *
 * @param number of the last record; 0 for an empty chain
 * @param at when that was written; absent for an empty chain
 * @param hash its hash, hexadecimal
 * @param signed when the head was signed
 * @param key the public key, Ed25519, as SubjectPublicKeyInfo in base64
 * @param signature over {@link #text()}, base64
 */
public record SignedHead(
    long number, Optional<Instant> at, String hash, Instant signed, String key, String signature) {

  /** What is signed: the canonical JSON (RFC 8785) of everything but the signature. */
  public String text() {
    return CanonicalJson.of(unsigned().encode());
  }

  private JsonObject unsigned() {
    JsonObject json = new JsonObject().put("number", number).put("hash", hash);
    at.ifPresent(time -> json.put("at", time.toString()));
    return json.put("signed", signed.toString()).put("key", key);
  }

  /** The head with its signature, as the API gives it. */
  public JsonObject json() {
    return unsigned().put("signature", signature);
  }

  /**
   * Reads {@link #json()} back.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static SignedHead parse(String text) {
    try {
      JsonObject json = new JsonObject(text);
      return new SignedHead(
          json.getLong("number"),
          Optional.ofNullable(json.getString("at")).map(Instant::parse),
          json.getString("hash").strip(),
          Instant.parse(json.getString("signed")),
          json.getString("key").strip(),
          json.getString("signature").strip());
    } catch (DecodeException | ClassCastException | DateTimeException | NullPointerException no) {
      throw new IllegalArgumentException("this is no signed head", no);
    }
  }
}
