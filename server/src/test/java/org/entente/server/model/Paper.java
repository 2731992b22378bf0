// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.entente.document.Source;
import org.entente.server.resource.Document;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.load.Loaded;

/** A resource being written; read like one that an administrator applies. */
final class Paper {
  private static final Documents READER = new Documents();

  private final ObjectNode node = Thing.JSON.createObjectNode();

  private Paper(String kind, String id) {
    node.put("kind", kind).put("id", id);
  }

  static Paper of(String kind, String id) {
    return new Paper(kind, id);
  }

  Paper with(String field, String value) {
    at(field).put(last(field), value);
    return this;
  }

  Paper with(String field, boolean value) {
    at(field).put(last(field), value);
    return this;
  }

  /** A list; left out when it is empty. */
  Paper with(String field, Collection<String> values) {
    if (!values.isEmpty()) {
      ArrayNode list = at(field).putArray(last(field));
      values.forEach(list::add);
    }
    return this;
  }

  /** A list of terms, each as {@code by:value}; left out when it is empty. */
  Paper terms(String field, Collection<String> terms) {
    if (!terms.isEmpty()) {
      ArrayNode list = at(field).putArray(last(field));
      for (String term : terms) {
        list.addObject()
            .put(term.substring(0, term.indexOf(':')), term.substring(term.indexOf(':') + 1));
      }
    }
    return this;
  }

  private ObjectNode at(String field) {
    int slash = field.indexOf('/');
    return slash < 0 ? node : node.withObjectProperty(field.substring(0, slash));
  }

  private static String last(String field) {
    return field.substring(field.indexOf('/') + 1);
  }

  Document document() {
    Loaded loaded = READER.read(List.of(new Source("", node.toString())));
    if (!loaded.errors().isEmpty()) {
      throw new IllegalStateException(node + " " + loaded.errors());
    }
    return loaded.documents().get(0);
  }
}
