// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.document.ResourceError;
import org.entente.document.Source;
import org.entente.server.resource.Circle;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.Document;
import org.entente.server.resource.HubPolicy;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Member;
import org.entente.server.resource.Ref;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.resource.Resource;
import org.entente.server.resource.Term;
import org.entente.stix.Tlp;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final Documents DOCUMENTS = new Documents();

  private Loaded read(String text) {
    return DOCUMENTS.read(List.of(new Source("a.yaml", text)));
  }

  private <R extends Resource> R one(String text, Class<R> type) {
    Loaded loaded = read(text);
    assertThat(loaded.errors()).isEmpty();
    return type.cast(loaded.documents().get(0).resource());
  }

  @Test
  void read_memberWithRequiredFieldsOnly_failsClosed() {
    Member member =
        one("kind: Member\nid: acme\nname: A\norg_kind: private\nseat: [NO]\n", Member.class);

    assertThat(member.status()).isEqualTo(Member.Status.APPLICANT);
    assertThat(member.handlesUpTo()).isEqualTo(Tlp.CLEAR);
    assertThat(member.processing()).isEmpty();
    assertThat(member.seat()).containsExactly("NO");
    assertThat(member.listed()).isTrue();
  }

  @Test
  void read_credentialWithRequiredFieldsOnly_failsClosed() {
    Credential credential =
        one("kind: Credential\nid: acme/soc\nreader: internal\n", Credential.class);

    assertThat(credential.actsAs()).isEqualTo(Credential.ActsAs.EXT_DIRECT);
    assertThat(credential.ceiling()).isEqualTo(Tlp.CLEAR);
    assertThat(credential.roles()).containsExactly("consumer");
    assertThat(credential.expires()).isEmpty();
    assertThat(credential.resale()).isFalse();
  }

  @Test
  void read_pushOnlyCredential_publishesAndReadsNothing() {
    Credential credential =
        one("kind: Credential\nid: acme/in\nreader: push-only\n", Credential.class);

    assertThat(credential.publishes()).isTrue();
    assertThat(credential.consumes()).isFalse();
  }

  @Test
  void read_dayOfExpiry_isItsBeginningInUtc() {
    Credential credential =
        one(
            "kind: Credential\nid: acme/soc\nreader: internal\nexpires: 2027-01-01\n",
            Credential.class);

    assertThat(credential.expires()).contains(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void read_collection_bindsTermsAndHistory() {
    Collection collection =
        one(
            """
            kind: Collection
            id: 3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11
            title: Indicators
            alias: indicators
            readers: [{all: members}, {org_kind: cert}]
            writers: [{circle: core}]
            history: P30D
            visible: all
            """,
            Collection.class);

    assertThat(collection.readers())
        .containsExactly(new Term(Term.By.ALL, "members"), new Term(Term.By.ORG_KIND, "cert"));
    assertThat(collection.history()).isEqualTo(new Collection.History(false, Duration.ofDays(30)));
    assertThat(collection.visibleToAll()).isTrue();
    assertThat(collection.open()).isFalse();
    assertThat(collection.apiRoot()).isEqualTo("exchange");
    assertThat(collection.accepts()).isEqualTo(Tlp.AMBER);
    assertThat(collection.unmarked()).isEmpty();
  }

  @Test
  void read_collectionWithoutHistory_showsNothingOfThePast() {
    Collection collection =
        one(
            """
            kind: Collection
            id: 3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11
            title: Indicators
            readers: []
            writers: []
            """,
            Collection.class);

    assertThat(collection.history()).isEqualTo(new Collection.History(false, Duration.ZERO));
  }

  @Test
  void read_circle_hasItsOwnKind() {
    Circle circle =
        one("kind: Circle\nid: c\nmembers: [a]\ncircle_kind: early-share\n", Circle.class);

    assertThat(circle.type()).isEqualTo(Circle.Type.EARLY_SHARE);
    assertThat(circle.owner()).isEqualTo("hub");
    assertThat(circle.minimum()).isEqualTo(5);
  }

  @Test
  void read_policy_bindsItsLevelAndLists() {
    ReleasePolicy policy =
        one(
            """
            kind: ReleasePolicy
            id: juno/rfa@12
            applies_to: {level: object, types: [note], flags_any: [drill]}
            release: {recipients: [echo/ann], except: [{org: cobalt}]}
            attribution: {as: member}
            structure: {granular: withhold, closure: strict}
            """,
            ReleasePolicy.class);

    assertThat(policy.appliesTo().level()).isEqualTo(ReleasePolicy.Level.OBJECT);
    assertThat(policy.appliesTo().labels()).containsExactly("drill");
    assertThat(policy.recipients()).containsExactly("echo/ann");
    assertThat(policy.to()).isEmpty();
    assertThat(policy.version()).isEqualTo(12);
  }

  @Test
  void read_hubPolicyWithoutLevel_judgesUnmarkedAsAmber() {
    assertThat(one("kind: HubPolicy\nid: hub/base@1\n", HubPolicy.class).unmarked())
        .isEqualTo(Tlp.AMBER);
  }

  @Test
  void read_yamlAndJsonThatSayTheSame_haveOneText() {
    Loaded yaml = read("{id: ana, roles: [hub-admin], kind: Administrator}\n---\n# nothing\n");
    Loaded flow =
        DOCUMENTS.read(
            List.of(new Source("", "--- {id: ana, roles: [hub-admin], kind: Administrator}\n")));
    Loaded json =
        DOCUMENTS.read(
            List.of(
                new Source(
                    "",
                    "[{\"kind\":\"Administrator\",\"roles\":[\"hub-admin\"],\"id\":\"ana\"}]")));

    assertThat(yaml.errors()).isNotEmpty();
    assertThat(json.errors()).isEmpty();
    assertThat(flow.documents()).isEqualTo(json.documents());
    assertThat(json.documents().get(0).json())
        .isEqualTo("{\"id\":\"ana\",\"kind\":\"Administrator\",\"roles\":[\"hub-admin\"]}");
  }

  @Test
  void restore_ofWhatWasRead_isEqual() {
    Document document =
        read("kind: Region\nid: EU\ncountries: [DE, FR]\nvalid_from: 2026-01-01\n")
            .documents()
            .get(0);

    assertThat(Documents.restore(Kind.REGION, document.json())).isEqualTo(document);
  }

  @Test
  void read_severalDocuments_tellsTheLineOfEachError() {
    Loaded loaded =
        read(
            """
            kind: Member
            id: acme
            name: Acme
            org_kind: privat
            seat: [US]
            handels_up_to: RED
            ---
            kind: Circle
            id: core
            members: acme
            ---
            kind: Credential
            id: acme/soc
            """);

    assertThat(loaded.errors())
        .extracting(ResourceError::toString)
        .containsExactly(
            "a.yaml:4: org_kind: `privat` is none of `private`, `government`, `law-enforcement`,"
                + " `cert`, `isac`, `hub`",
            "a.yaml:6: handels_up_to: unknown field `handels_up_to`; did you mean"
                + " `handles_up_to`?",
            "a.yaml:10: members: must be a list, is `acme`",
            "a.yaml:12: reader: field `reader` is missing");
    assertThat(loaded.broken())
        .isEqualTo(
            Set.of(
                new Ref(Kind.MEMBER, "acme"),
                new Ref(Kind.CIRCLE, "core"),
                new Ref(Kind.CREDENTIAL, "acme/soc")));
  }

  @Test
  void read_oneGoodAndOneBadDocument_keepsTheGoodOne() {
    Loaded loaded =
        read("kind: Nembre\nid: x\n---\nkind: Administrator\nid: a\nroles: [hub-admin]\n");

    assertThat(loaded.documents())
        .extracting(Document::ref)
        .containsExactly(new Ref(Kind.ADMINISTRATOR, "a"));
    assertThat(loaded.errors())
        .singleElement()
        .hasToString(
            "a.yaml:1: kind: unknown kind `Nembre`; there are HubPolicy, Member, Circle, Region,"
                + " Agreement, Collection, Credential, ReleasePolicy, Administrator, Feed");
  }

  @Test
  void read_sameIdTwice_namesTheFirst() {
    String admin = "kind: Administrator\nid: a\nroles: [hub-admin]\n";

    assertThat(read(admin + "---\n" + admin).errors())
        .singleElement()
        .hasToString("a.yaml:6: id: Administrator `a` is there already, at a.yaml:1");
  }
}
