// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Tells objects apart by their bytes, in sixteen characters. */
final class Mark {
  private static final int BYTES = 12;

  private Mark() {}

  static String of(byte[] object) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(object);
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
