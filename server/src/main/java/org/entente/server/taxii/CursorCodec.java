// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads cursors: base64url of version, key id, position, time of issue and collection,
 * and an HMAC-SHA256 over these and the member. Nothing is kept on the server.
 */
public final class CursorCodec {
  /** How long a cursor is taken after it was issued. */
  public static final Duration VALID = Duration.ofDays(30);

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte VERSION = 1;
  private static final int FIXED = 1 + Integer.BYTES + Long.BYTES + Long.BYTES;
  private static final int MAC = 32;
  private static final int MAX_TEXT = 512;
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final int current;
  private final Mac writing;
  private final Map<Integer, Mac> keys = new LinkedHashMap<>();

  /**
   * A codec.
   *
   * @param keys the first one writes, all of them read
   * @param clock tells the time of issue and the age
   */
  public CursorCodec(List<CursorKey> keys, InstantSource clock) {
    this.clock = clock;
    this.current = keys.get(0).id();
    this.writing = mac(keys.get(0).secret());
    for (CursorKey key : keys) {
      this.keys.put(key.id(), mac(key.secret()));
    }
  }

  /** What a text turned out to be. */
  public sealed interface Decoded {
    /** The member's own cursor of this collection. */
    record Valid(long position) implements Decoded {}

    /** The member's own cursor of another collection: to be ignored. */
    record OtherCollection() implements Decoded {}

    /** Forged, damaged, another member's or too old. */
    record Refused() implements Decoded {}
  }

  /** A cursor that is issued now. */
  public String issue(long position, String collection, String member) {
    return encode(new Cursor(position, collection, member, clock.instant()));
  }

  /** Writes a cursor. */
  public String encode(Cursor cursor) {
    byte[] collection = cursor.collection().getBytes(StandardCharsets.UTF_8);
    byte[] payload =
        ByteBuffer.allocate(FIXED + collection.length)
            .put(VERSION)
            .putInt(current)
            .putLong(cursor.position())
            .putLong(cursor.issued().getEpochSecond())
            .put(collection)
            .array();
    byte[] whole =
        ByteBuffer.allocate(payload.length + MAC)
            .put(payload)
            .put(seal(writing, payload, cursor.member()))
            .array();
    return ENCODER.encodeToString(whole);
  }

  /**
   * Reads a cursor.
   *
   * @param text as the client sent it
   * @param collection the collection that it is used for
   * @param member the member that uses it
   */
  public Decoded decode(String text, String collection, String member) {
    byte[] whole = bytes(text);
    if (whole.length < FIXED + MAC || whole[0] != VERSION) {
      return new Decoded.Refused();
    }
    ByteBuffer in = ByteBuffer.wrap(whole, 1, whole.length - 1);
    Mac key = keys.get(in.getInt());
    byte[] payload = Arrays.copyOf(whole, whole.length - MAC);
    byte[] seal = Arrays.copyOfRange(whole, whole.length - MAC, whole.length);
    if (key == null || !MessageDigest.isEqual(seal, seal(key, payload, member))) {
      return new Decoded.Refused();
    }
    long position = in.getLong();
    Duration age = Duration.between(Instant.ofEpochSecond(in.getLong()), clock.instant());
    if (age.compareTo(VALID) > 0 || age.compareTo(SKEW.negated()) < 0) {
      return new Decoded.Refused();
    }
    String ofCollection =
        new String(payload, FIXED, payload.length - FIXED, StandardCharsets.UTF_8);
    return ofCollection.equals(collection)
        ? new Decoded.Valid(position)
        : new Decoded.OtherCollection();
  }

  /** Only the one spelling that we write: a flipped unused bit is damage, too. */
  private static byte[] bytes(String text) {
    try {
      byte[] whole = text.length() > MAX_TEXT ? new byte[0] : DECODER.decode(text);
      return ENCODER.encodeToString(whole).equals(text) ? whole : new byte[0];
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static byte[] seal(Mac key, byte[] payload, String member) {
    try {
      Mac mac = (Mac) key.clone();
      mac.update(payload);
      mac.update((byte) 0);
      return mac.doFinal(member.getBytes(StandardCharsets.UTF_8));
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the JDK's HMAC can be cloned", impossible);
    }
  }

  private static Mac mac(byte[] secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }
}
