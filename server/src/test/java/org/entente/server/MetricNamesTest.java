// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics that the operators' page names, in tables and in rules. */
class MetricNamesTest {
  private static final Pattern NAME = Pattern.compile("entente_[a-z_]+[a-z]");

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group());
    }
    return names;
  }

  @Test
  void metrics_namedInTheDocumentation_areInAScrape(@TempDir Path data) throws Exception {
    Set<String> named = names(Files.readString(Path.of("../docs/operating.md")));
    try (LiveServer server = LiveServer.start(data);
        RawSocket socket = RawSocket.to(server.management())) {
      // a finding has a rule, and is counted from the first one on
      RawAnswer pushed =
          server.post(
              server.secret("acme/soc"),
              Samples.envelope(Samples.indicator(1, "\"confidence\":101")));
      assertThat(pushed.json().getInteger("failure_count")).isEqualTo(1);

      String scrape =
          socket
              .send(LiveServer.head("GET", "/metrics", "") + "Connection: close\r\n\r\n")
              .answer()
              .text();

      assertThat(named).hasSizeGreaterThan(10).isSubsetOf(names(scrape));
    }
  }
}
