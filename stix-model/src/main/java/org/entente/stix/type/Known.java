// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.stix.StixId;
import org.entente.stix.json.ObjectListener.Token;
import org.entente.stix.type.table.Property;

/** What is to be remembered of an object until it has ended. */
final class Known {
  private static final int MOST = 1_000;

  /** A text with its place. */
  record Text(String text, String pointer, int place) {}

  /**
   * An external reference.
   *
   * @param source its {@code source_name}
   * @param id its {@code external_id}
   */
  record Cited(String source, String id, String pointer, int place) {}

  private final Map<String, Text> texts = new HashMap<>();
  private final List<Text> markings = new ArrayList<>();
  private final List<Text> selectors = new ArrayList<>();
  private final List<Text> unknown = new ArrayList<>();
  private final List<String> extensionTypes = new ArrayList<>();
  private final List<String> extensions = new ArrayList<>();
  private final List<StixId> definitions = new ArrayList<>();
  private final List<Cited> cited = new ArrayList<>();
  private boolean toplevel;
  private String source = "";
  private String catalogued = "";
  private String type = "";

  void clear(String ofType) {
    type = ofType;
    texts.clear();
    markings.clear();
    selectors.clear();
    unknown.clear();
    extensionTypes.clear();
    extensions.clear();
    definitions.clear();
    cited.clear();
    toplevel = false;
    source = "";
    catalogued = "";
  }

  /** The object's type, empty when it has none. */
  String type() {
    return type;
  }

  /** A text that is the value of a property. */
  void value(Property property, Place place) {
    switch (property.kind()) {
      case TYPE, ID, PATTERN, RELATIONSHIP_TYPE -> top(property, place);
      case IDENTIFIER -> {
        if (property.name().equals("object_marking_refs")) {
          marking(place);
        } else if (!property.list()) {
          top(property, place);
        }
      }
      case SELECTOR -> {
        if (selectors.size() < MOST) {
          selectors.add(new Text(place.text(), place.pointer(), place.tokens()));
        }
      }
      case VOCABULARY -> {
        if (property.name().equals("pattern_type")) {
          top(property, place);
        }
        toplevel |=
            property.name().equals("extension_types")
                && place.text().equals("toplevel-property-extension");
      }
      case STRING -> string(property, place);
      case TIMESTAMP -> {
        if (property.name().equals("created") && type.equals("marking-definition")) {
          top(property, place);
        }
      }
      default -> {}
    }
  }

  private void string(Property property, Place place) {
    switch (property.name()) {
      case "definition_type", "pattern_version" -> top(property, place);
      case "name" -> {
        if (type.equals("marking-definition")) {
          top(property, place);
        }
      }
      case "source_name" -> source = place.text();
      case "external_id" -> catalogued = place.text();
      default -> {}
    }
  }

  /** An object of a shape ends. */
  void end(Shape shape, Place place) {
    boolean reference = shape.type().name().equals("external-reference");
    if (reference && Catalogues.names(type) && cited.size() < MOST) {
      cited.add(new Cited(source, catalogued, place.pointer(), place.tokens()));
    }
    if (reference) {
      source = "";
      catalogued = "";
    }
  }

  private void top(Property property, Place place) {
    if (place.depth() == 1) {
      texts.put(property.name(), text(place));
    }
  }

  private void marking(Place place) {
    if (markings.size() < MOST) {
      String pointer = "/object_marking_refs/" + markings.size();
      markings.add(new Text(place.text(), pointer, place.tokens()));
    }
  }

  private static Text text(Place place) {
    return new Text(place.text(), "", place.tokens());
  }

  /** A value within the definition or an extension that says what a marking-definition means. */
  void definition(String name, Place place) {
    boolean says =
        place.depth() == 2
            ? name.equals("tlp") || name.equals("statement")
            : place.depth() == 3 && name.equals("tlp_2_0");
    if (says && type.equals("marking-definition") && place.token() == Token.STRING) {
      texts.put(name, text(place));
    }
  }

  /** A top-level property that the type does not have. */
  void unknown(String name, int at) {
    if (unknown.size() < MOST) {
      unknown.add(new Text(name, "/" + name, at));
    }
  }

  /** An extension says its type. */
  void extensionType(String word) {
    if (extensionTypes.size() < MOST) {
      extensionTypes.add(word);
    }
  }

  /** An extension by its definition. */
  void definition(StixId id) {
    if (definitions.size() < MOST) {
      definitions.add(id);
    }
  }

  /** The definitions that the extensions name. */
  List<StixId> definitions() {
    return definitions;
  }

  /** A key of {@code extensions}. */
  void extension(String key) {
    if (type.equals("marking-definition") && extensions.size() < MOST) {
      extensions.add(key);
    }
  }

  /** Of a marking-definition the extensions that it has. */
  List<String> extensions() {
    return extensions;
  }

  /** The external references of an object whose type says how catalogues are named in them. */
  List<Cited> cited() {
    return cited;
  }

  /** Whether an extension-definition is for properties at the top level. */
  boolean definesToplevel() {
    return toplevel;
  }

  /** The text of a top-level property, empty when it is not there or no text. */
  String text(String property) {
    Text text = texts.get(property);
    return text == null ? "" : text.text();
  }

  /** After how many tokens a top-level property came. */
  int place(String property) {
    Text text = texts.get(property);
    return text == null ? 0 : text.place();
  }

  List<Text> markings() {
    return markings;
  }

  List<Text> selectors() {
    return selectors;
  }

  List<Text> unknown() {
    return unknown;
  }

  boolean extendedAs(String word) {
    return extensionTypes.contains(word);
  }
}
