// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.entente.server.taxii.StatusDetail;
import org.entente.server.taxii.StatusResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTest {
  private static final String SOUND = identity(1, "\"sectors\":[\"energy\"]");
  private static final String ODD = identity(2, "\"sectors\":[\"bakery\"]");
  private static final String WRONG = identity(3, "\"confidence\":101");

  @TempDir Path data;
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void push_inStandard_refusesErrorsAndTellsOfWarnings() throws Exception {
    StatusResource status = house.push("acme/soc", SOUND, ODD, WRONG);
    assertThat(status.successes())
        .extracting(detail -> detail.message().orElse("-"))
        .containsExactly("-", "warning: /sectors/0: `bakery` is not in industry-sector-ov (B13)");
    assertThat(status.failures())
        .extracting(StatusDetail::id, detail -> detail.message().orElse("-"))
        .containsExactly(
            tuple(
                "identity--00000000-0000-4000-8000-000000000003",
                "/objects/2/confidence: `101` is not 0 to 100 (B11)"));
    assertThat(house.sees("borealis/soc")).containsExactly("01", "02");
  }

  @Test
  void push_withFindings_countsThemAndWhatBecameOfObjects() throws Exception {
    house.push("acme/soc", SOUND, ODD, WRONG);
    house.push("acme/soc", ODD);
    assertThat(house.found).containsExactly(entry("ERROR B11", 1), entry("WARNING B13", 2));
    assertThat(house.decided).containsExactly("+0 =0 -1", "+2 =0 -0", "+0 =0 -0", "+0 =1 -0");
  }

  @Test
  void push_endlessNamesAndManyFindings_areToldWithinBounds() throws Exception {
    String name = "x".repeat(100_000);
    String odd = "\"sectors\":[" + "\"a\",".repeat(50) + "\"b\"]";
    StatusResource status =
        house.push("acme/soc", identity(5, "\"" + name + "\":1"), identity(6, odd));
    assertThat(status.failures())
        .singleElement()
        .extracting(detail -> detail.message().orElse(""))
        .satisfies(
            message ->
                assertThat(message)
                    .hasSizeLessThan(600)
                    .startsWith("/objects/0/xxx")
                    .endsWith("… (B4)"));
    assertThat(status.successes().get(0).message().orElse("-"))
        .startsWith("warning: /sectors/0: ")
        .endsWith("; and 48 more");
  }

  @Test
  void push_afterTheCollectionWasChanged_isHeldAgainstTheNewProfile() throws Exception {
    house.apply(collection("lenient"));
    StatusResource lenient = house.push("acme/soc", WRONG);
    assertThat(lenient.successes())
        .extracting(detail -> detail.message().orElse("-"))
        .containsExactly("warning: /confidence: `101` is not 0 to 100 (B11)");
    house.apply(collection("strict"));
    assertThat(house.push("acme/soc", identity(4, "\"score\":1")).failure()).isEqualTo(1);
  }

  private static String collection(String profile) {
    return Founded.collection("history: all\nvalidation: " + profile);
  }

  private static String identity(int n, String more) {
    return """
        {"type":"identity","spec_version":"2.1",\
        "id":"identity--00000000-0000-4000-8000-%012d","created":"2026-01-01T00:00:00.000Z",\
        "modified":"2026-01-01T00:00:00.000Z","name":"Example","identity_class":"organization",\
        "object_marking_refs":["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"],%s}\
        """
        .formatted(n, more);
  }
}
