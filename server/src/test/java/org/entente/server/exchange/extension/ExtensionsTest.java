// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.extension;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.entente.stix.StixId;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.type.Checked;
import org.entente.stix.type.Finding;
import org.entente.stix.type.Profile;
import org.entente.stix.type.Validator;
import org.entente.stix.type.table.StixRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExtensionsTest {
  private static final String ID = "extension-definition--d83fce45-ef58-4c6c-a3f4-1fbc32e98c6e";
  private static final StixId DEFINITION = StixId.parse(ID).orElseThrow();

  @TempDir Path folder;

  private Extensions read(String schema) throws Exception {
    Path file = Files.writeString(folder.resolve("rank.schema.json"), schema);
    return Extensions.read(Map.of(DEFINITION, file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type': 'objekt'} | /type: ",
        "{'properties': {'a': {'minimum': 'one'}}} | /properties/a/minimum: ",
        "{'properties': {'a': {'pattern': '('}}} | /properties/a/pattern: is no regular expression",
        "{'properties': {'a': {'$ref': 'https://other.example/a.json'}}} | /properties/a/$ref: `https://other.example/a.json` leads out of the file; nothing is fetched",
        "{'properties': {'a': {'$ref': 'a.json#/x'}}} | /properties/a/$ref: `a.json#/x` leads out",
        "{'properties': {'a': {'$ref': '#/$defs/none'}}} | /properties/a/$ref: `#/$defs/none` leads nowhere",
        "{'allOf': [{'$ref': '#'}]} | : refers to itself without end",
        "{'$defs': {'a': {'not': {'$ref': '#/$defs/b'}}, 'b': {'$ref': '#/$defs/a'}}} | /$defs",
        "{'$schema': 'https://other.example/dialect'} | /$schema: is no dialect",
        "{'type': 'object' | is no JSON: ",
        "7 | "
      })
  void read_broken_namesTheFileAndThePlace(String schema, String reason) {
    assertThatThrownBy(() -> read(schema.replace('\'', '"')))
        .isInstanceOf(ExtensionException.class)
        .hasMessageStartingWith("extensions." + ID + ": " + folder.resolve("rank.schema.json"))
        .hasMessageContaining(reason == null ? "" : reason);
  }

  @Test
  void read_tooLargeOrDeep_isRefused() {
    assertThatThrownBy(() -> read("{\"description\":\"" + "x".repeat(1 << 20) + "\"}"))
        .hasMessageContaining("larger than 1 MiB");
    assertThatThrownBy(() -> read("{\"not\":".repeat(70) + "{}" + "}".repeat(70)))
        .hasMessageContaining("is nested deeper than 64");
  }

  @Test
  void read_referencesWithinTheFile_areFollowed() throws Exception {
    Extensions tree =
        read(
            """
            {"$schema": "http://json-schema.org/draft-07/schema#",
             "properties": {"x_tree": {"$ref": "#/definitions/tree"}},
             "definitions": {"tree": {"type": "object", "additionalProperties":
               {"$ref": "#/definitions/tree"}}}}
            """);
    assertThat(found(tree, object("\"x_tree\":{\"a\":{\"b\":{}}}"), Profile.STANDARD)).isEmpty();
    assertThat(found(tree, object("\"x_tree\":{\"a\":{\"b\":7}}"), Profile.STANDARD))
        .extracting(Finding::pointer)
        .containsExactly("/x_tree/a/b");
  }

  @Test
  void check_manyErrors_areBoundedAndOnOneLineEach() throws Exception {
    Extensions numbers = read("{\"properties\":{\"labels\":{\"items\":{\"const\":\"ok\"}}}}");
    String labels = "\"" + "long\\n".repeat(200) + "\"";
    String object =
        object("\"labels\":[" + String.join(",", Collections.nCopies(12, labels)) + "]");
    List<Finding> found = found(numbers, object, Profile.LENIENT);
    assertThat(found).hasSize(10);
    assertThat(found)
        .allMatch(one -> one.reason().length() < 400 && one.reason().lines().count() == 1);
    assertThat(found).noneMatch(Finding::isError);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void check_unknownExtension_isAnErrorInStrictOnly(Profile profile) {
    assertThat(found(Extensions.NONE, object("\"rank\":1"), profile))
        .extracting(Finding::toString)
        .isEqualTo(
            profile == Profile.STRICT
                ? List.of("/extensions/" + ID + ": the extension is not known here (B38)")
                : List.of());
  }

  private static String object(String more) {
    return """
        {"type":"identity","spec_version":"2.1","id":"identity--3f8c2d1e-6b7a-4c59-9e0d-1a2b3c4d5e6f",\
        "created":"2026-03-01T08:00:00.000Z","modified":"2026-03-01T08:00:00.000Z",\
        "name":"Example","identity_class":"organization",\
        "extensions":{"%s":{"extension_type":"toplevel-property-extension"}},%s}"""
        .formatted(ID, more);
  }

  private static List<Finding> found(Extensions extensions, String object, Profile profile) {
    byte[] bytes = object.getBytes(UTF_8);
    Checked standard = new Validator(ObjectLimits.DEFAULT, profile).check(bytes);
    return extensions.check(standard, bytes, profile).findings().stream()
        .filter(one -> one.rule() == StixRule.B38)
        .toList();
  }
}
