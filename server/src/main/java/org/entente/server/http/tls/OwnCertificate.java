// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.entente.server.config.AddressRange;

/**
 * The certificate of a server that was given none: EC P-256, signed by itself, kept in DATA so that
 * its fingerprint stays the same from start to start.
 */
final class OwnCertificate {
  private static final Duration SKEW = Duration.ofDays(1);
  private static final Duration VALID = Duration.ofDays(3650);
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rw-------");

  private OwnCertificate() {}

  /** Makes certificate and key unless both are there. */
  static void ensure(
      Path certificate, Path key, List<String> names, Instant now, SecureRandom random) {
    if (Files.exists(certificate) && Files.exists(key)) {
      return;
    }
    try {
      Files.createDirectories(certificate.toAbsolutePath().getParent());
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      KeyPair pair = generator.generateKeyPair();
      String keyPem = pem(new JcaPKCS8Generator(pair.getPrivate(), null));
      String certificatePem = pem(sign(pair, names(names), now, random));
      write(key, keyPem);
      write(certificate, certificatePem);
    } catch (IOException | GeneralSecurityException | OperatorCreationException failed) {
      throw new TlsException("a certificate cannot be made in `" + certificate + "`", failed);
    }
  }

  private static Set<String> names(List<String> more) {
    Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
    try {
      names.add(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException nameless) {
      // A host without a name is reached by its address or by a name in the configuration.
    }
    names.addAll(more);
    return names;
  }

  private static X509CertificateHolder sign(
      KeyPair pair, Set<String> names, Instant now, SecureRandom random)
      throws IOException, OperatorCreationException {
    var subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, "entente").build();
    GeneralName[] alternatives =
        names.stream().map(OwnCertificate::alternative).toArray(GeneralName[]::new);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            subject,
            new BigInteger(126, random).add(BigInteger.ONE),
            Date.from(now.minus(SKEW)),
            Date.from(now.plus(VALID)),
            subject,
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
    return builder.build(
        new JcaContentSignerBuilder("SHA256withECDSA")
            .setSecureRandom(random)
            .build(pair.getPrivate()));
  }

  private static GeneralName alternative(String name) {
    Optional<InetAddress> address = AddressRange.literal(name);
    return address
        .map(ip -> new GeneralName(GeneralName.iPAddress, ip.getHostAddress()))
        .orElseGet(() -> new GeneralName(GeneralName.dNSName, name));
  }

  private static String pem(Object value) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(value);
    }
    return text.toString();
  }

  /** Nobody else may read it, not even for the moment between making and restricting it. */
  private static void write(Path file, String pem) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    FileAttribute<Set<PosixFilePermission>> mine = PosixFilePermissions.asFileAttribute(PRIVATE);
    try {
      Files.createFile(fresh, mine);
    } catch (FileAlreadyExistsException raced) {
      throw new IOException("another process makes the same file", raced);
    }
    Files.write(fresh, pem.getBytes(StandardCharsets.US_ASCII));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
