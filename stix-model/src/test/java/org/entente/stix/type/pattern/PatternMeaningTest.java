// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.stix.pattern.PatternLimits;
import org.entente.stix.pattern.PatternParser;
import org.entente.stix.pattern.PatternResult.Parsed;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.Strength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternMeaningTest {
  private final PatternParser parser = new PatternParser(PatternLimits.DEFAULT);
  private final PatternMeaning meaning = new PatternMeaning(StixTable.standard());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[file:hashes.'SHA-256' = 'x' OR file:hashes.MD5 IN ('a', 'b')]",
        "[file:name MATCHES '^(?i)a(?!b).*\\\\.exe$' OR file:name LIKE '%.exe']",
        "[file:parent_directory_ref.path = 'C:\\\\x']",
        "[file:contains_refs[*].hashes.MD5 = 'x' AND file:contains_refs[0].name = 'y']",
        "[file:extensions.'windows-pebinary-ext'.sections[*].entropy > 7.0]",
        "[file:extensions.'ntfs-ext'.alternate_data_streams[0].name = 'x']",
        "[file:extensions.'extension-definition--1'.a[*].b = 1]",
        "[file:size >= 10 AND file:size < 10.5 AND file:ctime > t'2026-01-01T00:00:00Z']",
        "[file:magic_number_hex = h'ffd8' OR file:magic_number_hex = 'ffd8']",
        "[artifact:payload_bin = b'YQ==' OR artifact:payload_bin MATCHES 'x']",
        "[email-message:from_ref.value = 'a@example.com' AND email-message:is_multipart = true]",
        "[email-message:additional_header_fields.'X-Mailer' = 'x']",
        "[email-message:body_multipart[*].body_raw_ref.hashes.MD5 = 'x']",
        "[network-traffic:src_ref.value ISSUBSET '2001:db8::/32']",
        "[network-traffic:extensions.'http-request-ext'.request_header.Accept = 'x']",
        "[ipv4-addr:value ISSUPERSET '198.51.100.3']",
        "[process:creator_user_ref.x_own.a[0] = 1 AND EXISTS process:opened_connection_refs]",
        "[windows-registry-key:values[*].data_type = 'REG_SZ']",
        "[x509-certificate:x509_v3_extensions.key_usage = 'x']",
        "[x-own:a.b[*] ISSUBSET '198.51.100.0/24']",
        "[url:x_score > 3]",
        "[file:id = 'file--5a27d487-c542-5f97-a131-a8866b477b46']",
        "[file:size > 1] WITHIN 0.5 SECONDS REPEATS 1 TIMES",
        "[file:name MATCHES '((((((((((((((((((((((((((((((((((((((((((((((((((((((']"
      })
  void check_whatMeansSomething_findsNothing(String pattern) {
    assertThat(check(pattern)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[files:name = 'x'] | there is no observable `files`",
        "[malware:name = 'x'] | `malware` is no observable, which patterns are about",
        "[file:nam = 'x'] | `nam` in `file:nam` is no property of `file`",
        "[EXISTS file:nam] | `nam` in `file:nam` is no property of `file`",
        "[file:name.x = 'x'] | `x` in `file:name.x` is no property of `name`",
        "[file:name[0] = 'x'] | `file:name[0]` has an index where there is no list",
        "[file:contains_refs.name = 'x'] | `file:contains_refs.name` has no `[*]` or index behind `contains_refs`, which is a list",
        "[network-traffic:protocols = 'tcp'] | `network-traffic:protocols` is a list: `[*]` or an index is missing",
        "[network-traffic:protocols[-1] = 'tcp'] | an index is below 0: `-1`",
        "[network-traffic:src_ref.hashes.MD5 = 'x'] | `hashes` in `network-traffic:src_ref.hashes.MD5` is no property of `src_ref`",
        "[file:hashes.sha256 = 'x'] | `sha256` is no hash algorithm of the standard, but `SHA-256` is",
        "[file:hashes.CRC32 = 'x'] | `CRC32` is no hash algorithm of the standard",
        "[file:hashes = 'x'] | `file:hashes` is an object of hashes, which `'x'` is not",
        "[file:extensions.'tcp-ext'.src_flags_hex = '00'] | `tcp-ext` in `file:extensions.'tcp-ext'.src_flags_hex` is no property of `extensions`",
        "[file:extensions.'pdf-ext'.x = 1] | `x` in `file:extensions.'pdf-ext'.x` is no property of `pdf-ext`",
        "[file:size = '10'] | `file:size` is an integer, which `'10'` is not",
        "[file:size LIKE '1%'] | `file:size` is an integer, which `'1%'` is not",
        "[file:name = 10] | `file:name` is a string, which `10` is not",
        "[file:ctime > '2026-01-01T00:00:00Z'] | `file:ctime` is a timestamp, which `'2026-01-01T00:00:00Z'` is not",
        "[email-message:is_multipart = 'true'] | `email-message:is_multipart` is true or false, which `'true'` is not",
        "[file:ctime > t'2026-02-31T00:00:00Z'] | `t'2026-02-31T00:00:00Z'` is a time that there is not",
        "[file:size IN ()] | `file:size` is never in an empty set",
        "[x-own:a IN (1, 'x')] | the values that `x-own:a` may be in are of several kinds",
        "[domain-name:value ISSUBSET '198.51.100.0/24'] | `ISSUBSET` is for addresses, which `domain-name:value` is not",
        "[ipv4-addr:value ISSUPERSET '198.51.100'] | `ISSUPERSET` needs an address or a network, which '198.51.100' is not",
        "[file:size > 1] WITHIN 0 SECONDS | `WITHIN` needs a time of more than 0 seconds",
        "[file:size > 1] REPEATS 0 TIMES | `REPEATS` needs a count of 1 or more",
        "[file:size > 1] START t'2026-01-01T00:00:00Z' STOP t'2026-01-01T00:00:00.0Z' | `STOP t'2026-01-01T00:00:00.0Z'` is not after `START t'2026-01-01T00:00:00Z'`",
        "[file:size > 1] START t'2026-01-01T00:00:00Z' STOP t'2026-02-30T00:00:00Z' | `t'2026-02-30T00:00:00Z'` is a time that there is not"
      })
  void check_whatMeansNothing_saysWhy(String pattern, String reason) {
    assertThat(check(pattern)).containsExactly(new Remark(Strength.SHOULD, reason));
  }

  @Test
  void check_anExpressionThatCannotBeRead_isAdvice() {
    assertThat(check("[file:name MATCHES 'a(b']"))
        .containsExactly(
            new Remark(
                Strength.ADVICE, "the expression of `MATCHES` cannot be read at its character 4"));
  }

  @Test
  void check_several_areFoundOnceInOrderUpToTwenty() {
    assertThat(check("[file:a = 1 AND file:b = 2] OR [file:a = 3]"))
        .extracting(Remark::reason)
        .containsExactly(
            "`a` in `file:a` is no property of `file`", "`b` in `file:b` is no property of `file`");
    StringBuilder many = new StringBuilder("[file:p0 = 0");
    for (int i = 1; i < 30; i++) {
      many.append(" AND file:p").append(i).append(" = 0");
    }
    assertThat(check(many + "]")).hasSize(20);
  }

  private List<Remark> check(String pattern) {
    return meaning.check(((Parsed) parser.parse(pattern)).expression());
  }
}
