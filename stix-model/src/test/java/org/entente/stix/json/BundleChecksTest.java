// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.stix.json.SplitResult.Shape;
import org.entente.stix.json.SplitResult.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleChecksTest {
  private static final String ID = "\"id\":\"bundle--3f8c2d1e-6b7a-4c59-9e0d-1a2b3c4d5e6f\"";
  private static final String OBJECTS = "\"objects\":[{\"type\":\"tool\"}]";

  private static List<String> problems(String body) {
    Items items = new Items();
    EnvelopeSplitter splitter = new EnvelopeSplitter(Limits.DEFAULT, items);
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertThat(splitter.feed(bytes, 0, bytes.length)).isEmpty();
    Whole whole = (Whole) splitter.end();
    assertThat(whole.shape()).isEqualTo(Shape.BUNDLE);
    return whole.problems().stream().map(Problem::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'bundle'," + ID + "," + OBJECTS + "}",
        "{" + OBJECTS + "," + ID + ",'type':'bundle'}",
        "{'type':'bundle'," + ID + ",'x_from':{'created':1}," + OBJECTS + "}",
        "{'type':'bundle'," + ID + "}",
      })
  void split_bundleAsTheStandardHasIt_hasNoProblem(String body) {
    assertThat(problems(body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'id':'bundle--1' | /id: `bundle--1` is no identifier such as `bundle--UUID`",
        "'id':'tool--3f8c2d1e-6b7a-4c59-9e0d-1a2b3c4d5e6f'"
            + " | /id: `tool--3f8c2d1e-6b7a-4c59-9e0d-1a2b3c4d5e6f` is no identifier such as"
            + " `bundle--UUID`",
        "'id':1 | /id: this is no identifier such as `bundle--UUID`",
        "'x_a':1 | `id` is missing",
        ID
            + ",'spec_version':'2.0'"
            + " | /spec_version: this is a STIX 2.0 bundle, only 2.1 is accepted",
        ID + ",'spec_version':'2.1' | /spec_version: a bundle of STIX 2.1 has no `spec_version`",
        ID + ",'created':'2026-03-01T08:00:00.000Z' | /created: a bundle has no `created`",
        ID
            + ",'object_marking_refs':[] | /object_marking_refs: a bundle has no"
            + " `object_marking_refs`",
      })
  void split_bundleWithOneFault_hasThatProblem(String members, String problem) {
    String inFront = "{'type':'bundle'," + members + "," + OBJECTS + "}";
    String behind = "{" + OBJECTS + "," + members + ",'type':'bundle'}";
    assertThat(problems(inFront)).containsExactly(problem);
    assertThat(problems(behind)).containsExactly(problem);
  }

  @Test
  void split_xml_isNamed() {
    EnvelopeSplitter splitter = new EnvelopeSplitter(Limits.DEFAULT, new Items());
    byte[] bytes = "\n <stix:STIX_Package/>".getBytes(StandardCharsets.UTF_8);
    assertThat(splitter.feed(bytes, 0, bytes.length).orElseThrow().reason())
        .isEqualTo("this is XML: STIX 1 is not accepted, only STIX 2.1");
  }
}
