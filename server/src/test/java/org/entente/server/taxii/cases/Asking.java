// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.entente.server.HttpCaller.Ask;
import org.entente.server.HttpCaller.Header;
import org.entente.server.HttpCaller.Reply;

/** From the step of a case to the request on the wire. */
final class Asking {
  static final String TAXII = "application/taxii+json;version=2.1";

  private final Users users;
  private final Names names;

  Asking(Users users, Names names) {
    this.users = users;
    this.names = names;
  }

  Ask ask(Step.Request request) throws IOException {
    String[] words = names.resolve(request.send()).split(" ", 2);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("accept", List.of(TAXII));
    if (words[0].equals("POST")) {
      headers.put("content-type", List.of(TAXII));
    }
    String user = Objects.requireNonNullElse(request.as(), "rw");
    for (Header shown : users.headers(user, request.by())) {
      headers.put(shown.name().toLowerCase(Locale.ROOT), List.of(shown.value()));
    }
    if (request.headers() != null) {
      request.headers().forEach((name, value) -> header(headers, name, value));
    }
    List<String> how = Objects.requireNonNullElse(request.how(), List.of());
    if (how.contains("gzip")) {
      headers.put("content-encoding", List.of("gzip"));
    }
    Ask ask = Ask.of(words[0], words[1]).body(body(request, how), how.contains("chunked"));
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      for (String value : header.getValue()) {
        ask = ask.with(header.getKey(), value);
      }
    }
    return ask;
  }

  private void header(Map<String, List<String>> headers, String name, JsonNode value) {
    String key = name.toLowerCase(Locale.ROOT);
    if (value.isNull()) {
      headers.remove(key);
    } else if (value.isArray()) {
      headers.put(key, value.valueStream().map(one -> names.resolve(one.asText())).toList());
    } else {
      headers.put(key, List.of(names.resolve(value.asText())));
    }
  }

  private Buffer body(Step.Request request, List<String> how) throws IOException {
    String text = request.text() != null ? names.resolve(request.text()) : "";
    if (request.body() != null) {
      text = names.resolve(request.body()).toString();
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (request.size() != null) {
      bytes = (text + " ".repeat(request.size() - bytes.length)).getBytes(StandardCharsets.UTF_8);
    }
    return Buffer.buffer(how.contains("gzip") ? zipped(bytes) : bytes);
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** The body of an answer without its content coding. */
  static String plain(Reply reply) throws IOException {
    byte[] bytes = reply.body().getBytes();
    if ("gzip".equals(reply.headers().get("Content-Encoding"))) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = in.readAllBytes();
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
