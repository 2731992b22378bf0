// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.id;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.stix.StixId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservableIdsTest {
  private final ObservableIds ids = new ObservableIds();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "value  | {'value':'198.51.100.3'} | ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4",
        "value  | {'value':'example.com'} | domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7",
        "value  | {'value':'https://example.com/research/index.html'} | url--47c3cf9a-5027-5bf0-997a-017c7edc7c55",
        "name   | {'name':'__CLEANSWEEP__'} | mutex--f93fe911-e545-5239-b9b0-597840d0c871",
        "number | {'number':15139} | autonomous-system--3aa27478-50b5-5ab8-9da9-cdc12b657fff",
        "path   | {'path':'C:\\\\Windows\\\\System32'} | directory--0a58d0c1-59e6-5afd-8252-dcd3f13e5622",
        "value  | {'value':'d2:fb:49:24:37:18'} | mac-addr--757b1725-9903-54f5-a855-1240691d7659",
        "account_type user_id account_login | {'user_id':'1001','account_login':'jdoe','account_type':'unix'} | user-account--f94d689e-707d-58c3-b803-c720bb6ed096"
      })
  void of_theStandardsExamples_isTheirId(String contributing, String object, String id) {
    assertThat(made(StixId.parse(id).orElseThrow().type(), contributing, object)).contains(id);
  }

  @Test
  void of_otherPropertiesOrderAndSpelling_isTheSame() {
    String plain = "{'value':'198.51.100.3'}";
    String more =
        " { 'type' : 'ipv4-addr', 'x_a':{'value':[1]}, 'value':'198\\u002e51.100.3','defanged':true}";
    assertThat(made("ipv4-addr", "value", more)).isEqualTo(made("ipv4-addr", "value", plain));
  }

  @Test
  void of_severalHashes_takesTheOnePreferred() {
    String all = "{'hashes':{'SHA-512':'d','SHA-256':'c','SHA-1':'b','MD5':'a'}}";
    assertThat(made("file", "hashes name", all))
        .isPresent()
        .isEqualTo(made("file", "hashes name", "{'hashes':{'MD5':'a'}}"));
    assertThat(made("file", "hashes", "{'hashes':{'SSDEEP':'x','SHA3-256':'y'}}"))
        .isEqualTo(made("file", "hashes", "{'hashes':{'SHA3-256':'y'}}"))
        .isNotEqualTo(made("file", "hashes", "{'hashes':{'SSDEEP':'x'}}"));
  }

  @Test
  void of_numbers_areSpelledAsRfc8785Does() {
    assertThat(made("autonomous-system", "number", "{'number':1.5139e4}"))
        .isEqualTo(made("autonomous-system", "number", "{'number':15139}"));
    assertThat(made("autonomous-system", "number", "{'number':1e-99999999999}"))
        .isEqualTo(made("autonomous-system", "number", "{'number':0}"));
  }

  @Test
  void of_nothingThatContributes_isEmpty() {
    assertThat(made("process", "", "{'pid':1}")).isEmpty();
    assertThat(made("file", "hashes name", "{'size':1,'hashes':{}}")).isEmpty();
  }

  @Test
  void of_noJson_isEmpty() {
    assertThat(made("url", "value", "['value']")).isEmpty();
    assertThat(made("url", "value", "{'value':'x")).isEmpty();
    assertThat(made("url", "value", "{'value':1e999}")).isEmpty();
  }

  private Optional<String> made(String type, String contributing, String object) {
    List<String> names = Arrays.asList(contributing.split(" "));
    return ids.of(type, names, object.replace('\'', '"').getBytes(UTF_8)).map(StixId::toString);
  }
}
