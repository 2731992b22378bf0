// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.nio.file.Path;

/**
 * Where a running server leaves, in its data folder, what the commands need to talk to it.
 *
 * @param data the data folder
 */
public record AdminFiles(Path data) {
  /** One line: the URL of the management listener, {@code https://127.0.0.1:8444/}. */
  public Path url() {
    return data.resolve("admin.url");
  }

  /** One line: the first administrator's token. Readable by the owner alone. */
  public Path token() {
    return data.resolve("admin.token");
  }

  /** PEM: the certificate that the management listener shows; not there where it speaks HTTP. */
  public Path certificate() {
    return data.resolve("admin.pem");
  }
}
