// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import java.util.List;
import org.entente.server.taxii.RenderedPage;

/**
 * An answer before it is written.
 *
 * @param status the HTTP status
 * @param body what it says
 * @param headers beyond those that every answer has
 * @param objects how many objects it took in or gives out
 */
public record Response(int status, Body body, List<Header> headers, long objects) {
  /** A header line. */
  public record Header(CharSequence name, CharSequence value) {}

  /** What an answer says. */
  public sealed interface Body {
    /** Nothing. */
    record None() implements Body {}

    /** A JSON document. Not to be changed. */
    record Json(byte[] bytes) implements Body {}

    /** A page that others share, and this reader's own ending. */
    record Spliced(RenderedPage page, byte[] ending) implements Body {}
  }

  private static final Body NONE = new Body.None();

  /** A JSON document. */
  public static Response json(int status, byte[] bytes) {
    return new Response(status, new Body.Json(bytes), List.of(), 0);
  }

  /** No body at all. */
  public static Response empty(int status) {
    return new Response(status, NONE, List.of(), 0);
  }

  /** The same with more headers. */
  public Response with(List<Header> more) {
    return new Response(status, body, more, objects);
  }
}
