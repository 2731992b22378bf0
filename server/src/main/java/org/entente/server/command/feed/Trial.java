// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.connector.feed.run.FeedRun;
import org.entente.connector.feed.run.Quarantined;
import org.entente.connector.feed.run.RunListener;
import org.entente.connector.feed.run.RunReport;
import org.entente.server.command.CommandException;
import org.entente.server.command.SlowWatch;
import org.entente.stix.build.BuiltObject;

/** A run over a file that changes nothing, and gathers what was bad. */
final class Trial implements RunListener {
  /** Of ids where nobody names the namespace of an exchange. */
  static final String NAMESPACE = "3d5a1c1e-55f5-4b0e-8f0c-6a1f4f6d2c11";

  private static final int MOST_GROUPS = 100;

  /** What takes an object. */
  @FunctionalInterface
  interface Sink {
    void take(BuiltObject made) throws IOException;
  }

  /** Bad records that are bad alike. */
  static final class Group {
    final Quarantined first;
    long count;

    Group(Quarantined first) {
      this.first = first;
    }
  }

  private final Map<String, Group> groups = new TreeMap<>();
  private final Sink sink;
  private final SlowWatch watch;

  Trial(Sink sink, SlowWatch watch) {
    this.sink = sink;
    this.watch = watch;
  }

  RunReport run(FeedDefinition feed, UUID namespace, Instant at, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandException("there is no file `" + file + "`");
    }
    return new FeedRun(feed, namespace, at, this).run(file);
  }

  /** The groups, by what is wrong. */
  List<Group> groups() {
    return new ArrayList<>(groups.values());
  }

  @Override
  public void object(BuiltObject made) throws IOException {
    sink.take(made);
  }

  @Override
  public void quarantined(Quarantined bad) {
    String kind = bad.code() + ": " + bad.detail().replaceAll("`[^`]*`", "`…`");
    Group group = groups.get(kind);
    if (group == null && groups.size() < MOST_GROUPS) {
      group = new Group(bad);
      groups.put(kind, group);
    }
    if (group != null) {
      group.count++;
    }
  }

  @Override
  public void progress(long records) {
    if (records % 1000 == 0) {
      watch.progress(records + " records", 0, 0);
    }
  }
}
