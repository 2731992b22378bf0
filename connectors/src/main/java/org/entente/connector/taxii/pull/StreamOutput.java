// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes whole pages to a stream; the page at hand waits in a temporary file. */
final class StreamOutput implements Output {
  private final OutputStream out;
  private final FileChannel page;
  private long kept;

  private StreamOutput(OutputStream out, FileChannel page) {
    this.out = out;
    this.page = page;
  }

  /** Opens over a stream, which stays open afterwards. */
  static StreamOutput open(OutputStream out) throws IOException {
    Path file = Files.createTempFile("entente-page", ".tmp");
    return new StreamOutput(
        out,
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  @Override
  public void write(byte[] part, long at) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(part);
    while (rest.hasRemaining()) {
      page.write(rest, at + rest.position());
    }
  }

  @Override
  public void keep(long length, byte[] tail) throws IOException {
    page.position(0);
    Channels.newInputStream(page.truncate(length)).transferTo(out);
    out.flush();
    kept += length;
  }

  @Override
  public void finish(byte[] tail) throws IOException {
    out.write(tail);
    out.flush();
  }

  @Override
  public long length() {
    return kept;
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
