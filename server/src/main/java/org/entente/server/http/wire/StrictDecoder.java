// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;

/**
 * Vert.x' decoder of HTTP/1.1, but it tells when bytes of a request have come, and refuses a
 * request with two ideas of its own length (RFC 9112 §6.3), where Netty would believe one of them.
 * The only place that reaches below the public interfaces of Vert.x.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {
  private static final String NAME = "httpDecoder";

  private final Peer peer;

  private StrictDecoder(Http1ServerConfig config, Peer peer) {
    super(config);
    this.peer = peer;
  }

  /** Puts itself in place of the usual decoder; an HTTP/2 connection has none. */
  static void watch(HttpConnection connection, Http1ServerConfig config, Peer peer) {
    pipeline(connection)
        .filter(pipeline -> pipeline.get(NAME) != null)
        .ifPresent(pipeline -> pipeline.replace(NAME, NAME, new StrictDecoder(config, peer)));
  }

  /** Sends a whole answer, as bytes of HTTP/1.1, where there is no request yet, and closes. */
  static void answerAndClose(HttpConnection connection, byte[] answer) {
    Optional<ChannelHandlerContext> decoder =
        pipeline(connection).map(pipeline -> pipeline.context(NAME));
    if (decoder.isPresent()) {
      decoder
          .get()
          .writeAndFlush(Unpooled.wrappedBuffer(answer))
          .addListener(ChannelFutureListener.CLOSE);
    } else {
      var unused = connection.close();
    }
  }

  private static Optional<ChannelPipeline> pipeline(HttpConnection connection) {
    return connection instanceof ConnectionBase base
        ? Optional.of(base.channel().pipeline())
        : Optional.empty();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    peer.bytesCame();
    super.channelRead(context, message);
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
  }
}
