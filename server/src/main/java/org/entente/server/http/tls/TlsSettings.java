// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where certificates are.
 *
 * @param certificate the chain in PEM form; with {@code key} absent, one is made
 * @param key the private key in PEM form
 * @param clientCa who issues client certificates, in PEM form; absent means none are asked for
 * @param names more names for a certificate that is made
 * @param made the folder where it is kept
 */
public record TlsSettings(
    Optional<Path> certificate,
    Optional<Path> key,
    Optional<Path> clientCa,
    List<String> names,
    Path made) {
  /** Copies what is given; a certificate without its key, or the reverse, is refused. */
  public TlsSettings {
    if (certificate.isPresent() != key.isPresent()) {
      throw new TlsException("`tls.certificate` and `tls.key` are set together or not at all");
    }
    names = List.copyOf(names);
  }
}
