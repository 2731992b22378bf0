// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.extension;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.stix.StixId;
import org.entente.stix.json.ReadResult;
import org.entente.stix.type.Checked;
import org.entente.stix.type.Finding;
import org.entente.stix.type.Level;
import org.entente.stix.type.Profile;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** The extension-definitions that a community knows, with the JSON Schemas of their objects. */
public final class Extensions {
  /** Nothing but what every exchange understands. */
  public static final Extensions NONE = new Extensions(Map.of());

  /** TLP 2.0, IEP and PAP of marking-definitions. */
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d",
          "extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a",
          "extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b");

  private static final int MOST = 10;
  private static final int LONGEST = 200;

  private final Map<StixId, Schema> schemas;

  private Extensions(Map<StixId, Schema> schemas) {
    this.schemas = Map.copyOf(schemas);
  }

  /**
   * Reads the schemas.
   *
   * @param files by extension-definition
   * @throws ExtensionException with everything that is wrong, a line each
   */
  public static Extensions read(Map<StixId, Path> files) {
    SchemaReader reader = new SchemaReader();
    Map<StixId, Schema> schemas = new LinkedHashMap<>();
    Map<String, String> wrong = new TreeMap<>();
    files.forEach(
        (definition, file) -> {
          try {
            schemas.put(definition, reader.read(definition, file));
          } catch (ExtensionException unusable) {
            wrong.put(definition.toString(), String.valueOf(unusable.getMessage()));
          }
        });
    if (!wrong.isEmpty()) {
      throw new ExtensionException(String.join("\n", wrong.values()));
    }
    return new Extensions(schemas);
  }

  /**
   * Holds an object against the schemas of the extensions that it names.
   *
   * @param checked what the standard has to say of it
   * @param bytes the object as sent
   * @param profile how strict its collection is
   */
  public Checked check(Checked checked, byte[] bytes, Profile profile) {
    if (checked.extensions().isEmpty()
        || !(checked.read() instanceof ReadResult.Accepted accepted)) {
      return checked;
    }
    String type = accepted.object().id().type();
    List<Finding> found = new ArrayList<>();
    for (StixId definition : checked.extensions()) {
      if (found.size() < MOST) {
        check(definition, type, bytes, profile, found);
      }
    }
    return checked.with(found);
  }

  private void check(
      StixId definition, String type, byte[] bytes, Profile profile, List<Finding> found) {
    Schema schema = schemas.get(definition);
    Optional<Level> level = profile.level(schema == null ? Strength.INTEROP : Strength.MUST);
    if (level.isEmpty() || (schema == null && UNDERSTOOD.contains(definition.toString()))) {
      return;
    }
    if (schema == null) {
      String pointer = "/extensions/" + definition;
      found.add(finding(type, level.get(), pointer, "the extension is not known here"));
      return;
    }
    for (Error error : schema.validate(new String(bytes, UTF_8), InputFormat.JSON)) {
      if (found.size() < MOST) {
        String pointer = error.getInstanceLocation().toString();
        String reason = line(error.getMessage()) + ", by the schema of `" + definition + "`";
        found.add(finding(type, level.get(), pointer, reason));
      }
    }
  }

  private static Finding finding(String type, Level level, String pointer, String reason) {
    int end = pointer.indexOf('/', 1);
    String property =
        pointer.isEmpty() ? "" : pointer.substring(1, end < 0 ? pointer.length() : end);
    return new Finding(
        type, property, StixRule.B38, level, StixRule.B38.section(), pointer, reason);
  }

  /** What the library says may quote what was sent. */
  private static String line(String message) {
    String plain = message.replaceAll("\\p{Cntrl}", " ");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
