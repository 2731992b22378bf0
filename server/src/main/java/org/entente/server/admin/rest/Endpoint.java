// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.rest;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.function.Function;

/**
 * One call of the API.
 *
 * @param method the HTTP method
 * @param path below the mount point, {@code {name}} for what varies
 * @param roles who may; empty for everybody whom the door lets in
 * @param parameters the names it takes after the question mark
 * @param body what it reads
 * @param work what it does
 */
public record Endpoint(
    HttpMethod method,
    String path,
    Set<String> roles,
    Set<String> parameters,
    Body body,
    Function<Call, Future<Answer>> work) {

  /**
   * What a call reads.
   *
   * @param most how many bytes at most
   * @param types media types, in lower case; empty for a call without a body
   */
  public record Body(long most, Set<String> types) {
    /** Nothing. */
    public static final Body NONE = new Body(1024, Set.of());
  }

  /** A call that reads. */
  public static Endpoint get(
      String path, Set<String> roles, Set<String> parameters, Function<Call, Future<Answer>> work) {
    return new Endpoint(HttpMethod.GET, path, roles, parameters, Body.NONE, work);
  }

  /** The same, with a body. */
  public Endpoint reading(Body what) {
    return new Endpoint(method, path, roles, parameters, what, work);
  }
}
