// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.entente.server.store.AuditChain;
import org.entente.server.store.AuditRecord;
import org.entente.server.taxii.Position;

/** The key that signs heads of the audit chain: Ed25519 (RFC 8032), kept by the store. */
public final class HeadKey {
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final String known;

  private HeadKey(PrivateKey secret, String known) {
    this.secret = secret;
    this.known = known;
  }

  /** A new key as it is kept: PKCS #8 and SubjectPublicKeyInfo in base64, a space between. */
  public static byte[] create(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(255, random);
      KeyPair pair = generator.generateKeyPair();
      String text =
          base64(pair.getPrivate().getEncoded()) + ' ' + base64(pair.getPublic().getEncoded());
      return text.getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java from 15 on has Ed25519", absent);
    }
  }

  /** Reads what {@link #create} made. */
  public static HeadKey of(byte[] kept) {
    String[] halves = new String(kept, StandardCharsets.US_ASCII).split(" ", 2);
    try {
      byte[] secret = Base64.getDecoder().decode(halves[0]);
      return new HeadKey(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret)),
          halves[1]);
    } catch (GeneralSecurityException damaged) {
      throw new IllegalStateException("the key of the audit heads is damaged", damaged);
    }
  }

  /**
   * Signs.
   *
   * @param last the newest record; absent for an empty chain
   * @param now when
   */
  public SignedHead sign(Optional<AuditRecord> last, Instant now) {
    SignedHead head =
        new SignedHead(
            last.map(AuditRecord::seq).orElse(0L),
            last.map(record -> Position.instant(record.position())),
            HexFormat.of().formatHex(last.map(AuditRecord::hash).orElseGet(AuditChain::start)),
            now,
            known,
            "");
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(head.text().getBytes(StandardCharsets.UTF_8));
      return new SignedHead(
          head.number(), head.at(), head.hash(), now, known, base64(signature.sign()));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the head cannot be signed", broken);
    }
  }

  /** Whether a head's signature is by the key that the head names. */
  public static boolean signed(SignedHead head) {
    try {
      byte[] key = Base64.getDecoder().decode(head.key());
      PublicKey known =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(known);
      signature.update(head.text().getBytes(StandardCharsets.UTF_8));
      return signature.verify(Base64.getDecoder().decode(head.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException forged) {
      return false;
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
