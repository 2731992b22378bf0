// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.Reference.Kind;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.StixTimestamp;
import org.entente.stix.json.ObjectListener.Token;
import org.entente.stix.json.scan.JsonText;
import org.jspecify.annotations.Nullable;

/** Gathers the facts of one object, and in the end holds them against what storing needs. */
final class Facts {
  private static final Set<String> WRITTEN = Set.of("report", "note", "grouping", "opinion");
  private static final String OBJECT_REF = "object_ref";

  private final int limit;
  private final Problems problems;
  private final ReferenceSet references;
  private final TextIds textIds;
  private final Set<StixId> markings = new LinkedHashSet<>();
  private final Set<StixId> granularMarkings = new LinkedHashSet<>();
  private final List<String> labels = new ArrayList<>();
  private @Nullable String type;
  private @Nullable String id;
  private @Nullable String specVersion;
  private @Nullable String created;
  private @Nullable String modified;
  private Optional<StixId> createdBy = Optional.empty();
  private Optional<StixId> objectRef = Optional.empty();
  private boolean revoked;

  Facts(int limit, Problems problems) {
    this.limit = limit;
    this.problems = problems;
    references = new ReferenceSet(limit);
    textIds = new TextIds(limit);
  }

  /** Whether ids in the text of the object are references, as far as is known yet. */
  boolean listsItsText() {
    String known = type;
    return known == null || WRITTEN.contains(known);
  }

  /** Where ids in the text of the object are to go. */
  TextIds textIds() {
    return textIds;
  }

  /** The value of a top-level property, of the kind that its role wants. */
  void value(Role role, String property, Token token, TokenCursor at) {
    switch (role) {
      case TYPE -> type = at.text();
      case ID -> id = at.text();
      case SPEC_VERSION -> specVersion = at.text();
      case CREATED -> created = at.text();
      case MODIFIED -> modified = at.text();
      case REVOKED -> revoked = token == Token.TRUE;
      case CREATED_BY -> createdBy = reference(property, at);
      case REFERENCE -> {
        Optional<StixId> target = reference(property, at);
        if (property.equals(OBJECT_REF)) {
          objectRef = target;
        } else {
          target.ifPresent(to -> references.add(Kind.REQUIRED, to));
        }
      }
      case CUSTOM_REFERENCE -> {
        if (token == Token.STRING) {
          StixId.parse(at.text()).ifPresent(to -> references.add(Kind.REQUIRED, to));
        }
      }
      default -> {}
    }
  }

  private Optional<StixId> reference(String property, TokenCursor at) {
    Optional<StixId> target = StixId.parse(at.text());
    if (target.isEmpty()) {
      problems.here(Rule.REFERENCE, property, at, Problems.quote(at.text()) + " is no identifier");
    }
    return target;
  }

  /** An item of a top-level list, of the kind that its role wants. */
  void item(Role role, String property, Token token, TokenCursor at) {
    switch (role) {
      case LABELS -> {
        if (labels.size() <= limit) {
          labels.add(at.text());
        }
      }
      case MARKINGS -> marking(property, at).ifPresent(markings::add);
      case REFERENCES ->
          reference(property, at).ifPresent(target -> references.add(Kind.LISTED, target));
      case CUSTOM_REFERENCES -> {
        if (token == Token.STRING) {
          nestedReference(at.text());
        }
      }
      default -> {}
    }
  }

  /** A {@code marking_ref} of {@code granular_markings}. */
  void granularMarking(String property, TokenCursor at) {
    marking(property, at).ifPresent(granularMarkings::add);
  }

  private Optional<StixId> marking(String property, TokenCursor at) {
    Optional<StixId> target =
        StixId.parse(at.text()).filter(marking -> marking.type().equals("marking-definition"));
    if (target.isEmpty()) {
      String reason = Problems.quote(at.text()) + " is no identifier of a marking-definition";
      problems.here(Rule.MARKING, property, at, reason);
    }
    target.ifPresent(marking -> references.add(Kind.CARRY, marking));
    return target;
  }

  /** A reference within the values of the object; what is no id there is let be. */
  void nestedReference(String text) {
    StixId.parse(text).ifPresent(target -> references.add(Kind.LISTED, target));
  }

  /**
   * A key of {@code extensions}.
   *
   * @return whether it names an extension-definition
   */
  boolean extension(String key) {
    Optional<StixId> definition =
        StixId.parse(key).filter(target -> target.type().equals("extension-definition"));
    definition.ifPresent(target -> references.add(Kind.CARRY, target));
    return definition.isPresent();
  }

  /**
   * The object has ended.
   *
   * @param bytes the object as sent
   * @param newObservable whether an extension makes it a cyber-observable
   */
  ReadResult result(byte[] bytes, boolean newObservable) {
    ObjectClass objectClass = ObjectClass.of(type == null ? "" : type, newObservable);
    CommonChecks checks = new CommonChecks(problems);
    Optional<StixId> self = checks.identity(type, id);
    checks.specVersion(specVersion, needsSpecVersion(objectClass));
    Optional<StixTimestamp> since =
        checks.timestamp("created", created, objectClass.needsCreated());
    Optional<StixTimestamp> version =
        checks.timestamp("modified", modified, objectClass.needsModified());
    addReferences();
    if (self.isEmpty() || !problems.none()) {
      return refused();
    }
    return new ReadResult.Accepted(
        new StixObject(
            self.get(),
            "2.1",
            since,
            version,
            createdBy,
            revoked,
            List.copyOf(labels),
            List.copyOf(markings),
            List.copyOf(granularMarkings),
            references.others(self.get()),
            bytes));
  }

  /** Custom objects of STIX 2.0 have versions; observables of one's own in 2.1 have none. */
  private boolean needsSpecVersion(ObjectClass objectClass) {
    boolean versioned = objectClass == ObjectClass.UNKNOWN && modified != null;
    return type != null && (objectClass.needsCreated() || versioned);
  }

  private void addReferences() {
    boolean carried = "language-content".equals(type);
    objectRef.ifPresent(to -> references.add(carried ? Kind.CARRY : Kind.REQUIRED, to));
    if (type != null && WRITTEN.contains(type)) {
      textIds.found().forEach(to -> references.add(Kind.LISTED, to));
    }
    if (references.tooMany()) {
      String reason = "there are more than " + limit + " references";
      problems.add(Problem.whole(Rule.TOO_MANY, reason));
    }
    if (labels.size() > limit) {
      problems.of(Rule.TOO_MANY, "labels", "there are more than " + limit + " labels");
    }
  }

  /** What can be said of an object that is refused. */
  ReadResult.Refused refused() {
    Optional<String> sentId = Optional.ofNullable(id).map(Facts::cut);
    Optional<String> version =
        Optional.ofNullable(modified).or(() -> Optional.ofNullable(created)).map(Facts::cut);
    return new ReadResult.Refused(sentId, version, problems.list());
  }

  private static String cut(String text) {
    return JsonText.cut(text, SentFacts.LONGEST);
  }
}
