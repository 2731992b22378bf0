// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
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
 * Reads YAML 1.2 with the types that JSON has: a day stays text, {@code NO} is Norway. Tags and
 * keys that are not text are refused.
 */
final class YamlReader {
  private final Source source;
  private Map<String, Integer> lines = new HashMap<>();
  private final int most;
  private int nodes;

  YamlReader(Source source) {
    this.source = source;
    this.most = Math.min(Bounds.NODES, source.text().length() + Bounds.BY_ALIASES);
  }

  /** Adds the documents to a list, up to where the text cannot be read. */
  void read(List<Tree> into) throws UnreadableException {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.file())
            .setCodePointLimit(Bounds.CHARACTERS)
            .setMaxAliasesForCollections(1000)
            .build();
    try {
      checkDepth(settings);
      for (Node root : new Compose(settings).composeAllFromString(source.text())) {
        if (root instanceof SequenceNode list) {
          for (Node item : list.getValue()) {
            into.add(tree(item));
          }
        } else if (!Tag.NULL.equals(root.getTag())) {
          into.add(tree(root));
        }
      }
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0) + 1;
      throw new UnreadableException(line, "no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new UnreadableException(1, "no YAML: " + e.getMessage());
    }
  }

  /** Composing recurses, so the depth is looked at first. */
  private void checkDepth(LoadSettings settings) throws UnreadableException {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(source.text())) {
      Event.ID id = event.getEventId();
      if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
        depth++;
      } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
        depth--;
      }
      if (depth > Bounds.DEPTH) {
        throw new UnreadableException(
            event.getStartMark().map(Mark::getLine).orElse(0) + 1,
            "deeper than " + Bounds.DEPTH + " levels");
      }
    }
  }

  private Tree tree(Node root) throws UnreadableException {
    lines = new HashMap<>();
    JsonNode node = convert(root, "", 0);
    return new Tree(new Place(file(), line(root), lines), node);
  }

  private Optional<String> file() {
    return Optional.of(source.file()).filter(name -> !name.isEmpty());
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private JsonNode convert(Node node, String pointer, int depth) throws UnreadableException {
    // an alias may lead back to where it stands, or double what it names each time
    if (depth > Bounds.DEPTH) {
      throw new UnreadableException(line(node), "deeper than " + Bounds.DEPTH + " levels");
    }
    if (++nodes > most) {
      throw new UnreadableException(line(node), "more than " + most + " values");
    }
    if (node instanceof MappingNode mapping && Tag.MAP.equals(node.getTag())) {
      return mapping(mapping, pointer, depth);
    }
    if (node instanceof SequenceNode list && Tag.SEQ.equals(node.getTag())) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Node item : list.getValue()) {
        String below = Place.below(pointer, Integer.toString(array.size()));
        lines.put(below, line(item));
        array.add(convert(item, below, depth + 1));
      }
      return array;
    }
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    throw new UnreadableException(line(node), "tag `" + node.getTag() + "` is not taken");
  }

  private JsonNode mapping(MappingNode mapping, String pointer, int depth)
      throws UnreadableException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key) || !Tag.STR.equals(key.getTag())) {
        throw new UnreadableException(line(entry.getKeyNode()), "a field's name must be text");
      }
      String name = Surrogates.checked(key.getValue(), line(key));
      if (object.has(name)) {
        throw new UnreadableException(
            line(key), "field `" + Sentences.cut(name) + "` is there twice");
      }
      String below = Place.below(pointer, name);
      lines.put(below, line(key));
      object.set(name, convert(entry.getValueNode(), below, depth + 1));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode scalar) throws UnreadableException {
    JsonNodeFactory json = JsonNodeFactory.instance;
    Tag tag = scalar.getTag();
    String value = scalar.getValue();
    if (Tag.STR.equals(tag)) {
      return json.textNode(Surrogates.checked(value, line(scalar)));
    }
    if (Tag.NULL.equals(tag)) {
      return json.nullNode();
    }
    if (Tag.BOOL.equals(tag)) {
      return json.booleanNode(value.equals("true"));
    }
    try {
      if (value.length() > 100) {
        throw new UnreadableException(line(scalar), "a number of more than 100 digits");
      }
      if (Tag.INT.equals(tag)) {
        return json.numberNode(new BigInteger(value));
      }
      if (Tag.FLOAT.equals(tag)) {
        return json.numberNode(new BigDecimal(value));
      }
    } catch (NumberFormatException e) {
      throw new UnreadableException(line(scalar), "`" + Sentences.cut(value) + "` is no number");
    }
    throw new UnreadableException(line(scalar), "tag `" + tag + "` is not taken");
  }
}
