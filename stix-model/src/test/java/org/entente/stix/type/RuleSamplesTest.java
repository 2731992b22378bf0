// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.ItemSink;
import org.entente.stix.json.Limits;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.Problem;
import org.entente.stix.json.ReadResult;
import org.entente.stix.json.Slice;
import org.entente.stix.type.RuleSamples.Sample;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.StixRule.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSamplesTest {
  @ParameterizedTest
  @EnumSource(StixRule.class)
  void rules_thatObjectsCanBreak_haveOneThatPassesAndOneThatFails(StixRule rule) {
    List<Sample> samples = RuleSamples.of(rule);
    boolean wanted = rule.seen() == Seen.ALONE || rule.seen() == Seen.TOGETHER;
    assertThat(samples.stream().anyMatch(sample -> sample.expected().isEmpty())).isEqualTo(wanted);
    assertThat(samples.stream().anyMatch(sample -> sample.expected().isPresent()))
        .isEqualTo(wanted);
  }

  @Test
  void rules_areThoseOfTheList_andSayWhyWhereNoObjectBreaksThem() {
    assertThat(StixRule.values())
        .extracting(StixRule::name)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 51).mapToObj(n -> "B" + n).toList());
    for (StixRule rule : StixRule.values()) {
      assertThat(rule.why().isEmpty()).as(rule.name()).isEqualTo(rule.seen() != Seen.NOWHERE);
    }
  }

  @ParameterizedTest
  @MethodSource("org.entente.stix.type.RuleSamples#all")
  void check_eachSample_findsWhatItIsNamedForAndNothingElse(Sample sample) {
    Profile profile = sample.expected().map(RuleSamples.Expected::profile).orElse(Profile.STANDARD);
    List<String> found = findings(sample.objects(), profile).stream().map(this::brief).toList();
    List<String> expected =
        sample.expected().stream()
            .map(it -> sample.rule() + " " + it.level() + " " + it.pointer())
            .toList();
    assertThat(found).isEqualTo(expected);
  }

  private String brief(Finding finding) {
    assertThat(finding.reason()).isNotBlank().doesNotEndWith(".");
    assertThat(finding.section()).startsWith("§");
    return finding.rule() + " " + finding.level() + " " + finding.pointer();
  }

  /** As a body is taken: what the splitter refuses is never checked. */
  private static List<Finding> findings(List<String> objects, Profile profile) {
    List<Finding> found = new ArrayList<>();
    Validator validator = new Validator(ObjectLimits.DEFAULT, profile);
    Gathering<Integer> gathering =
        new Gathering<>(ObjectLimits.DEFAULT, profile, about -> found.add(about.finding()));
    EnvelopeSplitter splitter =
        new EnvelopeSplitter(
            Limits.DEFAULT,
            new ItemSink() {
              @Override
              public void object(Slice slice) {
                Checked checked = validator.check(slice.bytes());
                found.addAll(checked.findings());
                if (checked.read() instanceof ReadResult.Accepted accepted) {
                  gathering.add(accepted.object(), slice.index());
                }
              }

              @Override
              public void refused(int index, ReadResult.Refused refused) {
                for (Problem problem : refused.problems()) {
                  found.add(StorageRules.finding(problem));
                }
              }
            });
    String body = "{\"objects\":[" + String.join(",", objects) + "]}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertThat(splitter.feed(bytes, 0, bytes.length)).isEmpty();
    gathering.end();
    return found;
  }
}
