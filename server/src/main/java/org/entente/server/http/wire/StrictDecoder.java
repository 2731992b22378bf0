// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;
import java.util.Optional;

/**
 * Vert.x' decoder of HTTP/1.1, but it tells when bytes of a request have come, and refuses a
 * request with two ideas of its own length (RFC 9112 §6.3), where Netty would believe one of them.
 * The only place that reaches below the public interfaces of Vert.x.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {
  private static final String NAME = "httpDecoder";

  /** Bytes of answers that may wait for their reader when it asks for more. */
  private static final long MOST_WAITING = 1 << 20;

  private final Peer peer;

  private StrictDecoder(Http1ServerConfig config, Peer peer) {
    super(config);
    this.peer = peer;
  }

  /** Puts itself in place of the usual decoder; an HTTP/2 connection has none. */
  static void watch(HttpConnection connection, Http1ServerConfig config, Peer peer) {
    pipeline(connection)
        .filter(pipeline -> pipeline.get(NAME) != null)
        .ifPresent(
            pipeline -> {
              pipeline.replace(NAME, NAME, new StrictDecoder(config, peer));
              // A client that has sent all it wants may still wait for its answer.
              pipeline.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
            });
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

  /**
   * Closes at once. {@link HttpConnection#close} would wait until all that is under way is taken,
   * so never when the other end takes nothing.
   */
  static void cutOff(HttpConnection connection) {
    pipeline(connection)
        .map(ChannelPipeline::firstContext)
        .ifPresent(
            first -> {
              var unused = first.close();
            });
  }

  /** How many bytes wait for the system to take them; to be asked on the event loop. */
  static long written(HttpConnection connection) {
    return pipeline(connection).map(pipeline -> written(pipeline.channel())).orElse(0L);
  }

  private static long written(Channel channel) {
    ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
    return waiting == null ? 0 : waiting.totalPendingWriteBytes();
  }

  private static Optional<ChannelPipeline> pipeline(HttpConnection connection) {
    return connection instanceof ConnectionBase base
        ? Optional.of(base.channel().pipeline())
        : Optional.empty();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (written(context.channel()) > MOST_WAITING) {
      // It asks for more, and does not take what it was answered.
      ReferenceCountUtil.release(message);
      var unused = context.channel().close();
      return;
    }
    peer.bytesCame();
    super.channelRead(context, message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    super.userEventTriggered(context, event);
    if (event instanceof ChannelInputShutdownEvent) {
      peer.inputEnded();
    }
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out)
      throws Exception {
    int before = out.size();
    super.decode(context, bytes, out);
    for (int i = before; i < out.size(); i++) {
      if (out.get(i) instanceof HttpRequest request) {
        peer.withinBody(!(request instanceof LastHttpContent));
        if (request.decoderResult().isSuccess() && !isClear(request)) {
          request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("unclear")));
        }
      } else if (out.get(i) instanceof LastHttpContent last) {
        peer.withinBody(false);
        if (last.decoderResult().isFailure()) {
          // Vert.x would close the connection without a word.
          ReferenceCountUtil.release(out.remove(i));
          peer.bodyBroke();
        }
      }
    }
  }

  /** Whether whoever passes it on could only read it as we do (RFC 9112 §3.2 and §6.1). */
  private static boolean isClear(HttpRequest request) {
    HttpHeaders headers = request.headers();
    if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
      List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
      if (codings.size() > 1 || !codings.get(0).strip().equalsIgnoreCase("chunked")) {
        return false;
      }
    }
    int hosts = headers.getAll(HttpHeaderNames.HOST).size();
    return hosts == 1 || hosts == 0 && request.protocolVersion().equals(HttpVersion.HTTP_1_0);
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
  }
}
