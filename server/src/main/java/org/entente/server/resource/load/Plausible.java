// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.document.ResourceError;
import org.entente.document.Sentences;
import org.entente.document.Tree;
import org.entente.server.resource.Kind;

/** What can be wrong with one document and no schema says. */
final class Plausible {
  private static final Set<String> TAKEN = Set.of("hub", "members");
  private static final Set<String> ROOTS = Set.of("taxii2", "admin", "member", "health", "metrics");
  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  /** Kosovo has no code in the standard, and uses one that the standard leaves free. */
  private static final Set<String> COUNTRIES =
      Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK"))
          .collect(Collectors.toUnmodifiableSet());

  private final Tree tree;
  private final List<ResourceError> errors = new ArrayList<>();

  private Plausible(Tree tree) {
    this.tree = tree;
  }

  static List<ResourceError> check(Kind kind, Tree tree) {
    Plausible plausible = new Plausible(tree);
    plausible.check(kind);
    return plausible.errors;
  }

  private void check(Kind kind) {
    switch (kind) {
      case MEMBER -> {
        taken();
        List.of("/seat", "/processing", "/control").forEach(this::countries);
        for (int i = 0; i < tree.node().path("agreements").size(); i++) {
          time("/agreements/" + i + "/signed");
        }
      }
      case CIRCLE -> time("/expires");
      case REGION -> {
        countries("/countries");
        time("/valid_from");
        time("/valid_until");
      }
      case COLLECTION -> collection();
      case CREDENTIAL -> credential();
      case RELEASE_POLICY -> policy();
      default -> {
        // the schema says all
      }
    }
  }

  private void error(String pointer, String message) {
    errors.add(tree.place().error(pointer, message));
  }

  private String text(String pointer) {
    return tree.node().at(pointer).asText("");
  }

  private void taken() {
    if (TAKEN.contains(text("/id"))) {
      error("/id", "`" + text("/id") + "` names something else already");
    }
  }

  private void countries(String pointer) {
    int i = 0;
    for (JsonNode code : tree.node().at(pointer)) {
      if (!COUNTRIES.contains(code.asText())) {
        error(pointer + "/" + i, Sentences.shown(code) + " is no country of ISO 3166-1");
      }
      i++;
    }
  }

  private void time(String pointer) {
    String text = text(pointer);
    if (!text.isEmpty() && !Fields.isTime(text)) {
      error(pointer, "`" + Sentences.cut(text) + "` is no day or time there is");
    }
  }

  private void collection() {
    if (ROOTS.contains(text("/api_root"))) {
      error("/api_root", "`" + text("/api_root") + "` cannot be an API root");
    }
    if (UUID.matcher(text("/alias")).matches()) {
      error("/alias", "an alias cannot look like a UUID");
    }
  }

  private void credential() {
    time("/expires");
    if (text("/reader").equals("push-only")
        && tree.node().path("roles").toString().contains("\"consumer\"")) {
      error("/roles", "a `push-only` credential cannot be a `consumer`");
    }
    int i = 0;
    for (JsonNode range : tree.node().path("allow_from")) {
      if (!AddressRange.isOne(range.asText())) {
        error("/allow_from/" + i, Sentences.shown(range) + " is no range of addresses");
      }
      i++;
    }
  }

  private void policy() {
    String level = text("/applies_to/level");
    for (String only : List.of("credential", "collection", "object")) {
      String field = only.equals("object") ? "objects" : only;
      if (tree.node().path("applies_to").has(field) && !level.equals(only)) {
        error("/applies_to/" + field, "`" + field + "` goes with level `" + only + "` only");
      }
    }
    if (level.equals("collection") && text("/applies_to/collection").isEmpty()) {
      error("/applies_to/collection", "field `collection` is missing");
    }
    String owner = text("/id").split("/", 2)[0];
    if (TAKEN.contains(owner)) {
      error("/id", "`" + owner + "` owns no release policies");
    }
    if (level.equals("credential")
        && !text("/applies_to/credential").isEmpty()
        && !text("/applies_to/credential").startsWith(owner + "/")) {
      error("/applies_to/credential", "a policy of `" + owner + "` binds its own credentials only");
    }
  }
}
