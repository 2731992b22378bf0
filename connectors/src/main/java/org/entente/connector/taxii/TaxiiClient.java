// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.stix.StixTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Talks to one TAXII 2.1 server, whoever made it. Futures fail with {@link TaxiiException}; what
 * fails for a passing reason has then been repeated as the options say. Close it after use.
 */
public final class TaxiiClient {
  private static final int MAX_DOCUMENT = 64 << 20;

  private final TaxiiRuntime runtime;
  private final TaxiiOptions options;
  private final Origin origin;
  private final Wire wire;
  private final Retry retry;
  private final Completion completion;
  private final Silence silence;

  private TaxiiClient(TaxiiRuntime runtime, TaxiiOptions options, Origin origin, TaxiiAuth auth) {
    this.runtime = runtime;
    this.options = options;
    this.origin = origin;
    this.wire = new Wire(runtime, options, origin, auth);
    this.silence = Wire.silence(runtime, options);
    this.retry = new Retry(runtime, options.retry());
    this.completion =
        new Completion(
            runtime, options.timeouts().completion(), url -> document(url).map(TaxiiStatus::of));
  }

  /**
   * Prepares a client; nothing is sent yet.
   *
   * @param server any URL of the server; the credential goes to this scheme, host and port only
   * @param auth how the client says who it is
   * @throws IllegalArgumentException if the URL is none, or a credential would go in the clear to
   *     another machine and the options do not allow it, or the trusted certificates cannot be read
   */
  public static TaxiiClient open(
      TaxiiRuntime runtime, TaxiiOptions options, URI server, TaxiiAuth auth) {
    Origin origin =
        Origin.of(server)
            .orElseThrow(() -> new IllegalArgumentException("the server's URL is no https URL"));
    boolean inTheClear = !origin.encrypted() && !origin.loopback() && !options.plainHttp();
    if (inTheClear && !(auth instanceof TaxiiAuth.Anonymous)) {
      throw new IllegalArgumentException(
          "`" + origin.host() + "` is not asked over https: the secret would go in the clear");
    }
    return new TaxiiClient(runtime, options, origin, auth);
  }

  /** What the server says about itself (TAXII 2.1 §4.1). */
  public Future<Discovery> discovery() {
    String host = origin.host().indexOf(':') < 0 ? origin.host() : "[" + origin.host() + "]";
    URI url = URI.create(origin.scheme() + "://" + host + ":" + origin.port() + "/taxii2/");
    return document(url).map(found -> Discovery.of(found, url));
  }

  /** An API root (TAXII 2.1 §4.2). */
  public Future<ApiRoot> apiRoot(URI root) {
    return document(root).map(ApiRoot::of);
  }

  /** The collections of an API root that this credential sees (TAXII 2.1 §5.1). */
  public Future<List<TaxiiCollection>> collections(URI root) {
    return document(root.resolve("collections/"))
        .map(found -> found.documents("collections").stream().map(TaxiiCollection::of).toList());
  }

  /** One collection (TAXII 2.1 §5.2). */
  public Future<TaxiiCollection> collection(CollectionUrl collection) {
    return document(collection.url()).map(TaxiiCollection::of);
  }

  /**
   * Reads one page of objects (TAXII 2.1 §5.4).
   *
   * @param sink receives the objects while they arrive; they count once the future has succeeded
   */
  public Future<Page> objects(CollectionUrl collection, PageQuery query, ObjectSink sink) {
    Call call = Call.get(query.on(collection.objects()));
    return retry.run(
        () -> wire.send(call, response -> page(call, response, sink)),
        failure ->
            failure.kind() == TaxiiException.Kind.TRANSIENT
                && (query.repeatable() || failure.status() != 0));
  }

  private Future<Page> page(Call call, HttpClientResponse response, ObjectSink sink) {
    Media.check(response, call.what());
    PageBody body = new PageBody(options.page(), sink, call.what());
    Page.Added added =
        new Page.Added(
            timestamp(response.getHeader("X-TAXII-Date-Added-First")),
            timestamp(response.getHeader("X-TAXII-Date-Added-Last")));
    Instant answered = ServerDate.of(response.getHeader("Date"), runtime.clock());
    return BodyReader.read(response, body, silence)
        .map(
            read -> {
              body.end();
              return new Page(
                  body.objects(), body.refused(), body.more(), body.next(), added, answered);
            });
  }

  /**
   * Every version of some objects that the collection shows, as far as one page holds them.
   *
   * @param ids of the objects, as many as a URL can hold
   */
  public Future<List<byte[]>> versions(CollectionUrl collection, List<String> ids) {
    String query = "?limit=1000&match%5Bversion%5D=all&match%5Bid%5D=";
    String all = PageQuery.encode(String.join(",", ids));
    Call call = Call.get(URI.create(collection.objects() + query + all));
    CollectedObjects found = new CollectedObjects();
    return retry
        .run(() -> wire.send(call, response -> page(call, response, found)))
        .map(page -> found.objects());
  }

  private static Optional<String> timestamp(@Nullable String header) {
    return Optional.ofNullable(header).map(String::strip).filter(t -> instant(t).isPresent());
  }

  private static Optional<Instant> instant(String text) {
    return StixTimestamp.parse(text).map(StixTimestamp::instant);
  }

  /**
   * When the last object of a page was added, asked of the manifest (TAXII 2.1 §5.3): for servers
   * that leave the header out.
   *
   * @param query the page's own
   */
  public Future<Optional<String>> lastAdded(CollectionUrl collection, PageQuery query) {
    return document(query.on(collection.manifest()))
        .map(
            manifest ->
                manifest.documents("objects").stream()
                    .flatMap(entry -> entry.text("date_added").stream())
                    .filter(text -> instant(text).isPresent())
                    .max(Comparator.comparing(text -> instant(text).orElseThrow())));
  }

  /**
   * Adds objects (TAXII 2.1 §5.5) and waits until every one is settled.
   *
   * @param envelope the body
   * @param policies ids for {@code X-Exchange-Policy}; empty to send none
   */
  public Future<TaxiiStatus> add(CollectionUrl collection, Buffer envelope, List<String> policies) {
    Map<String, String> types = Map.of("Accept", Media.TAXII, "Content-Type", Media.TAXII);
    Call call = Call.post(collection.objects(), envelope, with(types, policies));
    return retry
        .run(() -> wire.send(call, response -> document(call, response)))
        .map(TaxiiStatus::of)
        .compose(status -> completion.of(collection, status));
  }

  private static Map<String, String> with(Map<String, String> headers, List<String> policies) {
    if (policies.isEmpty()) {
      return headers;
    }
    Map<String, String> all = new HashMap<>(headers);
    all.put("X-Exchange-Policy", String.join(", ", policies));
    return Map.copyOf(all);
  }

  /**
   * Asks an Entente who would see objects if they were added; nothing is stored.
   *
   * @return the answer as JSON; fails as {@link TaxiiException.Kind#NOT_FOUND} where the server
   *     does not offer it
   */
  public Future<String> explain(CollectionUrl collection, Buffer envelope, List<String> policies) {
    String query = "collection=" + PageQuery.encode(collection.name());
    if (!policies.isEmpty()) {
      query += "&policy=" + PageQuery.encode(String.join(",", policies));
    }
    URI url = collection.root().resolve("/member/v1/explain?" + query);
    Map<String, String> types = Map.of("Accept", "application/json", "Content-Type", Media.TAXII);
    Call call = Call.post(url, envelope, types);
    return retry
        .run(
            () ->
                wire.send(
                    call, answer -> BodyReader.bounded(answer, MAX_DOCUMENT, call.what(), silence)))
        .map(Buffer::toString);
  }

  /**
   * Waits as the options say before another attempt.
   *
   * @param failed how many attempts have failed, from 1
   */
  public Future<Void> pause(TaxiiException failure, int failed) {
    return retry.pause(retry.pause(failure, failed), failure.sentence());
  }

  private Future<Document> document(URI url) {
    Call call = Call.get(url);
    return retry.run(() -> wire.send(call, response -> document(call, response)));
  }

  private Future<Document> document(Call call, HttpClientResponse response) {
    Media.check(response, call.what());
    return BodyReader.bounded(response, MAX_DOCUMENT, call.what(), silence)
        .map(body -> Document.parse(body, call.what()));
  }

  /** Closes its connections. */
  public Future<Void> close() {
    return wire.close();
  }
}
