// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates. */
final class Issuer {
  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");

  private final X500Principal name;
  private final KeyPair keys = keys();
  private final X509Certificate own;
  private int serial;

  Issuer(String name) throws Exception {
    this.name = new X500Principal(name);
    own = sign(this.name, keys, UNTIL, true);
  }

  /** A certificate and its key. */
  record Issued(X509Certificate certificate, KeyPair keys) {
    String sha256() throws Exception {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().withUpperCase().formatHex(hash);
    }

    /** As RFC 9440 has it. */
    String header() throws Exception {
      return ":" + Base64.getEncoder().encodeToString(certificate.getEncoded()) + ":";
    }

    KeyManager[] managers() throws Exception {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      X509Certificate[] chain = {certificate};
      store.setKeyEntry("own", keys.getPrivate(), new char[0], chain);
      KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(store, new char[0]);
      return factory.getKeyManagers();
    }

    void write(Path certificateFile, Path keyFile) throws IOException {
      Files.writeString(keyFile, pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
      Files.writeString(certificateFile, pem(certificate));
    }
  }

  Issued issue(String subject) throws Exception {
    return issue(subject, UNTIL);
  }

  Issued issue(String subject, Instant until) throws Exception {
    KeyPair pair = keys();
    return new Issued(sign(new X500Principal(subject), pair, until, false), pair);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, pem(own));
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private X509Certificate sign(X500Principal subject, KeyPair pair, Instant until, boolean issuer)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(++serial),
            Date.from(FROM),
            Date.from(until),
            subject,
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issuer));
    GeneralName here =
        new GeneralName(GeneralName.iPAddress, InetAddress.getLoopbackAddress().getHostAddress());
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(here));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }

  private static String pem(Object value) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(value);
    }
    return text.toString();
  }
}
