// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The store without the exchange, in a process of its own, on the data that the exchange has left.
 */
final class StoreAlone {
  /**
   * What it did.
   *
   * @param pages by classes, pages of 100 a second that begin anywhere
   * @param objects prepared objects a second, a thousand to a transaction
   */
  record Figures(Map<Integer, Double> pages, double objects) {}

  private StoreAlone() {}

  /** Measures on the data of an exchange that is stopped. */
  static Figures measure(Settings settings, Path data) {
    Path log = settings.work().resolve("store.log");
    List<String> command =
        List.of(
            Child.jdk("java"),
            "-Xmx3g",
            "-cp",
            System.getProperty("java.class.path"),
            StoreMain.class.getName(),
            data.toString(),
            Folders.fresh(settings.work().resolve("store")).toString(),
            Integer.toString(settings.rounds()),
            Integer.toString(settings.seconds()),
            Boolean.toString(settings.wants("store")));
    try (Child child = Child.start(command, log, settings.work())) {
      child.await(() -> child.said("done"), 600);
      Map<Integer, Double> pages = new LinkedHashMap<>();
      for (int classes : settings.wants("store") ? Cast.CLASSES : new int[0]) {
        pages.put(classes, figure(child, "pages " + classes));
      }
      return new Figures(pages, figure(child, "objects"));
    }
  }

  private static double figure(Child child, String name) {
    return child
        .log()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new BenchFailure("the store alone did not say `" + name + "`"));
  }
}
