// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what the demo has to tell. */
final class Page {
  private static final String TAXII = "application/taxii+json;version=2.1";

  private final PrintWriter out;

  Page(PrintWriter out) {
    this.out = out;
  }

  void print(Shown shown) {
    out.printf(
        Locale.ROOT,
        "%nSix members of four jurisdictions have pushed %d objects through TAXII.%n",
        shown.objects());
    out.printf(Locale.ROOT, "What each reader sees of three of them, and what settles it:%n");
    shown.sights().forEach(this::object);
    secrets(shown.secrets());
    commands(shown);
    out.printf(Locale.ROOT, "%nData in %s. Stop with Ctrl-C.%n", shown.data());
    out.flush();
  }

  private void object(Sample.Chosen chosen, List<Community.Sight> sights) {
    out.printf(
        Locale.ROOT,
        "%n  %s  \"%s\"  %s%n  pushed by %s into %s%s%n",
        chosen.id(),
        chosen.name(),
        chosen.level(),
        chosen.pushed().credential(),
        chosen.collection(),
        chosen.pushed().policies().isEmpty()
            ? ""
            : " under " + String.join(", ", chosen.pushed().policies()));
    for (Community.Sight sight : sights) {
      out.printf(
          Locale.ROOT,
          "    %-9s %-18s %s%n",
          sight.sees() ? "sees" : "sees not",
          sight.credential(),
          sight.why());
    }
  }

  private void secrets(Map<String, String> secrets) {
    out.printf(Locale.ROOT, "%nCredentials, user name and password of HTTP Basic:%n%n");
    secrets.forEach((id, secret) -> out.printf(Locale.ROOT, "    %-18s %s%n", id, secret));
  }

  private void commands(Shown shown) {
    Sample.Chosen first = shown.sights().keySet().iterator().next();
    List<Community.Sight> sights = shown.sights().getOrDefault(first, List.of());
    String reader = pick(sights, true, first.pushed().credential());
    String outsider = pick(sights, false, "");
    String collection = shown.partners() + Pushes.collectionPath(first.collection());
    out.printf(Locale.ROOT, "%nTry, with curl:%n");
    curl("what is there", shown, reader, shown.partners() + "/taxii2/", "");
    curl("two objects", shown, reader, collection + "objects/?limit=2", "");
    curl(
        "the first object above, as " + reader,
        shown,
        reader,
        collection + "objects/" + first.id() + "/",
        "");
    curl(
        "asked for by its id as " + outsider + ": an empty page, as if it were not there",
        shown,
        outsider,
        collection + "objects/?match%5Bid%5D=" + first.id(),
        "");
    curl("an object of your own, pushed", shown, reader, collection + "objects/", body(reader));
    curl(
        "who sees an object of one's own, asked as " + first.pushed().credential(),
        shown,
        first.pushed().credential(),
        shown.partners() + "/member/v1/explain/who?object=" + first.id(),
        "");
    out.printf(Locale.ROOT, "%n  # why %s does not see it, asked as the administrator%n", outsider);
    out.printf(
        Locale.ROOT,
        "  curl -s -H \"Authorization: Bearer $(cat '%s')\" '%s'%n",
        shown.data().resolve("admin.token"),
        shown.management() + Community.explainPath(first, outsider));
  }

  private void curl(String what, Shown shown, String user, String url, String options) {
    out.printf(Locale.ROOT, "%n  # %s%n", what);
    out.printf(
        Locale.ROOT,
        "  curl -s -u '%s:%s'%s '%s'%n",
        user,
        shown.secrets().get(user),
        options,
        url);
  }

  private static String body(String reader) {
    String object =
        "{\"objects\": [{\"type\": \"indicator\", \"spec_version\": \"2.1\","
            + " \"id\": \"indicator--4f6a1c7e-2b0d-4e59-9c38-7d5e1f0a2b64\","
            + " \"created\": \"2026-11-24T12:00:00.000Z\","
            + " \"modified\": \"2026-11-24T12:00:00.000Z\","
            + " \"name\": \"pasted by "
            + reader
            + "\", \"pattern\": \"[ipv4-addr:value = \\u0027192.0.2.17\\u0027]\","
            + " \"pattern_type\": \"stix\", \"valid_from\": \"2026-11-24T12:00:00Z\"}]}";
    return " -H 'Content-Type: " + TAXII + "' -d '" + object + "'";
  }

  private static String pick(List<Community.Sight> sights, boolean sees, String not) {
    return sights.stream()
        .filter(sight -> sight.sees() == sees && sight.credential().endsWith("/soc"))
        .map(Community.Sight::credential)
        .filter(credential -> !credential.equals(not))
        .findFirst()
        .orElseThrow(() -> new DemoException("nobody's sight of an object differs"));
  }
}
