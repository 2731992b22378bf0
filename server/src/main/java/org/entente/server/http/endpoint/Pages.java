// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.server.http.wire.Outgoing;
import org.entente.server.taxii.CursorCodec;
import org.entente.server.taxii.CursorCodec.Decoded;
import org.entente.server.taxii.ObjectQuery;
import org.entente.server.taxii.Page;
import org.entente.server.taxii.Position;
import org.entente.server.taxii.QueryParser;
import org.entente.server.taxii.QueryScope;
import org.entente.server.taxii.RenderedPage;
import org.entente.server.taxii.TaxiiFailure;

/** What the endpoints that answer with pages have in common: the question and the answer. */
public final class Pages {
  private static final CharSequence FIRST = HttpHeaders.createOptimized("X-TAXII-Date-Added-First");
  private static final CharSequence LAST = HttpHeaders.createOptimized("X-TAXII-Date-Added-Last");
  private static final byte[] NO_RECORDS = ascii("{}");

  private final QueryParser parser;
  private final CursorCodec cursors;
  private final byte[] noObjects;
  private final Outgoing outgoing;

  /**
   * Pages.
   *
   * @param parser reads the questions
   * @param cursors reads and writes {@code next}
   * @param emptyList whether an envelope without objects has an empty list
   * @param outgoing what is not yet sent: beyond its bound no page is even looked up
   */
  public Pages(QueryParser parser, CursorCodec cursors, boolean emptyList, Outgoing outgoing) {
    this.parser = parser;
    this.cursors = cursors;
    this.noObjects = ascii(emptyList ? "{\"more\":false,\"objects\":[]}" : "{\"more\":false}");
    this.outgoing = outgoing;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * A question.
   *
   * @param query with its token resolved
   * @param echo what an empty answer says of its position
   */
  record Asked(ObjectQuery query, Optional<Long> echo) {}

  /** Reads the question, or throws what is wrong with it. */
  Asked ask(Call call, QueryScope scope) {
    if (!outgoing.hasRoom()) {
      throw new TaxiiFailure.Overloaded("too many answers wait for their readers", 2).exception();
    }
    ObjectQuery query = parser.parse(call.query(), scope);
    if (query.next().isEmpty()) {
      return new Asked(query, query.addedAfter());
    }
    Optional<Long> from = position(call, query);
    return new Asked(query.from(from), query.addedAfter().isPresent() ? query.addedAfter() : from);
  }

  private Optional<Long> position(Call call, ObjectQuery query) {
    Decoded decoded =
        cursors.decode(
            query.next().orElse(""), call.collection().id(), call.principal().memberId());
    if (decoded instanceof Decoded.Valid valid) {
      return Optional.of(valid.position());
    }
    if (decoded instanceof Decoded.OtherCollection) {
      return query.addedAfter();
    }
    throw new TaxiiFailure.BadRequest(
            "the parameter `next` is no token that this member was given in the last 30 days")
        .exception();
  }

  /** The query of a request to delete. */
  ObjectQuery deletion(Call call) {
    return parser.parse(call.query(), QueryScope.DELETION);
  }

  /** Answers with objects. */
  Response envelope(Call call, Asked asked, Page page) {
    return page.rows().isEmpty()
        ? nothing(asked, noObjects)
        : spliced(page, page.envelope(), page.envelopeEnding(token(call, page)));
  }

  /** Answers with records of objects. */
  Response records(Call call, Asked asked, Page page, Shape shape) {
    return page.rows().isEmpty()
        ? nothing(asked, NO_RECORDS)
        : spliced(page, shape.of(page), page.recordEnding(token(call, page)));
  }

  /** Which records. */
  interface Shape {
    RenderedPage of(Page page);
  }

  private String token(Call call, Page page) {
    return page.more()
        ? cursors.issue(page.nextPosition(), call.collection().id(), call.principal().memberId())
        : "";
  }

  private static Response spliced(Page page, RenderedPage rendered, byte[] ending) {
    return new Response(
        200,
        new Response.Body.Spliced(rendered, ending),
        positions(page.firstText(), page.lastText()),
        page.rows().size());
  }

  private static Response nothing(Asked asked, byte[] body) {
    Response response = Response.json(200, body);
    return asked
        .echo()
        .map(Position::text)
        .map(text -> response.with(positions(text, text)))
        .orElse(response);
  }

  private static List<Response.Header> positions(String first, String last) {
    return List.of(new Response.Header(FIRST, first), new Response.Header(LAST, last));
  }
}
