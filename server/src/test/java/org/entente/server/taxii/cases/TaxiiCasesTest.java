// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.server.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The protocol held against cases that are data, over real sockets and a real store. */
@TestInstance(Lifecycle.PER_CLASS)
class TaxiiCasesTest {
  static final List<String> FILES =
      List.of(
          "discovery",
          "roots",
          "collections",
          "negotiation",
          "auth",
          "filters",
          "paging",
          "headers",
          "objects",
          "push",
          "status",
          "delete",
          "errors",
          "limits",
          "strict",
          "time",
          "anonymous");

  @TempDir Path folder;

  private final Map<String, Running> running = new HashMap<>();
  private int cases;

  /** A server with its users; files with the same configuration share one. */
  private record Running(RunningServer server, Users users) {}

  @TestFactory
  Stream<DynamicNode> server_eachCase() {
    return FILES.stream()
        .map(
            name -> {
              CaseFile file = CaseFile.read(name + ".json");
              return DynamicContainer.dynamicContainer(
                  file.about(),
                  IntStream.range(0, file.cases().size()).mapToObj(i -> test(file, i)));
            });
  }

  private DynamicTest test(CaseFile file, int index) {
    CaseFile.Case one = file.cases().get(index);
    String name = one.name() + " " + one.items();
    return DynamicTest.dynamicTest(name, () -> run(file, one));
  }

  private void run(CaseFile file, CaseFile.Case one) throws Exception {
    String config = file.config() == null ? CaseFile.text("server.yaml") : file.config().toString();
    Running with = running.get(config);
    if (with == null) {
      with = start(config);
      running.put(config, with);
    }
    int salt = ++cases;
    Names names = new Names(file.objects() == null ? Map.of() : file.objects(), salt);
    new CaseRun(with.server(), with.users(), names).run(one, id(salt, 1), id(salt, 2));
  }

  private static String id(int salt, int number) {
    return "%08x-0000-4000-9000-%012x".formatted(salt, number);
  }

  private Running start(String config) throws Exception {
    Path own = Files.createDirectory(folder.resolve("server-" + running.size()));
    RunningServer server = RunningServer.start(own, config);
    server.apply(CaseFile.text("community.yaml"));
    return new Running(server, new Users(server));
  }

  @AfterAll
  void stop() throws Exception {
    for (Running each : running.values()) {
      each.server().close();
    }
  }
}
