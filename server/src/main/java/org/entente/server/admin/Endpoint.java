// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.function.Function;

/**
 * One call of the API.
 *
 * @param method the HTTP method
 * @param path below {@code /admin}, {@code {name}} for what varies
 * @param roles who may
 * @param parameters the names it takes after the question mark
 * @param body what it reads
 * @param work what it does
 */
record Endpoint(
    HttpMethod method,
    String path,
    Set<Role> roles,
    Set<String> parameters,
    Body body,
    Function<Call, Future<Answer>> work) {

  static final Set<Role> ANYBODY = Set.of(Role.values());
  static final Set<Role> ADMIN = Set.of(Role.HUB_ADMIN);

  /**
   * What a call reads.
   *
   * @param most how many bytes at most
   * @param types media types, in lower case; empty for a call without a body
   */
  record Body(long most, Set<String> types) {
    static final Body NONE = new Body(1024, Set.of());
  }

  static Endpoint get(
      String path, Set<Role> roles, Set<String> parameters, Function<Call, Future<Answer>> work) {
    return new Endpoint(HttpMethod.GET, path, roles, parameters, Body.NONE, work);
  }

  Endpoint reading(Body what) {
    return new Endpoint(method, path, roles, parameters, what, work);
  }
}
