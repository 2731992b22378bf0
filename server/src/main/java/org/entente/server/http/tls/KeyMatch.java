// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/** Whether a private key is that of a certificate: else only the first handshake would tell. */
final class KeyMatch {
  private static final byte[] PROBE = {1, 2, 3, 4};

  private KeyMatch() {}

  /** Fails unless what the private key signs holds for the public one. */
  static void check(KeyManagerFactory factory, PublicKey certified)
      throws GeneralSecurityException {
    Optional<String> algorithm = signature(certified.getAlgorithm());
    for (KeyManager manager : factory.getKeyManagers()) {
      if (algorithm.isPresent() && manager instanceof X509KeyManager known) {
        check(known, certified, Signature.getInstance(algorithm.get()));
      }
    }
  }

  private static void check(X509KeyManager known, PublicKey certified, Signature signature)
      throws GeneralSecurityException {
    String[] aliases = known.getServerAliases(certified.getAlgorithm(), null);
    for (String alias : aliases == null ? new String[0] : aliases) {
      PrivateKey key = known.getPrivateKey(alias);
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(PROBE);
      if (!signature.verify(signed)) {
        throw new InvalidKeyException("the key is another certificate's");
      }
    }
  }

  /** What such a key signs with here; of others nothing is known before the first handshake. */
  private static Optional<String> signature(String keyAlgorithm) {
    return switch (keyAlgorithm) {
      case "EC" -> Optional.of("SHA256withECDSA");
      case "RSA" -> Optional.of("SHA256withRSA");
      case "EdDSA" -> Optional.of("EdDSA");
      default -> Optional.empty();
    };
  }
}
