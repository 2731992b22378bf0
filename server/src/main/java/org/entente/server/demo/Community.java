// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.demo;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the administrator of the demo does: applies the community, issues secrets, asks why. */
final class Community {
  private static final String JSON = "application/json";

  private final Api admin;

  Community(Api admin) {
    this.admin = admin;
  }

  /** Applies the resources and gives the ids of their credentials. */
  Future<List<String>> apply(String yaml) {
    return admin
        .post("/admin/v1/apply", "application/yaml", Buffer.buffer(yaml))
        .compose(applied -> page("", new ArrayList<>()));
  }

  private Future<List<String>> page(String next, List<String> ids) {
    String path = "/admin/v1/credentials?limit=100" + (next.isEmpty() ? "" : "&next=" + next);
    return admin
        .get(path)
        .compose(
            answer -> {
              JsonArray items = answer.getJsonArray("items");
              for (int i = 0; i < items.size(); i++) {
                ids.add(items.getJsonObject(i).getString("id"));
              }
              String more = answer.getString("next", "");
              return more.isEmpty()
                  ? Future.succeededFuture(List.copyOf(ids))
                  : page(encode(more), ids);
            });
  }

  /** Issues a secret to each credential; by id, what only its owner is to know. */
  Future<Map<String, String>> issue(List<String> credentials) {
    Future<Map<String, String>> secrets = Future.succeededFuture(new TreeMap<>());
    for (String id : credentials) {
      secrets =
          secrets.compose(
              all ->
                  secret(id)
                      .map(
                          secret -> {
                            all.put(id, secret);
                            return all;
                          }));
    }
    return secrets;
  }

  private Future<String> secret(String credential) {
    String path = "/admin/v1/members/" + credential.replaceFirst("/", "/credentials/") + "/secrets";
    return admin.post(path, JSON, Buffer.buffer()).map(issued -> issued.getString("secret"));
  }

  /**
   * One reader's answer about one object.
   *
   * @param credential the reader
   * @param sees whether it may read the object
   * @param why the rule that settled it, and what that comes from
   */
  record Sight(String credential, boolean sees, String why) {}

  /** Asks about an object for one reader after the other. */
  Future<List<Sight>> sights(Sample.Chosen chosen, List<String> credentials) {
    Future<List<Sight>> sights = Future.succeededFuture(new ArrayList<>());
    for (String credential : credentials) {
      sights =
          sights.compose(
              all ->
                  sight(chosen, credential)
                      .map(
                          sight -> {
                            all.add(sight);
                            return all;
                          }));
    }
    return sights;
  }

  private Future<Sight> sight(Sample.Chosen chosen, String credential) {
    return admin
        .get(explainPath(chosen, credential))
        .map(
            answer ->
                new Sight(credential, answer.getString("decision").equals("permit"), why(answer)));
  }

  /** Where the explanation of one reader's sight is asked for. */
  static String explainPath(Sample.Chosen chosen, String credential) {
    return "/admin/v1/explain?credential="
        + encode(credential)
        + "&collection="
        + encode(chosen.collection())
        + "&object="
        + chosen.id();
  }

  private static String why(JsonObject answer) {
    String decidedBy = answer.getString("decided_by");
    String verdict = answer.getString("decision").equals("permit") ? "" : " does not hold";
    JsonArray rules = answer.getJsonArray("rules", new JsonArray());
    for (int i = 0; i < rules.size(); i++) {
      JsonObject rule = rules.getJsonObject(i);
      String name = rule.getString("layer") + ": " + rule.getString("rule");
      if (decidedBy.equals(name)) {
        return decidedBy + verdict + " (" + rule.getString("source") + ")";
      }
    }
    return decidedBy + verdict;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
