// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.server.resource.ReleasePolicy;
import org.entente.stix.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * Cases of the decision as data: a community, objects in it, and who may read them under which
 * rule.
 *
 * @param about what the file shows
 * @param community who is there
 * @param cases objects and answers
 */
record CaseFile(String about, CaseCommunity community, List<Case> cases) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * One object and who may read it.
   *
   * @param name what it shows
   * @param object the object
   * @param expect answers, and the readers that get them: {@code own}, {@code permit}, or {@code
   *     deny LAYER RULE}; in a reader's id {@code *} stands for any word. Every reader is named
   *     once.
   */
  record Case(String name, Pushed object, Map<String, List<String>> expect) {}

  /**
   * An object as the decision sees it.
   *
   * @param by the credential that pushed it; its member is the owner
   * @param collection into which collection
   * @param type its type; an indicator when absent
   * @param level its level; unmarked when absent
   * @param policies ids of policies that are frozen into it
   */
  record Pushed(
      String by,
      String collection,
      @Nullable String type,
      @Nullable String level,
      @Nullable Set<String> policies) {
    AudienceClass audience(Community community) {
      Binding binding = new Binding(by, collection, Objects.requireNonNullElse(type, "indicator"));
      Tlp tlp = level == null ? community.unmarked(collection) : Tlp.parse(level).orElseThrow();
      List<ReleasePolicy> named =
          Objects.requireNonNullElse(policies, Set.<String>of()).stream()
              .map(id -> community.policy(id).orElseThrow())
              .toList();
      Subject subject = new Subject(binding.member(), binding, tlp, named);
      return new AudienceClass(binding.member(), List.of(subject.part()));
    }
  }

  static CaseFile read(String name) {
    try (InputStream in = CaseFile.class.getResourceAsStream("/policy-cases/" + name)) {
      return parse(Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  static CaseFile parse(byte[] json) throws IOException {
    return MAPPER.readValue(json, CaseFile.class);
  }
}
