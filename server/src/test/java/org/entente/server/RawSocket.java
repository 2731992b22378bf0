// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that sends what no library would, and waits at most 30 seconds for anything. */
final class RawSocket implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;

  RawSocket(Socket connected) throws IOException {
    socket = connected;
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  static RawSocket to(URI server) throws IOException {
    if (server.getScheme().equals("https")) {
      return TrustAll.connect(server);
    }
    return new RawSocket(plain(server));
  }

  /** One that takes little before it is read from. */
  static RawSocket narrow(URI server) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    return new RawSocket(socket);
  }

  private static Socket plain(URI server) throws IOException {
    return new Socket(server.getHost().replaceAll("[\\[\\]]", ""), server.getPort());
  }

  RawSocket send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  RawSocket send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Says that nothing more will be sent, and goes on reading. */
  RawSocket endSending() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** The next answer, without waiting for the end of the connection where its length is known. */
  RawAnswer answer() throws IOException {
    String first = line();
    List<String> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    RawAnswer head = new RawAnswer(Integer.parseInt(first.split(" ")[1]), headers, new byte[0]);
    if (head.status() == 100) {
      return answer();
    }
    byte[] body = head.header("transfer-encoding").equals("chunked") ? chunks() : plainBody(head);
    return new RawAnswer(head.status(), headers, body);
  }

  /** The status of an answer that only says to go on. */
  int interim() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    while (!line().isEmpty()) {
      continue;
    }
    return status;
  }

  private byte[] plainBody(RawAnswer head) throws IOException {
    String length = head.header("content-length");
    return length.isEmpty() ? in.readAllBytes() : exactly(Integer.parseInt(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("only " + bytes.length + " bytes of " + length);
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ended after `" + line + "`");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /** Everything until the server closes; an abrupt end is an end, too. */
  byte[] rest() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (IOException reset) {
      return all.toByteArray();
    }
    return all.toByteArray();
  }

  Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
