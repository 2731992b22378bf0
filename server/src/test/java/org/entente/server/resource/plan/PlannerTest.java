// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.document.Source;
import org.entente.server.resource.Document;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Ref;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.load.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final String BASE =
      """
      kind: Member
      id: acme
      name: Acme
      org_kind: private
      seat: [US]
      identities: [identity--11111111-1111-4111-8111-111111111111]
      ---
      kind: Member
      id: borealis
      name: Borealis
      org_kind: private
      seat: [DE]
      ---
      kind: Circle
      id: core
      members: [acme]
      ---
      kind: Region
      id: EU
      countries: [DE]
      ---
      kind: Agreement
      id: base
      version: 2
      between: [hub, members]
      ---
      kind: Collection
      id: 3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11
      title: Indicators
      alias: indicators
      readers: [{circle: core}]
      writers: [{org: acme}]
      ---
      kind: Credential
      id: acme/soc
      reader: internal
      release_policy: acme/default
      ---
      kind: ReleasePolicy
      id: acme/default@1
      applies_to: {level: member}
      release: {to: [{circle: core}]}
      ---
      kind: Administrator
      id: ana
      roles: [hub-admin]
      """;

  private static final Documents DOCUMENTS = new Documents();
  private final Planner planner = new Planner(Set.of("exchange"), () -> NOW);
  private final List<Document> base = read(BASE).documents();

  private Loaded read(String text) {
    return DOCUMENTS.read(List.of(new Source("f", text)));
  }

  private Plan plan(String text) {
    return planner.plan(base, read(text), false);
  }

  private Plan prune(String text) {
    return planner.plan(base, read(text), true);
  }

  @Test
  void plan_onEmptyStore_createsInTheOrderOfKinds() {
    Plan plan = planner.plan(List.of(), read(BASE), false);

    assertThat(plan.errors()).isEmpty();
    assertThat(plan.changes())
        .extracting(change -> change.action().label() + " " + change.ref())
        .containsExactly(
            "create Member acme",
            "create Member borealis",
            "create Circle core",
            "create Region EU",
            "create Agreement base",
            "create Collection 3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11",
            "create Credential acme/soc",
            "create ReleasePolicy acme/default@1",
            "create Administrator ana");
  }

  @Test
  void plan_ofTheSameAgain_isEmpty() {
    assertThat(plan(BASE).isEmpty()).isTrue();
    assertThat(prune(BASE).isEmpty()).isTrue();
  }

  @Test
  void plan_ofAChange_namesTheFields() {
    Plan plan = plan("kind: Circle\nid: core\nmembers: [acme, borealis]\ncircle_kind: bilateral\n");

    assertThat(plan.changes())
        .containsExactly(
            new Change(
                new Ref(Kind.CIRCLE, "core"),
                Change.Action.CHANGE,
                List.of("circle_kind", "members")));
    assertThat(plan.upserts()).hasSize(1);
    assertThat(plan.deletes()).isEmpty();
  }

  @Test
  void plan_withoutPrune_keepsWhatIsNotNamed() {
    assertThat(plan("kind: Region\nid: NO\ncountries: ['NO']\n").deletes()).isEmpty();
  }

  @Test
  void plan_withPrune_deletesWhatIsNotNamedLastFirst() {
    String rest =
        BASE.substring(0, BASE.indexOf("kind: Region"))
            + BASE.substring(BASE.indexOf("kind: Collection"));

    Plan plan = prune(rest);

    assertThat(plan.errors()).isEmpty();
    assertThat(plan.changes())
        .extracting(change -> change.action().label() + " " + change.ref())
        .containsExactly("delete Agreement base", "delete Region EU");
    assertThat(plan.deletes())
        .isEqualTo(Set.of(new Ref(Kind.REGION, "EU"), new Ref(Kind.AGREEMENT, "base")));
  }

  @Test
  void plan_withPruneOfWhatOthersName_saysWhoNamesIt() {
    String rest = BASE.substring(BASE.indexOf("kind: Member\nid: borealis"));

    Plan plan = prune(rest);

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.errors())
        .extracting(Object::toString)
        .containsExactly(
            "f:9: members[0]: there is no member `acme`",
            "f:25: writers[0].org: there is no member `acme`",
            "f:28: id: there is no member `acme`",
            "f:33: id: there is no member `acme`");
  }

  @Test
  void plan_thatBreaksWhatStays_saysSo() {
    Plan plan =
        plan(
            "kind: Member\nid: borealis\nname: B\norg_kind: private\nseat: [DE]\n"
                + "identities: [identity--11111111-1111-4111-8111-111111111111]\n");

    assertThat(plan.errors())
        .extracting(Object::toString)
        .containsExactly(
            "f:6: identities: `identity--11111111-1111-4111-8111-111111111111` is an identity of"
                + " member `acme`");
  }

  @Test
  void plan_withPruneOfACircleThatAPolicyNames_refusesIt() {
    String withPolicy =
        "kind: Member\nid: acme\nname: Acme\norg_kind: private\nseat: [US]\n---\n"
            + "kind: Administrator\nid: ana\nroles: [hub-admin]\n---\n"
            + BASE.substring(
                BASE.indexOf("kind: ReleasePolicy"), BASE.indexOf("kind: Administrator"));

    assertThat(prune(withPolicy).errors())
        .extracting(Object::toString)
        .contains("f:14: release.to[0].circle: there is no circle `core`");
  }

  @Test
  void plan_withPruneOfTheLastAdministrator_isRefused() {
    assertThat(prune(BASE.substring(0, BASE.indexOf("---\nkind: Administrator"))).errors())
        .extracting(Object::toString)
        .containsExactly("the last `hub-admin` cannot go");
  }

  @Test
  void plan_ofAPolicyWithOtherContent_isRefused() {
    Plan plan =
        plan(
            "kind: ReleasePolicy\nid: acme/default@1\napplies_to: {level: member}\n"
                + "release: {to: [{all: members}]}\n");

    assertThat(plan.errors())
        .extracting(Object::toString)
        .containsExactly(
            "f:2: id: `acme/default@1` is in force and cannot change; a change is a new version");
  }

  @Test
  void plan_ofAPolicyInOtherWords_isEmpty() {
    assertThat(
            plan("id: acme/default@1\nkind: ReleasePolicy\nrelease:\n  to:\n  - circle: core\n"
                    + "applies_to:\n  level: member\n")
                .isEmpty())
        .isTrue();
  }

  @Test
  void plan_ofASecondHubPolicy_isRefused() {
    assertThat(plan("kind: HubPolicy\nid: hub/a@1\n---\nkind: HubPolicy\nid: hub/b@1\n").errors())
        .extracting(Object::toString)
        .containsExactly("f:5: id: the hub's policy is `hub/a` already");
  }

  @Test
  void plan_withBrokenDocuments_doesNotCallThemMissing() {
    Plan plan =
        plan(
            "kind: Member\nid: cobalt\nnome: C\n---\nkind: Circle\nid: far\nmembers: [cobalt, delta]\n");

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.errors())
        .extracting(Object::toString)
        .containsExactly(
            "f:1: name: field `name` is missing",
            "f:1: org_kind: field `org_kind` is missing",
            "f:1: seat: field `seat` is missing",
            "f:3: nome: unknown field `nome`; did you mean `name`?",
            "f:7: members[1]: there is no member `delta`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: Circle, id: x, members: [], owner: nobody} | owner: there is no member `nobody`",
        "{kind: Agreement, id: x, between: [acme, far]} | between[1]: there is no member `far`",
        "{kind: Agreement, id: x, between: [acme, members]} | between: must be the hub and members, two members, or a member and a circle",
        "{kind: Agreement, id: x, between: [hub, core]} | between: must be the hub and members, two members, or a member and a circle",
        "{kind: Region, id: x, countries: [DE], valid_from: 2026-03-02} | valid_from: a time to come is not built in this release, so it is refused",
        "{kind: Credential, id: nobody/x, reader: person} | id: there is no member `nobody`",
        "{kind: Credential, id: acme/x, reader: person, collections: [exchange/far]} | collections[0]: there is no collection `exchange/far`",
        "{kind: Credential, id: borealis/x, reader: person, identities: [identity--11111111-1111-4111-8111-111111111111]} | identities[0]: `identity--11111111-1111-4111-8111-111111111111` is an identity of member `acme`",
        "{kind: Credential, id: acme/x, reader: person, release_policy: acme/far} | release_policy: there is no release policy `acme/far`",
        "{kind: Credential, id: acme/x, reader: person, release_policy: acme/default@2} | release_policy: there is no release policy `acme/default@2`",
        "{kind: Credential, id: borealis/x, reader: person, release_policy: acme/default} | release_policy: `acme/default` is not a policy of `borealis`",
        "{kind: ReleasePolicy, id: nobody/p@1, applies_to: {level: member}, release: {to: [{all: members}]}} | id: there is no member `nobody`",
        "{kind: ReleasePolicy, id: acme/p@1, applies_to: {level: collection, collection: far}, release: {to: [{all: members}]}} | applies_to.collection: there is no collection `far`",
        "{kind: ReleasePolicy, id: acme/p@1, applies_to: {level: credential, credential: acme/far}, release: {to: [{all: members}]}} | applies_to.credential: there is no credential `acme/far`",
        "{kind: ReleasePolicy, id: acme/p@1, applies_to: {level: member}, release: {to: [{region: XX}]}} | release.to[0].region: there is no region `XX`",
        "{kind: ReleasePolicy, id: acme/p@1, applies_to: {level: member}, release: {except: [{circle: far}]}} | release.except[0].circle: there is no circle `far`",
        "{kind: ReleasePolicy, id: acme/p@1, applies_to: {level: object}, release: {recipients: [borealis/ann]}} | release.recipients[0]: there is no credential `borealis/ann`",
        "{kind: Member, id: c, name: C, org_kind: cert, seat: ['NO'], agreements: [{id: base, version: 3, signed: 2026-01-01}]} | agreements[0].version: the newest version of `base` is 2",
        "{kind: Member, id: c, name: C, org_kind: cert, seat: ['NO'], agreements: [{id: far, version: 1, signed: 2026-01-01}]} | agreements[0].id: there is no agreement `far`",
        "{kind: Feed, id: x, title: X, source: {url: 'https://feeds.example/x'}, decode: {as: lines}, time: {zone: UTC, formats: [iso]}, mode: append, key: a, map: [{indicator: {observable: {type: ip, value: a}}}], marking: {default: 'TLP:GREEN'}, licence: {id: X, redistribution: allowed, attribution: A}, into: {collection: exchange/indicators, credential: feeds/x}} | into.credential: there is no credential `feeds/x`",
        "{kind: Collection, id: 4a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11, title: INDICATORS, readers: [], writers: []} | title: this is already the title of collection `3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11`",
        "{kind: Collection, id: 4a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11, title: T, alias: indicators, readers: [], writers: []} | alias: this is already the alias of collection `3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11`",
        "{kind: Collection, id: 4a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11, title: T, api_root: far, readers: [], writers: []} | api_root: the configuration has no API root `far`",
        "{kind: Collection, id: 4a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11, title: T, readers: [{org: far}], writers: []} | readers[0].org: there is no member `far`",
      })
  void plan_ofWhatDoesNotHoldTogether_isRefused(String document, String error) {
    assertThat(plan("--- " + document + "\n").errors())
        .extracting(Object::toString)
        .containsExactly("f:1: " + error);
  }

  @Test
  void plan_ofOneCertificateForTwoCredentials_isRefused() {
    String hex = "a".repeat(64);
    assertThat(
            plan("--- {kind: Credential, id: acme/x, reader: person, certificates: ['sha256:"
                    + hex
                    + "']}\n--- {kind: Credential, id: acme/y, reader: person, certificates: ['sha256:"
                    + hex.toUpperCase(java.util.Locale.ROOT)
                    + "']}\n")
                .errors())
        .extracting(Object::toString)
        .containsExactly(
            "f:2: certificates: this certificate is already that of credential `acme/x`");
  }

  @Test
  void plan_overWhatWasWrongBefore_isNotBlockedByIt() {
    Document old =
        Documents.restore(
            Kind.CIRCLE, "{\"id\":\"old\",\"kind\":\"Circle\",\"members\":[\"gone\"]}");

    Plan plan = planner.plan(List.of(old), read("kind: Region\nid: EU\ncountries: [DE]\n"), false);

    assertThat(plan.errors()).isEmpty();
    assertThat(plan.changes()).hasSize(1);
  }
}
