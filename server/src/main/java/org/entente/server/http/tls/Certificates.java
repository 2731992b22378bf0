// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.tls;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.server.config.Config;

/** Reads the certificates that the listeners use. */
public final class Certificates {
  /** Forward secrecy and authenticated encryption only: none of RFC 7540 Appendix A. */
  private static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private final Path certificate;
  private final Path key;
  private final Optional<Path> clientCa;
  private final boolean made;

  private Certificates(Path certificate, Path key, Optional<Path> clientCa, boolean made) {
    this.certificate = certificate;
    this.key = key;
    this.clientCa = clientCa;
    this.made = made;
  }

  /**
   * Finds the certificates, and makes one when none is configured.
   *
   * @param settings which files
   * @param made the folder for a certificate that is made
   * @param clock says from when it is valid
   * @param random makes its key
   * @throws TlsException when it cannot be made
   */
  public static Certificates find(
      Config.Tls settings, Path made, InstantSource clock, SecureRandom random) {
    if (settings.certificate().isPresent() && settings.key().isPresent()) {
      return new Certificates(
          settings.certificate().get(), settings.key().get(), settings.clientCa(), false);
    }
    Path certificate = made.resolve("tls.crt");
    Path key = made.resolve("tls.key");
    OwnCertificate.ensure(certificate, key, settings.names(), clock.instant(), random);
    return new Certificates(certificate, key, settings.clientCa(), true);
  }

  /** The file with the certificate, for clients that are to trust it. */
  public Path certificate() {
    return certificate;
  }

  /** Whether the certificate was made here, so that clients do not know its issuer. */
  public boolean made() {
    return made;
  }

  /** The files, for whoever watches them. */
  List<Path> files() {
    return clientCa.isPresent()
        ? List.of(certificate, key, clientCa.get())
        : List.of(certificate, key);
  }

  /**
   * Reads the files as they are now.
   *
   * @param clients whether client certificates are asked for, where there is an issuer
   * @throws TlsException when one is damaged; names it
   */
  public ServerSSLOptions read(boolean clients) {
    Buffer chain = buffer(certificate);
    Certificate leaf = parse(certificate, chain);
    PemKeyCertOptions pair = new PemKeyCertOptions().addCertValue(chain).addKeyValue(buffer(key));
    try {
      KeyMatch.check(pair.getKeyManagerFactory(null), leaf.getPublicKey());
    } catch (Exception unusable) {
      throw new TlsException(
          "the key `" + key + "` cannot be used with the certificate `" + certificate + "`",
          unusable);
    }
    ServerSSLOptions options =
        new ServerSSLOptions()
            .setKeyCertOptions(pair)
            .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
            .setUseAlpn(true)
            .setApplicationLayerProtocols(List.of("h2", "http/1.1"));
    SUITES.forEach(options::addEnabledCipherSuite);
    if (clients && clientCa.isPresent()) {
      Buffer issuers = buffer(clientCa.get());
      parse(clientCa.get(), issuers);
      options
          .setTrustOptions(new PemTrustOptions().addCertValue(issuers))
          .setClientAuth(ClientAuth.REQUEST);
    }
    return options;
  }

  /** The SHA-256 of the certificate, as people compare it: pairs of hexadecimal digits. */
  public String fingerprint() {
    Certificate leaf = parse(certificate, buffer(certificate));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(leaf.getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    } catch (NoSuchAlgorithmException | CertificateException impossible) {
      throw new TlsException("the certificate `" + certificate + "` cannot be hashed", impossible);
    }
  }

  /** What distinguishes this state of the files from another one. */
  String state() {
    return files().stream().map(Certificates::state).collect(Collectors.joining(" "));
  }

  private static String state(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file);
    } catch (IOException gone) {
      return "gone";
    }
  }

  private static Buffer buffer(Path file) {
    try {
      return Buffer.buffer(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new TlsException("the file `" + file + "` cannot be read", unreadable);
    }
  }

  @CanIgnoreReturnValue
  private static Certificate parse(Path file, Buffer pem) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.getBytes()))
          .stream()
          .findFirst()
          .orElseThrow(() -> new CertificateException("there is none in it"));
    } catch (CertificateException damaged) {
      throw new TlsException("the file `" + file + "` is no certificate in PEM form", damaged);
    }
  }
}
