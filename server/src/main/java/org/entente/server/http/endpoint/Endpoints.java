// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.server.config.Config;
import org.entente.server.http.wire.Patience;

/** Which endpoint answers which method of which target. HEAD is answered by GET. */
public final class Endpoints {
  private final Map<Target, Map<HttpMethod, Endpoint>> table = new EnumMap<>(Target.class);
  private final Map<Target, List<String>> allowed = new EnumMap<>(Target.class);
  private final Map<String, Long> limits;

  /**
   * All endpoints.
   *
   * @param vertx for the deadlines of bodies
   * @param config what is served
   * @param cases the exchange behind them
   * @param pages questions and answers
   * @param patience how slow a body may be
   */
  public Endpoints(Vertx vertx, Config config, UseCases cases, Pages pages, Patience patience) {
    List<Config.ApiRoot> roots = config.protocol().apiRoots();
    this.limits =
        roots.stream()
            .collect(Collectors.toMap(Config.ApiRoot::path, Config.ApiRoot::maxContentLength));
    boolean strict = config.protocol().taxii().strict();
    get(
        Target.DISCOVERY,
        new GetDiscovery(config.protocol().hub(), roots, config.network().publicUrl()));
    get(Target.API_ROOT, new GetApiRoot(roots));
    get(Target.STATUS, new GetStatus(cases.statuses()));
    get(Target.COLLECTIONS, new GetCollections(cases.reading()));
    get(Target.COLLECTION, new GetCollection());
    get(Target.MANIFEST, new GetManifest(cases.reading(), pages));
    get(Target.OBJECTS, new GetObjects(cases.reading(), pages));
    get(Target.OBJECT, new GetObject(cases.reading(), pages));
    get(Target.VERSIONS, new GetVersions(cases.reading(), pages));
    add(
        Target.OBJECTS,
        HttpMethod.POST,
        new PostObjects(vertx, cases.submitting(), limits, strict, patience));
    add(Target.OBJECT, HttpMethod.DELETE, new DeleteObject(cases.deleting(), pages));
    table.forEach((target, methods) -> allowed.put(target, names(methods)));
  }

  private void get(Target target, Endpoint endpoint) {
    add(target, HttpMethod.GET, endpoint);
    add(target, HttpMethod.HEAD, endpoint);
  }

  private void add(Target target, HttpMethod method, Endpoint endpoint) {
    table
        .computeIfAbsent(target, unused -> new TreeMap<>((a, b) -> a.name().compareTo(b.name())))
        .put(method, endpoint);
  }

  private static List<String> names(Map<HttpMethod, Endpoint> methods) {
    return methods.keySet().stream().map(HttpMethod::name).toList();
  }

  /** Whether there is such an API root. */
  public boolean hasRoot(String path) {
    return limits.containsKey(path);
  }

  /** The endpoints of a target by method; none for {@link Target#UNKNOWN}. */
  public Map<HttpMethod, Endpoint> of(Target target) {
    return table.getOrDefault(target, Map.of());
  }

  /** The methods that a target answers. */
  public List<String> allowed(Target target) {
    return allowed.getOrDefault(target, List.of());
  }
}
