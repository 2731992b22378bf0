// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.entente.document.ResourceError;
import org.entente.document.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedTest {
  private static final String MEMBER =
      "kind: Member\nid: a\nname: A\norg_kind: private\nseat: [US]\n";
  private static final String FEED =
      """
      kind: Feed
      id: f
      title: F
      source: {url: "https://feeds.example/f"}
      decode: {as: lines}
      time: {zone: UTC, formats: [iso]}
      mode: append
      key: "${value}"
      map: [{indicator: {observable: {type: ip, value: "${value}"}}}]
      marking: {default: "TLP:GREEN"}
      licence: {id: X, redistribution: allowed, attribution: A}
      """;
  private static final String POLICY = "kind: ReleasePolicy\nid: a/p@1\n";
  private static final String COLLECTION =
      "kind: Collection\nid: 3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11\ntitle: T\nreaders: []\nwriters: []\n";

  private static final Documents DOCUMENTS = new Documents();

  private String errors(String text) {
    return DOCUMENTS.read(List.of(new Source("f", text))).errors().stream()
        .map(ResourceError::toString)
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jurisdiction: {rel_to: [EU]} | release.jurisdiction | jurisdiction",
        "after: 2026-01-01 | release.after | after",
        "before_then: [{org: b}] | release.before_then | before_then",
        "uses: {resale: false} | release.uses | uses",
        "require: {agreements: [x]} | release.require | require",
        "waive: [standing] | release.waive | waive",
      })
  void read_clauseNotBuilt_isRefusedByName(String clause, String field, String name) {
    assertThat(errors(POLICY + "applies_to: {level: member}\nrelease: {" + clause + "}\n"))
        .isEqualTo(
            "f:4: " + field + ": `" + name + "` is not built in this release, so it is refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attribution: {as: pseudonym} | attribution.as | as: pseudonym",
        "attribution: {as: member, scope: circle} | attribution.scope | scope",
        "structure: {granular: derive} | structure.granular | granular: derive",
        "structure: {closure: dangling-ok} | structure.closure | closure: dangling-ok",
        "on_tighten: {notify_prior_recipients: false} | on_tighten | on_tighten",
      })
  void read_partNotBuilt_isRefusedByName(String part, String field, String name) {
    assertThat(
            errors(
                POLICY + "applies_to: {level: member}\nrelease: {to: [{org: b}]}\n" + part + "\n"))
        .isEqualTo(
            "f:5: " + field + ": `" + name + "` is not built in this release, so it is refused");
  }

  @ParameterizedTest
  @CsvSource({"member", "credential", "collection"})
  void read_labelsWhereTheyAreNotKnown_areRefused(String level) {
    String where = level.equals("collection") ? ", collection: exchange/x" : "";
    assertThat(
            errors(
                POLICY
                    + "applies_to: {level: "
                    + level
                    + where
                    + ", labels_any: [x]}\nrelease: {to: [{org: b}]}\n"))
        .isEqualTo(
            "f:3: applies_to.labels_any: `labels_any` at level `"
                + level
                + "` is not built in this release, so it is refused");
  }

  @Test
  void read_labelsAndFlagsAtOnce_areRefused() {
    assertThat(
            errors(
                POLICY
                    + "applies_to: {level: object, labels_any: [x], flags_any: [drill]}\n"
                    + "release: {to: [{org: b}]}\n"))
        .contains("`flags_any` beside `labels_any`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "intake: {refuse_flags: [drill]} | refuse_flags",
        "standing: lapsed | standing: lapsed",
        "on_exit: removed | on_exit: removed",
      })
  void read_memberFieldNotBuilt_isRefused(String field, String name) {
    assertThat(errors(MEMBER + field + "\n"))
        .contains("`" + name + "` is not built in this release, so it is refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "window: P30D | window",
        "drill: {cron: x} | drill",
        "acknowledge_within: PT30M | acknowledge_within",
        "audience: a/p | audience",
      })
  void read_collectionFieldNotBuilt_isRefused(String field, String name) {
    assertThat(errors(COLLECTION + field + "\n"))
        .contains("`" + name + "` is not built in this release, so it is refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deny: {orgs: [a]} | orgs",
        "deny: {countries_by_control: [RU]} | countries_by_control",
        "flags: {payload: {require_agreement: x}} | flags",
        "standing: {window_days: 30} | standing",
        "markings: {'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1': RED} | markings",
      })
  void read_hubPolicyFieldNotBuilt_isRefused(String field, String name) {
    assertThat(errors("kind: HubPolicy\nid: hub/b@1\n" + field + "\n"))
        .contains("`" + name + "` is not built in this release, so it is refused");
  }

  @Test
  void read_whatIsEmptyOrSaysTheDefault_isTaken() {
    assertThat(
            errors(
                "kind: HubPolicy\nid: hub/b@1\ndeny: {orgs: [], countries_by_control: []}\n---\n"
                    + MEMBER
                    + "intake: {refuse_flags: []}\nstanding: good\non_exit: stays\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seat: [UK] | f:5: seat[0]: `UK` is no country of ISO 3166-1",
        "seat: [usa] | f:5: seat[0]: `usa` is not a country code of ISO 3166-1, two capital letters",
        "seat: US | f:5: seat: must be a list, is `US`",
        "seat: | f:5: seat: must be a list, is empty",
        "seat: [US, US] | f:5: seat: names something twice",
      })
  void read_wrongSeat_isRefused(String seat, String error) {
    String text = "kind: Member\nid: a\nname: A\norg_kind: private\n" + seat + "\n";
    assertThat(errors(text)).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hub | `hub` names something else already",
        "members | `members` names something else already",
        "a/b | `a/b` is not a name of letters, digits, `.`, `_` and `-`, at most 64 long",
        "\"acme\\n\" | `acme ` is not a name of letters, digits, `.`, `_` and `-`, at most 64 long",
        "17 | must be text, is `17`",
      })
  void read_wrongMemberId_isRefused(String id, String message) {
    assertThat(errors(MEMBER.replace("id: a", "id: " + id))).isEqualTo("f:2: id: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alias: 3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11 | alias: an alias cannot look like a UUID",
        "api_root: taxii2 | api_root: `taxii2` cannot be an API root",
        "history: P | history: `P` is not `none`, `all`, or a duration such as `P30D`",
        "accepts: amber | accepts: `amber` is none of `CLEAR`, `GREEN`, `AMBER`, `AMBER+STRICT`, `RED`",
        "public: 1 | public: must be true or false, is `1`",
      })
  void read_wrongCollectionField_isRefused(String field, String error) {
    assertThat(errors(COLLECTION + field + "\n")).isEqualTo("f:6: " + error);
  }

  @ParameterizedTest
  @CsvSource({"'A, b'", "A.b", "' A'", "'A '"})
  void read_titleThatClientsWouldSplit_isRefused(String title) {
    assertThat(errors(COLLECTION.replace("title: T", "title: \"" + title + "\"")))
        .contains("is not a title of 1 to 200 characters without comma and dot");
  }

  @Test
  void read_idOfAnotherUuidVersion_isRefused() {
    assertThat(errors(COLLECTION.replace("4a43", "1a43")))
        .contains("is not a UUID of version 4 in lower case");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "expires: 2027-02-30 | expires: `2027-02-30` is no day or time there is",
        "allow_from: [300.0.0.1/8] | allow_from[0]: `300.0.0.1/8` is no range of addresses",
        "allow_from: [10.0.0.0/33] | allow_from[0]: `10.0.0.0/33` is no range of addresses",
        "allow_from: ['2001:db8::1::/32'] | allow_from[0]: `2001:db8::1::/32` is no range of addresses",
        "allow_from: [] | allow_from: is an empty list",
        "collections: [] | collections: is an empty list",
      })
  void read_wrongCredentialField_isRefused(String field, String error) {
    assertThat(errors("kind: Credential\nid: a/b\nreader: internal\n" + field + "\n"))
        .isEqualTo("f:4: " + error);
  }

  @Test
  void read_rangesOfAddresses_areTaken() {
    assertThat(
            errors(
                "kind: Credential\nid: a/b\nreader: internal\n"
                    + "allow_from: [0.0.0.0/0, '::/0', '2001:db8::/32', '::1/128']\n"))
        .isEmpty();
  }

  @Test
  void read_pushOnlyConsumer_isRefused() {
    assertThat(errors("kind: Credential\nid: a/b\nreader: push-only\nroles: [consumer]\n"))
        .isEqualTo("f:4: roles: a `push-only` credential cannot be a `consumer`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{level: member, objects: ['file--e828b379-4e03-4974-9ac4-e53a884c97c1']} | `objects` goes with level `object` only",
        "{level: member, credential: a/b} | `credential` goes with level `credential` only",
        "{level: object, collection: x} | `collection` goes with level `collection` only",
        "{level: collection} | field `collection` is missing",
        "{level: credential, credential: b/c} | a policy of `a` binds its own credentials only",
        "{level: member, types: []} | is an empty list",
      })
  void read_policyBoundWrongly_isRefused(String where, String message) {
    assertThat(errors(POLICY + "applies_to: " + where + "\nrelease: {to: [{org: b}]}\n"))
        .endsWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | release: must be one field or more",
        "{to: []} | release.to: is an empty list",
        "{to: [{}]} | release.to[0]: must be one of `all: members`, `circle`, `org`, `org_kind`, `region`, `sector`, with its value",
        "{to: [{org: a, circle: b}]} | release.to[0]: must be one of `all: members`, `circle`, `org`, `org_kind`, `region`, `sector`, with its value",
        "{to: [{all: hub}]} | release.to[0].all: `hub` must be `members`",
        "{to: [{organisation: a}]} | release.to[0].organisation: unknown field `organisation`",
        "{to: [{not: {org: a}}]} | release.to[0].not: unknown field `not`",
      })
  void read_wrongAddressList_isRefused(String release, String error) {
    assertThat(errors(POLICY + "applies_to: {level: member}\nrelease: " + release + "\n"))
        .isEqualTo("f:4: " + error);
  }

  @Test
  void read_hubAsOwnerOfAReleasePolicy_isRefused() {
    assertThat(
            errors(
                "kind: ReleasePolicy\nid: hub/p@1\napplies_to: {level: member}\n"
                    + "release: {to: [{org: b}]}\n"))
        .isEqualTo("f:2: id: `hub` owns no release policies");
  }

  @Test
  void read_enabledFeed_isRefused() {
    assertThat(
            errors(
                FEED.replace("title: F", "title: F\nenabled: true")
                    + "into: {collection: exchange/x, credential: feeds/f}\n"))
        .isEqualTo("f:4: enabled: `enabled: true` is not built in this release, so it is refused");
  }

  @Test
  void read_feedThatSaysNotWhereItGoes_isRefused() {
    assertThat(errors(FEED)).isEqualTo("f:1: into: field `into` is missing");
  }

  @Test
  void read_feedWithAFieldThatNoRecordHas_isRefused() {
    assertThat(
            errors(
                FEED.replace("key: \"${value}\"", "key: \"${valeu}\"")
                    + "into: {collection: exchange/x, credential: feeds/f}\n"))
        .isEqualTo("f:8: key: records have no field `valeu`, they have value");
  }
}
