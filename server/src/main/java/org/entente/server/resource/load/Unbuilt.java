// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.document.ResourceError;
import org.entente.document.Tree;
import org.entente.server.resource.Kind;

/**
 * What the schemas have and this release does not do. Passing over it would show more than the
 * document says, so the document is refused, by the name of the field.
 */
final class Unbuilt {
  /** By kind, fields that are refused whenever they are there. */
  private static final Map<Kind, List<String>> FIELDS =
      Map.of(
          Kind.RELEASE_POLICY,
          List.of(
              "/release/jurisdiction",
              "/release/after",
              "/release/before_then",
              "/release/uses",
              "/release/require",
              "/release/waive",
              "/attribution/scope",
              "/on_tighten"),
          Kind.HUB_POLICY,
          List.of("/flags", "/markings", "/standing"),
          Kind.COLLECTION,
          List.of("/audience", "/window", "/acknowledge_within", "/drill"),
          Kind.CIRCLE,
          List.of("/expires"),
          Kind.REGION,
          List.of("/valid_until"));

  /** By kind, values that are refused; the others of their field do nothing or are built. */
  private static final Map<Kind, Map<String, Set<String>>> VALUES =
      Map.of(
          Kind.RELEASE_POLICY,
          Map.of(
              "/attribution/as", Set.of("pseudonym"),
              "/structure/granular", Set.of("derive"),
              "/structure/closure", Set.of("dangling-ok")),
          Kind.MEMBER,
          Map.of("/standing", Set.of("lapsed"), "/on_exit", Set.of("removed", "pseudonymised")),
          Kind.FEED,
          Map.of("/enabled", Set.of("true")));

  /** By kind, lists that are refused unless they are empty. */
  private static final Map<Kind, List<String>> LISTS =
      Map.of(
          Kind.HUB_POLICY,
          List.of("/deny/orgs", "/deny/countries_by_control"),
          Kind.MEMBER,
          List.of("/intake/refuse_flags"));

  private Unbuilt() {}

  static List<ResourceError> check(Kind kind, Tree tree) {
    List<ResourceError> errors = new ArrayList<>();
    for (String pointer : FIELDS.getOrDefault(kind, List.of())) {
      if (!tree.node().at(pointer).isMissingNode()) {
        errors.add(refused(tree, pointer, name(pointer)));
      }
    }
    for (String pointer : LISTS.getOrDefault(kind, List.of())) {
      if (!tree.node().at(pointer).isEmpty()) {
        errors.add(refused(tree, pointer, name(pointer)));
      }
    }
    VALUES
        .getOrDefault(kind, Map.of())
        .forEach(
            (pointer, values) -> {
              String value = tree.node().at(pointer).asText();
              if (values.contains(value)) {
                errors.add(refused(tree, pointer, name(pointer) + ": " + value));
              }
            });
    if (kind == Kind.RELEASE_POLICY) {
      labels(tree, errors);
    }
    return errors;
  }

  /** Labels are known where a policy is frozen into an object, and only there. */
  private static void labels(Tree tree, List<ResourceError> errors) {
    JsonNode where = tree.node().path("applies_to");
    boolean frozen = Set.of("submission", "object").contains(where.path("level").asText());
    for (String name : List.of("labels_any", "flags_any")) {
      if (where.has(name) && !frozen) {
        errors.add(
            refused(
                tree, "/applies_to/" + name, name + "` at level `" + where.path("level").asText()));
      }
    }
    if (frozen && where.has("labels_any") && where.has("flags_any")) {
      errors.add(refused(tree, "/applies_to/flags_any", "flags_any` beside `labels_any"));
    }
  }

  private static String name(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static ResourceError refused(Tree tree, String pointer, String what) {
    return tree.place()
        .error(pointer, "`" + what + "` is not built in this release, so it is refused");
  }
}
