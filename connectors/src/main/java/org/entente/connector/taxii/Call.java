// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, credentials apart.
 *
 * @param method GET or POST
 * @param url absolute
 * @param headers beside those of every request
 * @param body null for none
 */
record Call(HttpMethod method, URI url, Map<String, String> headers, @Nullable Buffer body) {
  static Call get(URI url) {
    return new Call(HttpMethod.GET, url, Map.of("Accept", Media.TAXII), null);
  }

  static Call post(URI url, Buffer body, Map<String, String> headers) {
    return new Call(HttpMethod.POST, url, headers, body);
  }

  /** The same request elsewhere. */
  Call to(URI other) {
    return new Call(method, other, headers, body);
  }

  /** The URL for messages: without query, where paging tokens are. */
  String what() {
    String text = url.toString();
    int query = text.indexOf('?');
    return "`" + Printable.of(query < 0 ? text : text.substring(0, query), 300) + "`";
  }
}
