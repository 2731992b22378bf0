// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The scalars of a YAML document under their dotted keys, {@code limits.object} or {@code
 * api_roots[0].path}, each with its line. Anchors and references to them are refused: a file that
 * an operator reads has no use for them.
 */
final class YamlLeaves {
  /**
   * Where a document comes from.
   *
   * @param name what a reader knows it by: a file, a variable
   * @param folder what relative paths in it begin at
   * @param lines whether a line number helps to find a place in it
   */
  record Source(String name, Path folder, boolean lines) {}

  private final Source source;
  private final List<ConfigError> errors;
  private final Map<String, Written> leaves = new LinkedHashMap<>();
  private final Set<Node> seen = new HashSet<>();

  private YamlLeaves(Source source, List<ConfigError> errors) {
    this.source = source;
    this.errors = errors;
  }

  /**
   * Reads a document.
   *
   * @param key the key that the document stands under; empty for a whole file
   * @param errors gets what is wrong with it
   */
  static Map<String, Written> read(
      Source source, String key, String yaml, List<ConfigError> errors) {
    return new YamlLeaves(source, errors).read(key, yaml);
  }

  private Map<String, Written> read(String key, String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(source.name()).setCodePointLimit(1 << 20).build();
    try {
      new Compose(settings).composeString(yaml).ifPresent(root -> walk(key, root));
    } catch (MarkedYamlEngineException broken) {
      Optional<Mark> mark = broken.getProblemMark();
      String reason = "is no YAML: " + broken.getProblem();
      errors.add(new ConfigError(mark.map(this::place).orElse(source.name()), key, reason));
    } catch (YamlEngineException broken) {
      errors.add(new ConfigError(source.name(), key, "is no YAML: " + broken.getMessage()));
    }
    return leaves;
  }

  private void walk(String key, Node node) {
    if (!seen.add(node)) {
      errors.add(new ConfigError(place(node), key, "refers to an anchor; write the value"));
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        member(key, entry);
      }
    } else if (node instanceof SequenceNode sequence) {
      List<Node> items = sequence.getValue();
      if (items.isEmpty()) {
        leaves.put(key, new Written(place(node), source.folder(), "", true));
      }
      for (int i = 0; i < items.size(); i++) {
        walk(key + "[" + i + "]", items.get(i));
      }
    } else if (node instanceof ScalarNode scalar) {
      String text = scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
      leaves.put(key, new Written(place(node), source.folder(), text, false));
    }
  }

  private void member(String key, NodeTuple entry) {
    if (!(entry.getKeyNode() instanceof ScalarNode name)) {
      errors.add(new ConfigError(place(entry.getKeyNode()), key, "has a key that is no text"));
      return;
    }
    String inner = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
    boolean twice =
        leaves.keySet().stream()
            .anyMatch(
                other ->
                    other.equals(inner)
                        || other.startsWith(inner + ".")
                        || other.startsWith(inner + "["));
    if (twice) {
      errors.add(new ConfigError(place(name), inner, "is written twice"));
    } else {
      walk(inner, entry.getValueNode());
    }
  }

  private String place(Node node) {
    return node.getStartMark().map(this::place).orElse(source.name());
  }

  private String place(Mark mark) {
    return source.lines() ? source.name() + ":" + (mark.getLine() + 1) : source.name();
  }
}
