// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection with one request at a time. It reads no more of an answer than the load
 * needs, so that what is measured is the server.
 */
final class Connection {
  private static final int MAX_HEAD = 16 << 10;

  private final Script script;
  private final SocketAddress target;
  private final Selector selector;
  private SocketChannel channel;
  private SelectionKey key;
  private final byte[] head = new byte[MAX_HEAD];
  private int headSize;
  private int status;
  private String headText = "";
  private long remaining;
  private long length;
  private byte @Nullable [] body;
  private @Nullable ByteBuffer out;
  private boolean idle = true;
  private long sentAt;

  Connection(Script script, SocketAddress target, Selector selector) throws IOException {
    this.script = script;
    this.target = target;
    this.selector = selector;
    channel = open();
    key = channel.register(selector, 0, this);
  }

  private SocketChannel open() throws IOException {
    SocketChannel opened = SocketChannel.open();
    opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
    opened.connect(target);
    opened.configureBlocking(false);
    return opened;
  }

  Script script() {
    return script;
  }

  boolean idle() {
    return idle;
  }

  long sentAt() {
    return sentAt;
  }

  /** Sends the next request; false when the script has none left. */
  boolean send(long now) throws IOException {
    byte[] request = script.next();
    if (request == null) {
      idle = true;
      key.interestOps(0);
      return false;
    }
    if (new Answer(status, headText, 0, null).header("Connection").equals("close")) {
      close();
      channel = open();
      key = channel.register(selector, 0, this);
    }
    idle = false;
    sentAt = now;
    headSize = 0;
    headText = "";
    out = ByteBuffer.wrap(request);
    write();
    return true;
  }

  void write() throws IOException {
    ByteBuffer pending = out;
    if (pending != null) {
      channel.write(pending);
      if (!pending.hasRemaining()) {
        out = null;
      }
    }
    key.interestOps(
        out == null ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
  }

  void pause() {
    idle = true;
    key.interestOps(0);
  }

  void close() throws IOException {
    key.cancel();
    channel.close();
  }

  /** Reads what is there; the answer when its last byte came. */
  @Nullable Answer read(ByteBuffer buffer) throws IOException {
    buffer.clear();
    int read = channel.read(buffer);
    if (read < 0) {
      throw new BenchFailure("the server closed the connection in the middle of an answer");
    }
    buffer.flip();
    if (headText.isEmpty() && !readHead(buffer)) {
      return null;
    }
    int here = (int) Math.min(remaining, buffer.remaining());
    byte[] kept = body;
    if (kept != null) {
      buffer.get(kept, (int) (length - remaining), here);
    } else {
      buffer.position(buffer.position() + here);
    }
    remaining -= here;
    if (buffer.hasRemaining()) {
      throw new BenchFailure("more bytes came than Content-Length says");
    }
    return remaining == 0 ? new Answer(status, headText, length, body) : null;
  }

  private boolean readHead(ByteBuffer buffer) {
    while (buffer.hasRemaining()) {
      if (headSize == MAX_HEAD) {
        throw new BenchFailure("the head of an answer is longer than " + MAX_HEAD + " bytes");
      }
      byte b = buffer.get();
      head[headSize++] = b;
      if (b == '\n' && headSize > 3 && head[headSize - 3] == '\n') {
        headText = new String(head, 0, headSize, StandardCharsets.ISO_8859_1);
        startBody();
        return true;
      }
    }
    return false;
  }

  private void startBody() {
    status = Integer.parseInt(headText.substring(9, 12));
    String declared = new Answer(status, headText, 0, null).header("Content-Length");
    if (declared.isEmpty()) {
      throw new BenchFailure("an answer without Content-Length: " + headText);
    }
    length = Long.parseLong(declared);
    remaining = length;
    body = script.keepsBody() || status >= 300 ? new byte[Math.toIntExact(length)] : null;
  }
}
