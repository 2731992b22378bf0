// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.pattern;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.pattern.ObjectPath;
import org.entente.stix.pattern.ObjectPath.Step;
import org.entente.stix.type.pattern.Node.OfType;
import org.entente.stix.type.pattern.Node.OfValue;
import org.entente.stix.type.table.Kind;
import org.entente.stix.type.table.Property;

/** One path on its way through the table. */
final class PathWalk {
  private final Paths paths;
  private final ObjectPath path;

  /** Where the path is; at several types behind a reference that may lead to them. */
  private List<Node> at;

  PathWalk(Paths paths, ObjectPath path, OfType type) {
    this.paths = paths;
    this.path = path;
    at = List.of(type);
  }

  /** Goes the whole way. */
  Leaf leaf() {
    for (Step step : path.steps()) {
      for (Node node : at) {
        Optional<Leaf> end = end(node, step);
        if (end.isPresent()) {
          return end.get();
        }
      }
      List<Node> next = at.stream().flatMap(node -> after(node, step).stream()).toList();
      if (next.isEmpty()) {
        return Leaf.nowhere(why(at.get(0), step));
      }
      at = next;
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    at.forEach(node -> kinds.add(node.kind()));
    return Leaf.of(kinds, at.stream().allMatch(Node::isList));
  }

  /** Where the table ends before the path does, or where a step is wrong whatever follows. */
  private Optional<Leaf> end(Node node, Step step) {
    if (step instanceof ObjectPath.Index index && index.at() < 0) {
      return Optional.of(Leaf.nowhere("an index is below 0: `" + index.at() + "`"));
    }
    if (!(step instanceof ObjectPath.Key key) || node.isList()) {
      return Optional.empty();
    }
    return switch (node.kind()) {
      case DICTIONARY, OBJECT, OBSERVABLES, TRANSLATIONS -> Optional.of(Leaf.UNKNOWN);
      case HASHES -> Optional.of(hash(((OfValue) node).property(), key.name()));
      case EXTENSIONS -> beyond(!paths.isPredefined(key.name()));
      case PART, IDENTIFIER -> beyond(key.name().startsWith("x_"));
      default -> Optional.empty();
    };
  }

  private static Optional<Leaf> beyond(boolean unknown) {
    return unknown ? Optional.of(Leaf.UNKNOWN) : Optional.empty();
  }

  private static Leaf hash(Property hashes, String algorithm) {
    Set<String> known = hashes.vocabulary().orElseThrow().values();
    if (known.contains(algorithm)) {
      return Leaf.of(EnumSet.of(Kind.STRING), false);
    }
    String alike =
        known.stream()
            .filter(name -> name.replace("-", "").equalsIgnoreCase(algorithm.replace("-", "")))
            .map(name -> ", but `" + name + "` is")
            .findFirst()
            .orElse("");
    return Leaf.nowhere("`" + algorithm + "` is no hash algorithm of the standard" + alike);
  }

  private List<Node> after(Node node, Step step) {
    if (node instanceof OfType type) {
      Property property =
          step instanceof ObjectPath.Key key ? type.properties().get(key.name()) : null;
      return property == null ? List.of() : List.of(paths.node(property, property.list()));
    }
    OfValue value = (OfValue) node;
    if (value.isList()) {
      return step instanceof ObjectPath.Key
          ? List.of()
          : List.of(paths.node(value.property(), false));
    }
    if (!(step instanceof ObjectPath.Key key)) {
      return List.of();
    }
    return switch (value.kind()) {
      case IDENTIFIER ->
          paths.targets(value.property()).stream()
              .flatMap(type -> after(type, key).stream())
              .toList();
      case EXTENSIONS -> List.copyOf(paths.extension(key.name(), path.type()));
      default -> List.of();
    };
  }

  private String why(Node node, Step step) {
    if (!(step instanceof ObjectPath.Key key)) {
      return "`" + path + "` has an index where there is no list";
    }
    if (node.isList()) {
      return "`" + path + "` has no `[*]` or index behind " + node.name() + ", which is a list";
    }
    return "`" + key.name() + "` in `" + path + "` is no property of " + node.name();
  }
}
