// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How the records of administration are chained: each hash covers the one before it. */
public final class AuditChain {
  /** What the first record follows. */
  private static final byte[] START = new byte[32];

  private AuditChain() {}

  /** The hash that a chain starts from. */
  public static byte[] start() {
    return START.clone();
  }

  /**
   * The hash of the record that follows another.
   *
   * @param previous the hash before it
   * @param seq its number
   * @param position its position
   * @param entry what was done
   */
  public static byte[] next(byte[] previous, long seq, long position, AuditEntry entry) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous);
      digest.update(ByteBuffer.allocate(16).putLong(seq).putLong(position).array());
      for (String field :
          new String[] {entry.actor(), entry.action(), entry.subject(), entry.detail()}) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }

  /** Whether a record follows a hash. */
  public static boolean follows(byte[] previous, AuditRecord record) {
    return MessageDigest.isEqual(
        next(previous, record.seq(), record.position(), record.entry()), record.hash());
  }
}
