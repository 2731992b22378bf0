// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import java.util.Optional;
import java.util.function.Function;
import org.entente.server.HttpCaller.Ask;

/**
 * A product whose requests are known from its documents only: an interval, a limit, {@code next}
 * beside the same filters, and the header for the next time.
 */
final class Documented implements FieldClient {
  private final String product;
  private final int limit;
  private final String filters;
  private final Function<Feed, Ask> headers;
  private String after = "1970-01-01T00:00:00Z";

  private Documented(String product, int limit, String filters, Function<Feed, Ask> headers) {
    this.product = product;
    this.limit = limit;
    this.filters = filters;
    this.headers = headers;
  }

  /** Microsoft Sentinel's import. */
  static Documented sentinel() {
    return new Documented("Microsoft Sentinel", 200, "", feed -> basic(Feed.TAXII, feed));
  }

  /** Splunk Enterprise Security from 8.2 on. */
  static Documented splunk() {
    return new Documented("Splunk ES", 250, "", feed -> basic("application/taxii+json", feed));
  }

  /** Sumo Logic, with an API key for a password and a blank user. */
  static Documented sumo() {
    return new Documented(
        "Sumo Logic",
        99,
        "",
        feed -> bare(Feed.TAXII).with("Authorization", "Basic " + feed.nameless()));
  }

  /** IBM QRadar's threat intelligence app. */
  static Documented qradar() {
    return new Documented("QRadar", 300, "", feed -> basic(Feed.TAXII, feed));
  }

  /** EclecticIQ's incoming feed. */
  static Documented eclecticIq() {
    return new Documented("EclecticIQ", 100, "", feed -> basic(Feed.TAXII, feed));
  }

  /** Trend Micro's Deep Discovery, which wants indicators that are not revoked. */
  static Documented trendMicro() {
    return new Documented(
        "Trend Micro", 120, "&match[type]=indicator", feed -> basic(Feed.TAXII, feed));
  }

  /** Anomali STAXX. */
  static Documented anomali() {
    return new Documented("Anomali STAXX", 150, "", feed -> basic(Feed.TAXII, feed));
  }

  /** Google SecOps' ingestion script, on taxii2-client. */
  static Documented secOps() {
    return new Documented(
        "Google SecOps", 1000, "&match%5Btype%5D=indicator", feed -> basic(Feed.TAXII, feed));
  }

  /** cabby and its like, with a key of its own header. */
  static Documented cabbyLike() {
    return new Documented(
        "cabby-like", 40, "", feed -> bare("*/*").with("X-API-Key", feed.secret()));
  }

  /** CISA's FLARE client: two types, a range of items, which is ignored. */
  static Documented flare() {
    return new Documented(
        "FLARE",
        1000,
        "",
        feed ->
            basic("application/stix+json", feed)
                .with("Accept", Feed.TAXII)
                .with("Range", "items 0-99"));
  }

  private static Ask bare(String accept) {
    return Ask.of("GET", "").with("Accept", accept);
  }

  private static Ask basic(String accept, Feed feed) {
    return bare(accept).with("Authorization", "Basic " + feed.basic());
  }

  @Override
  public String name() {
    return product;
  }

  @Override
  public int limit() {
    return limit;
  }

  @Override
  public boolean remembers() {
    return true;
  }

  @Override
  public void poll(Feed feed) throws Exception {
    String query = "?added_after=" + after + "&limit=" + limit + filters;
    Page page = feed.take(ask(feed, query));
    Optional<String> last = page.last();
    while (page.more()) {
      page = feed.take(ask(feed, query + "&next=" + page.next().orElseThrow()));
      last = page.last();
    }
    after = last.orElse(after);
  }

  private Ask ask(Feed feed, String query) {
    Ask with = headers.apply(feed);
    return new Ask(
        "GET", feed.path() + "objects/" + query, with.headers(), with.body(), with.chunked());
  }
}
