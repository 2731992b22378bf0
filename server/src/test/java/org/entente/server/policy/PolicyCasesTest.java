// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plain decision held against cases that are data. */
class PolicyCasesTest {
  private static final List<String> FILES =
      List.of(
          "levels.json",
          "anonymous.json",
          "terms.json",
          "precedence.json",
          "recipients.json",
          "recipient-side.json");

  @TestFactory
  Stream<DynamicTest> decision_eachCase() {
    return FILES.stream().map(CaseFile::read).flatMap(PolicyCasesTest::tests);
  }

  private static Stream<DynamicTest> tests(CaseFile file) {
    Community community = file.community().community();
    return file.cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    file.about() + ": " + one.name(), () -> check(file, community, one)));
  }

  private static void check(CaseFile file, Community community, CaseFile.Case one) {
    AudienceClass audience = one.object().audience(community);
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> answered = new TreeMap<>();
    for (String reader : file.community().readers().toList()) {
      expected.put(reader, expectation(one, reader));
      answered.put(reader, answer(audience, community, reader, expectation(one, reader)));
    }
    assertThat(answered).isEqualTo(expected);
  }

  /** The one answer that the case gives for a reader. */
  private static String expectation(CaseFile.Case one, String reader) {
    List<String> answers =
        one.expect().entrySet().stream()
            .filter(e -> e.getValue().stream().anyMatch(glob -> matches(glob, reader)))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(answers).as("answers for %s in `%s`", reader, one.name()).hasSize(1);
    return answers.get(0);
  }

  private static boolean matches(String glob, String reader) {
    String regex =
        Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]*"));
    return Pattern.matches(regex, reader);
  }

  /**
   * What was decided, in the words of the expectation where one of the rules that deny is the
   * expected one.
   */
  private static String answer(
      AudienceClass audience, Community community, String id, String expected) {
    Optional<Reader> reader =
        id.equals("anonymous") ? Optional.of(Reader.ANONYMOUS) : community.reader(id);
    if (reader.isEmpty()) {
      return "door";
    }
    List<Judged> judged = audience.explain(reader.get(), community);
    boolean permits = audience.permits(reader.get(), community);
    assertThat(judged.stream().allMatch(Judged::permits))
        .as("explained for %s", id)
        .isEqualTo(permits);
    if (permits) {
      return judged.get(0).rule().layer().equals("S4") ? "own" : "permit";
    }
    List<String> denials =
        judged.stream()
            .filter(j -> !j.permits())
            .map(j -> "deny " + j.rule().layer() + " " + j.rule().rule())
            .toList();
    return denials.contains(expected) ? expected : String.join(" + ", denials);
  }

  @Test
  void read_unknownKey_isRefused() {
    String text = "{\"about\":\"x\",\"community\":{\"membres\":[]},\"cases\":[]}";
    assertThatThrownBy(() -> CaseFile.parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnrecognizedPropertyException.class);
  }
}
