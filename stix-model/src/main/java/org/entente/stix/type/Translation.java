// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.ObjectReader;
import org.entente.stix.type.Outline.Shape;
import org.entente.stix.type.Outline.Value;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** A language-content (§7.1), to be held against what it translates. */
public final class Translation {
  private static final String MODIFIED = "/object_modified";
  private static final String REF = "/object_ref";
  private static final Pattern TRANSLATED = Pattern.compile("/contents/[^/]+(/.+)");

  private final ObjectReader reader;
  private final Map<String, Value> values;

  /**
   * Reads a language-content.
   *
   * @param bytes a language-content that has been read before
   * @param limits what an object may take
   */
  public Translation(byte[] bytes, ObjectLimits limits) {
    reader = new ObjectReader(limits);
    values = outline(bytes, Set.of());
  }

  private Map<String, Value> outline(byte[] bytes, Set<String> wanted) {
    Outline outline =
        new Outline(
            pointer ->
                wanted.isEmpty()
                    ? pointer.equals(MODIFIED)
                        || pointer.equals(REF)
                        || TRANSLATED.matcher(pointer).matches()
                    : wanted.contains(pointer));
    var unused = reader.read(bytes, outline);
    return outline.values();
  }

  /** The object that it translates. */
  public Optional<StixId> target() {
    return Optional.ofNullable(values.get(REF)).flatMap(value -> StixId.parse(value.text()));
  }

  /** The version that it translates, when it says so. */
  public Optional<StixTimestamp> version() {
    return Optional.ofNullable(values.get(MODIFIED))
        .flatMap(value -> StixTimestamp.parse(value.text()));
  }

  /** That there is no such version, though others of the object are known. */
  public static Finding unknownVersion(Level level, String target) {
    return new Finding(
        "language-content",
        "object_modified",
        StixRule.B51,
        level,
        StixRule.B51.section(),
        MODIFIED,
        "`" + target + "` is known here, and no version of it with this `modified`");
  }

  /**
   * Holds it against the version that it translates. What that does not have is let be.
   *
   * @param target the object
   * @param profile how strict it is
   * @return what is text, list or object here and something else there, or of another length
   */
  public List<Finding> against(byte[] target, Profile profile) {
    Optional<Level> level = profile.level(Strength.MUST);
    Set<String> wanted = new HashSet<>();
    values.keySet().forEach(pointer -> wanted.add(inTarget(pointer)));
    Map<String, Value> there = outline(target, wanted);
    List<Finding> found = new ArrayList<>();
    for (Map.Entry<String, Value> here : values.entrySet()) {
      String pointer = inTarget(here.getKey());
      Value original = pointer.isEmpty() ? null : there.get(pointer);
      String reason = original == null ? "" : differs(here.getValue(), original);
      if (!reason.isEmpty() && level.isPresent() && found.size() < Findings.MOST) {
        found.add(
            new Finding(
                "language-content",
                "contents",
                StixRule.B50,
                level.get(),
                StixRule.B50.section(),
                here.getKey(),
                reason));
      }
    }
    return found;
  }

  private static String inTarget(String pointer) {
    Matcher matcher = TRANSLATED.matcher(pointer);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static String differs(Value here, Value there) {
    if (here.shape() != there.shape()) {
      return "this is "
          + here.shape().words()
          + ", and what it translates "
          + there.shape().words();
    }
    return here.shape() == Shape.LIST && here.items() != there.items()
        ? "the list has " + here.items() + " items, and what it translates " + there.items()
        : "";
  }
}
