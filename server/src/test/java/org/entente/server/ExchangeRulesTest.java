// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.StixRule.Seen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules that take the exchange: envelopes pushed one after the other, of which the last counts, and
 * in it the object that is refused or warned of.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeRulesTest {
  private final Map<String, String> secrets = new HashMap<>();
  private LiveServer server;

  /**
   * Envelopes to push.
   *
   * @param rule the rule that they are about
   * @param name what is special about them
   * @param pointer to where the last is wrong, when it is refused
   * @param pushes a credential, a space, objects with commas between them
   */
  record Sample(StixRule rule, String name, Optional<String> pointer, List<String> pushes) {
    @Override
    public String toString() {
      return rule + " " + name;
    }
  }

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    server = LiveServer.start(data);
    for (String credential : List.of("acme/soc", "borealis/soc")) {
      secrets.put(credential, server.secret(credential));
    }
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  private static Stream<Sample> samples() throws IOException {
    List<Sample> all = new ArrayList<>();
    for (StixRule rule : StixRule.values()) {
      all.addAll(of(rule));
    }
    return all.stream();
  }

  private static List<Sample> of(StixRule rule) throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (InputStream in = ExchangeRulesTest.class.getResourceAsStream("/rules/" + rule + ".txt")) {
      String text = in == null ? "" : new String(in.readAllBytes(), UTF_8);
      for (String block : text.strip().split("\n\n")) {
        List<String> lines = block.lines().toList();
        if (lines.size() > 1) {
          String head = lines.get(0);
          Optional<String> pointer =
              head.startsWith("fail at ")
                  ? Optional.of(head.substring(8, head.indexOf(": ")))
                  : Optional.empty();
          samples.add(new Sample(rule, head, pointer, lines.subList(1, lines.size())));
        }
      }
    }
    return samples;
  }

  @ParameterizedTest
  @EnumSource(StixRule.class)
  void rules_thatTakeTheExchange_haveOneThatPassesAndOneThatFails(StixRule rule) throws Exception {
    List<Sample> samples = of(rule);
    // B38 takes a configuration: PushedExtensionsTest.
    if (rule.seen() == Seen.HERE && rule != StixRule.B38) {
      assertThat(samples).anyMatch(sample -> sample.pointer().isEmpty());
      assertThat(samples).anyMatch(sample -> sample.pointer().isPresent());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void push_eachSample_refusesTheLastWhereItBreaksTheRule(Sample sample) throws Exception {
    int last = sample.pushes().size() - 1;
    for (String before : sample.pushes().subList(0, last)) {
      assertThat(messages(push(before), "failures")).isEmpty();
    }
    JsonObject status = push(sample.pushes().get(last));
    List<String> failures = messages(status, "failures");
    List<String> warnings = messages(status, "successes");
    assertThat(warnings.stream().anyMatch(it -> it.contains("(" + sample.rule() + ")")))
        .as(warnings.toString())
        .isEqualTo(sample.name().startsWith("warn: "));
    if (sample.pointer().isEmpty()) {
      assertThat(failures).isEmpty();
    } else {
      assertThat(failures).hasSize(1);
      assertThat(failures.get(0))
          .startsWith(sample.pointer().get() + ": ")
          .endsWith(" (" + sample.rule() + ")");
    }
  }

  private JsonObject push(String push) throws IOException {
    int space = push.indexOf(' ');
    String secret = secrets.get(push.substring(0, space));
    RawAnswer answer = server.post(secret, Samples.envelope(push.substring(space + 1)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json();
  }

  private static List<String> messages(JsonObject status, String list) {
    return status.getJsonArray(list, new JsonArray()).stream()
        .map(detail -> ((JsonObject) detail).getString("message", ""))
        .toList();
  }
}
