// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.entente.server.HttpCaller.Ask;
import org.entente.server.HttpCaller.Reply;
import org.entente.server.RunningServer;

/** A collection as one client sees it: every request is counted, every object is noted. */
final class Feed {
  static final String TAXII = "application/taxii+json;version=2.1";

  private final RunningServer server;
  private final String path;
  private final String user;
  private final String secret;
  private final List<String> taken = new ArrayList<>();
  private int requests;

  /**
   * A feed.
   *
   * @param path of the collection
   * @param user the credential's id
   */
  Feed(RunningServer server, String path, String user, String secret) {
    this.server = server;
    this.path = path;
    this.user = user;
    this.secret = secret;
  }

  String path() {
    return path;
  }

  String secret() {
    return secret;
  }

  /** What the client's own clock says. */
  String clock() {
    return server.now().toString();
  }

  String basic() {
    return base64(user + ":" + secret);
  }

  /** As of who leaves the user name blank. */
  String nameless() {
    return base64(":" + secret);
  }

  private static String base64(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  Reply send(Ask ask) throws Exception {
    requests++;
    return server.ask(ask);
  }

  /** Asks for a page, and takes its objects. */
  Page take(Ask ask) throws Exception {
    Page page = Page.of(send(ask));
    page.objects().forEach(object -> taken.add(name(object)));
    return page;
  }

  static String name(JsonObject object) {
    return object.getString("id") + "@" + object.getString("modified");
  }

  /** Ids and versions of what was taken, in order, with whatever came twice. */
  List<String> taken() {
    return List.copyOf(taken);
  }

  int requests() {
    return requests;
  }

  /** Begins a new poll. */
  void clear() {
    taken.clear();
    requests = 0;
  }
}
