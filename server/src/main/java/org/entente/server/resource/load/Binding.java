// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.server.resource.Administrator;
import org.entente.server.resource.Agreement;
import org.entente.server.resource.Circle;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.Feed;
import org.entente.server.resource.HubPolicy;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Member;
import org.entente.server.resource.OrgKind;
import org.entente.server.resource.Region;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.resource.Resource;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;
import org.entente.stix.type.Profile;

/** From a checked document to its resource. The defaults are those of the schemas. */
final class Binding {
  private Binding() {}

  static Resource bind(Kind kind, JsonNode document) {
    Fields fields = new Fields(document);
    return switch (kind) {
      case HUB_POLICY -> hubPolicy(fields);
      case MEMBER -> member(fields);
      case CIRCLE -> circle(fields);
      case REGION -> region(fields);
      case AGREEMENT -> agreement(fields);
      case COLLECTION -> collection(fields);
      case CREDENTIAL -> credential(fields);
      case RELEASE_POLICY -> releasePolicy(fields);
      case ADMINISTRATOR -> new Administrator(fields.need("id"), fields.texts("roles"));
      case FEED -> new Feed(fields.need("id"), Canonical.text(document));
    };
  }

  private static HubPolicy hubPolicy(Fields f) {
    Map<String, String> agreements = new TreeMap<>();
    f.in("flags")
        .node()
        .properties()
        .forEach(e -> agreements.put(e.getKey(), e.getValue().get("require_agreement").asText()));
    Map<StixId, String> markings = new TreeMap<>();
    f.in("markings")
        .node()
        .properties()
        .forEach(
            e -> markings.put(StixId.parse(e.getKey()).orElseThrow(), e.getValue().textValue()));
    return new HubPolicy(
        f.need("id"),
        f.level("unmarked", Tlp.AMBER),
        f.in("deny").texts("orgs"),
        f.in("deny").texts("countries_by_control"),
        Map.copyOf(agreements),
        Map.copyOf(markings),
        Optional.of(f.in("standing").node()).filter(JsonNode::isObject).map(Canonical::text));
  }

  private static Member member(Fields f) {
    return new Member(
        f.need("id"),
        f.need("name"),
        f.word("status", Member.Status.class).orElse(Member.Status.APPLICANT),
        OrgKind.parse(f.need("org_kind")).orElseThrow(),
        f.texts("seat"),
        f.texts("processing"),
        f.texts("control"),
        f.texts("sectors"),
        f.ids("identities"),
        f.level("handles_up_to", Tlp.CLEAR),
        f.items("agreements").stream()
            .map(a -> new Member.Signature(a.need("id"), a.number("version", 1), a.need("signed")))
            .toList(),
        f.in("intake").texts("refuse_flags"),
        f.word("standing", Member.Standing.class),
        f.number("retention_days"),
        f.flag("listed", true),
        f.word("on_exit", Member.OnExit.class).orElse(Member.OnExit.STAYS),
        f.items("contacts").stream()
            .map(
                c ->
                    new Member.Contact(
                        c.need("name"), c.need("email"), c.text("role").orElse("general")))
            .toList());
  }

  private static Credential credential(Fields f) {
    Credential.Reader reader = f.word("reader", Credential.Reader.class).orElseThrow();
    return new Credential(
        f.need("id"),
        reader,
        f.word("acts_as", Credential.ActsAs.class).orElse(Credential.ActsAs.EXT_DIRECT),
        f.node().has("roles") ? f.texts("roles") : roles(reader),
        f.level("ceiling", Tlp.CLEAR),
        f.flag("resale", false),
        f.flag("accepts_drills", false),
        f.texts("collections"),
        f.ids("identities"),
        f.texts("allow_from"),
        f.time("expires"),
        f.text("release_policy"),
        f.texts("certificates"));
  }

  private static Set<String> roles(Credential.Reader reader) {
    return Set.of(reader == Credential.Reader.PUSH_ONLY ? "publisher" : "consumer");
  }

  private static Circle circle(Fields f) {
    return new Circle(
        f.need("id"),
        f.text("owner").orElse("hub"),
        f.texts("members"),
        f.word("circle_kind", Circle.Type.class).orElse(Circle.Type.COMMUNITY),
        f.time("expires"),
        f.flag("discoverable", false),
        f.text("pseudonym_scope"),
        f.number("minimum", 5));
  }

  private static Region region(Fields f) {
    return new Region(
        f.need("id"), f.texts("countries"), f.time("valid_from"), f.time("valid_until"));
  }

  private static Agreement agreement(Fields f) {
    Fields grants = f.in("grants");
    return new Agreement(
        f.need("id"),
        f.number("version", 1),
        List.copyOf(f.texts("between")),
        grants.level("ceiling", Tlp.CLEAR),
        grants.texts("flags"),
        grants.in("uses").word("max_action", Credential.ActsAs.class));
  }

  private static Collection collection(Fields f) {
    return new Collection(
        f.need("id"),
        f.text("api_root").orElse("exchange"),
        f.need("title"),
        f.text("description"),
        f.text("alias"),
        f.terms("readers"),
        f.terms("writers"),
        f.level("accepts", Tlp.AMBER),
        f.level("unmarked"),
        f.flag("public", false),
        f.flag("always_on", false),
        history(f.text("history").orElse("none")),
        f.text("visible").orElse("readers").equals("all"),
        f.text("audience"),
        f.text("window").map(Duration::parse),
        f.text("acknowledge_within").map(Duration::parse),
        f.in("drill").text("cron"),
        f.word("validation", Profile.class).orElse(Profile.STANDARD));
  }

  private static Collection.History history(String text) {
    return switch (text) {
      case "all" -> new Collection.History(true, Duration.ZERO);
      case "none" -> new Collection.History(false, Duration.ZERO);
      default -> new Collection.History(false, Duration.parse(text));
    };
  }

  private static ReleasePolicy releasePolicy(Fields f) {
    Fields where = f.in("applies_to");
    Fields release = f.in("release");
    // a flag is a label of exactly that name; both at once are refused before
    Set<String> labels =
        where.node().has("flags_any") ? where.texts("flags_any") : where.texts("labels_any");
    return new ReleasePolicy(
        f.need("id"),
        new ReleasePolicy.AppliesTo(
            where.word("level", ReleasePolicy.Level.class).orElseThrow(),
            where.text("credential"),
            where.text("collection"),
            where.ids("objects"),
            where.texts("types"),
            labels),
        release.terms("to"),
        release.terms("except"),
        release.texts("recipients"));
  }
}
