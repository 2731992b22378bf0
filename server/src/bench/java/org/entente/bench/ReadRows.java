// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What 50 credentials of 10 members read, against a handler that sends the same bytes: pages that
 * they walk by {@code next}, plain and compressed, and polls that find nothing new.
 */
final class ReadRows {
  private static final int PAGES = 50;

  private final Settings settings;
  private final Exchange exchange;
  private final Table table;
  private final Rounds rounds;

  ReadRows(Settings settings, Exchange exchange, Table table) {
    this.settings = settings;
    this.exchange = exchange;
    this.table = table;
    rounds = new Rounds(settings);
  }

  /**
   * Measures all three.
   *
   * @param tail the position of the collection's last row
   * @return how many plain pages a second the bare handler sends
   */
  double run(int size, String tail) {
    List<Walk> plain = walks(false);
    List<Walk> packed = walks(true);
    List<Repeat> polls = polls(tail);
    List<Path> folders = new ArrayList<>();
    folders.add(write("plain", plain.get(0).recordings()));
    folders.add(write("gzip", packed.get(0).recordings()));
    folders.add(write("poll", List.of(Recording.of(polls.get(0).first()))));
    try (BareServer bare = new BareServer(settings.work(), folders)) {
      List<Recording> pages = all(plain);
      List<Recording> small = all(packed);
      double bareRate = row(size, "page of 100 from cache, plain", 0.8, bare, 0, plain, pages);
      if (settings.wants("pages")) {
        row(size, "page of 100 from cache, gzip", 0.6, bare, 1, packed, small);
      }
      if (settings.wants("polls")) {
        row(size, "empty poll", 0.5, bare, 2, polls, null);
      }
      return bareRate;
    }
  }

  private double row(
      int size,
      String what,
      double goal,
      BareServer bare,
      int set,
      List<? extends Script> scripts,
      @Nullable List<Recording> recordings) {
    Rounds.Side ours = new Rounds.Side(exchange.process(), exchange.port(), () -> scripts);
    Rounds.Side theirs =
        new Rounds.Side(bare.process(), bare.port(set), () -> against(scripts, recordings));
    List<Rounds.Median> both = rounds.compare(List.of(theirs, ours));
    double ratio = both.get(1).perSecond() / both.get(0).perSecond();
    table.add(
        Integer.toString(size),
        what,
        figure(both.get(1)),
        "bare " + figure(both.get(0)),
        Table.percent(ratio),
        ">= " + Table.percent(goal),
        ratio >= goal);
    return both.get(0).perSecond();
  }

  private static List<? extends Script> against(
      List<? extends Script> scripts, @Nullable List<Recording> recordings) {
    return recordings == null
        ? scripts
        : scripts.stream().map(script -> ((Walk) script).against(recordings)).toList();
  }

  static String figure(Rounds.Median median) {
    return String.format(
            Locale.ROOT, "%s, %.0f us CPU", Table.rate(median.perSecond(), ""), median.micros())
        .replace(" /s", "/s");
  }

  private static List<Recording> all(List<Walk> walks) {
    return walks.get(0).recordings();
  }

  private Path write(String name, List<Recording> recordings) {
    Path folder = settings.work().resolve("recorded-" + name);
    Folders.fresh(folder);
    Recording.write(folder, recordings);
    return folder;
  }

  private List<Walk> walks(boolean gzip) {
    List<Walk> walks = new ArrayList<>();
    for (String credential : Cast.readers()) {
      String authorization = exchange.authorization(credential);
      walks.add(new Walk(Cast.collection(1), authorization, gzip, PAGES));
    }
    Load.on(exchange.port(), Duration.ZERO, Duration.ofMinutes(5)).run(walks);
    walks.forEach(Walk::settle);
    return walks;
  }

  private List<Repeat> polls(String last) {
    List<Repeat> polls = new ArrayList<>();
    for (String credential : Cast.readers()) {
      String path = Cast.collection(1) + "objects/?limit=100&added_after=" + last;
      byte[] request = Requests.get(path, exchange.authorization(credential), false);
      polls.add(new Repeat(request, Bodies.NOTHING));
    }
    Load.on(exchange.port(), Duration.ZERO, Duration.ofMillis(200)).run(polls);
    return polls;
  }
}
