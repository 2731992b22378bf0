// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A small TAXII resource, read with tolerance: what is missing or of the wrong kind is absent.
 *
 * @param json the resource
 * @param what names its place in messages
 */
record Document(JsonObject json, String what) {
  static Document parse(Buffer body, String what) {
    try {
      return new Document(new JsonObject(body), what);
    } catch (DecodeException | ClassCastException notAnObject) {
      throw new TaxiiException(
          TaxiiException.Kind.FORMAT, what + " answered what is no JSON object", notAnObject);
    }
  }

  Optional<String> text(String name) {
    return json.getValue(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  String required(String name) {
    return text(name)
        .orElseThrow(
            () ->
                new TaxiiException(
                    TaxiiException.Kind.FORMAT, what + " answered without `" + name + "`"));
  }

  OptionalLong number(String name) {
    return json.getValue(name) instanceof Number number
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  boolean flag(String name, boolean otherwise) {
    return json.getValue(name) instanceof Boolean flag ? flag : otherwise;
  }

  List<String> texts(String name) {
    return values(name).filter(String.class::isInstance).map(String.class::cast).toList();
  }

  List<Document> documents(String name) {
    return values(name)
        .filter(JsonObject.class::isInstance)
        .map(value -> new Document((JsonObject) value, what))
        .toList();
  }

  private Stream<Object> values(String name) {
    return json.getValue(name) instanceof JsonArray list ? list.stream() : Stream.empty();
  }
}
