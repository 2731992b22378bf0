// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.entente.connector.EventLoop;

/** Sends one request and reads one answer; what goes wrong is a {@link TaxiiException}. */
final class Wire {
  private static final int MAX_REDIRECTS = 5;

  /** Held for as long as the client: a collected one would close its connections. */
  private final HttpClientAgent http;

  private final TaxiiRuntime runtime;
  private final TaxiiOptions options;
  private final Origin origin;
  private final TaxiiAuth auth;
  private final Silence silence;

  Wire(TaxiiRuntime runtime, TaxiiOptions options, Origin origin, TaxiiAuth auth) {
    this.runtime = runtime;
    this.options = options;
    this.origin = origin;
    this.auth = auth;
    this.silence = silence(runtime, options);
    this.http = runtime.vertx().createHttpClient(httpOptions(options));
  }

  /** The silence that these options bear. */
  static Silence silence(TaxiiRuntime runtime, TaxiiOptions options) {
    return new Silence(runtime.vertx(), options.timeouts().silence());
  }

  private static HttpClientOptions httpOptions(TaxiiOptions options) {
    HttpClientOptions http =
        new HttpClientOptions()
            .setConnectTimeout(Math.toIntExact(options.timeouts().connect().toMillis()))
            .setDecompressionSupported(true)
            .setMaxHeaderSize(64 << 10);
    options
        .ca()
        .ifPresent(file -> http.setTrustOptions(new PemTrustOptions().addCertValue(pem(file))));
    return http;
  }

  private static Buffer pem(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readAllBytes();
      if (CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(bytes))
          .isEmpty()) {
        throw new CertificateException("there is none in it");
      }
      return Buffer.buffer(bytes);
    } catch (IOException | CertificateException unusable) {
      throw new IllegalArgumentException(
          "`" + file + "` holds no certificates that can be read", unusable);
    }
  }

  /** Sends a call and gives a good answer to the reader. */
  <T> Future<T> send(Call call, Function<HttpClientResponse, Future<T>> reader) {
    return EventLoop.run(runtime.vertx(), () -> send(call, reader, 0))
        .recover(cause -> Future.failedFuture(explained(call, cause)));
  }

  private <T> Future<T> send(
      Call call, Function<HttpClientResponse, Future<T>> reader, int redirects) {
    return http.request(request(call))
        .compose(request -> call.body() == null ? request.send() : request.send(call.body()))
        .compose(
            response -> {
              int status = response.statusCode();
              if (status >= 200 && status < 300) {
                return reader.apply(response);
              }
              if (status >= 300 && status < 400) {
                return discard(response)
                    .compose(
                        read ->
                            send(
                                call.to(target(call, response, redirects)), reader, redirects + 1));
              }
              return ErrorAnswer.read(call, response, runtime.clock(), silence);
            });
  }

  private RequestOptions request(Call call) {
    Origin target = Origin.of(call.url()).orElseThrow();
    String path = call.url().getRawPath();
    String query = call.url().getRawQuery();
    RequestOptions request =
        new RequestOptions()
            .setMethod(call.method())
            .setHost(target.host())
            .setPort(target.port())
            .setSsl(target.encrypted())
            .setURI(query == null ? path : path + "?" + query)
            .setFollowRedirects(false)
            .setConnectTimeout(options.timeouts().connect().toMillis())
            .setIdleTimeout(options.timeouts().silence().toMillis())
            .putHeader("User-Agent", options.userAgent());
    call.headers().forEach(request::putHeader);
    if (target.equals(origin)) {
      auth.headers().forEach(request::putHeader);
    }
    return request;
  }

  /** Where a redirect leads: on the same origin only, so that the credential stays where it was. */
  private static URI target(Call call, HttpClientResponse response, int redirects) {
    String location = response.getHeader("Location");
    if (location == null || redirects >= MAX_REDIRECTS) {
      throw new TaxiiException(
          TaxiiException.Kind.MOVED, call.what() + " redirects without an end");
    }
    URI target;
    try {
      target = call.url().resolve(location);
    } catch (IllegalArgumentException notAUrl) {
      throw new TaxiiException(
          TaxiiException.Kind.MOVED, call.what() + " redirects to what is no URL", notAUrl);
    }
    if (!call.method().equals(HttpMethod.GET) || !Origin.of(target).equals(Origin.of(call.url()))) {
      throw new TaxiiException(
          TaxiiException.Kind.MOVED,
          call.what() + " redirects to " + call.to(target).what() + ", which is not followed");
    }
    return target;
  }

  private Future<Void> discard(HttpClientResponse response) {
    return BodyReader.bounded(response, 1 << 20, "a redirect", silence).mapEmpty();
  }

  private static Throwable explained(Call call, Throwable cause) {
    if (cause instanceof TaxiiException) {
      return cause;
    }
    if (cause instanceof BodyReader.NotTaken notTaken) {
      return notTaken.why();
    }
    String what = call.what();
    if (cause instanceof UnknownHostException) {
      return new TaxiiException(
          TaxiiException.Kind.NOT_FOUND, what + ": the host is not known", cause);
    }
    if (cause instanceof SSLException) {
      String reason = Printable.of(String.valueOf(cause.getMessage()), 200);
      return new TaxiiException(
          TaxiiException.Kind.REFUSED, what + ": no trusted TLS connection: " + reason, cause);
    }
    if (passing(cause)) {
      String reason = Printable.of(String.valueOf(cause.getMessage()), 200);
      return new TaxiiException(
          TaxiiException.Kind.TRANSIENT, what + " did not answer to the end: " + reason, cause);
    }
    return new TaxiiException(
        TaxiiException.Kind.FORMAT, what + ": the answer could not be taken: " + cause, cause);
  }

  private static boolean passing(Throwable cause) {
    String name = cause.getClass().getName();
    return cause instanceof IOException
        || cause instanceof TimeoutException
        || name.startsWith("io.vertx.core.")
        || name.startsWith("io.netty.");
  }

  Future<Void> close() {
    return http.close();
  }
}
