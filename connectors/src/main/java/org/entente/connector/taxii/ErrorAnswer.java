// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a server says about an error (TAXII 2.1 §3.6), whatever the shape. */
final class ErrorAnswer {
  private static final int MAX_BYTES = 256 << 10;
  private static final int MAX_SHOWN = 400;

  private ErrorAnswer() {}

  /** Always fails, with the status and whatever the server gave as a reason. */
  static <T> Future<T> read(
      Call call, HttpClientResponse response, InstantSource clock, Silence silence) {
    int status = response.statusCode();
    Duration wait = RetryAfter.parse(response.getHeader("Retry-After"), clock.instant());
    return BodyReader.bounded(response, MAX_BYTES, call.what(), silence)
        .otherwise(unreadable -> Buffer.buffer())
        .compose(
            body -> {
              String reason = reason(body);
              String message =
                  call.what() + " answered " + status + (reason.isEmpty() ? "" : ": " + reason);
              return Future.failedFuture(new TaxiiException(status, message, wait));
            });
  }

  private static String reason(Buffer body) {
    try {
      JsonObject error = new JsonObject(body);
      String said =
          Stream.of("title", "description", "detail", "error_id")
              .map(error::getValue)
              .filter(value -> value instanceof String text && !text.isBlank())
              .map(Object::toString)
              .collect(Collectors.joining(": "));
      return Printable.of(said, MAX_SHOWN);
    } catch (DecodeException | ClassCastException noError) {
      return "";
    }
  }
}
