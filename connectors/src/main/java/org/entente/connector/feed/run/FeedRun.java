// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.connector.feed.decode.Decoder;
import org.entente.connector.feed.decode.RawRecord;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.connector.feed.definition.FeedDefinition.Guard;
import org.entente.connector.feed.map.MapResult;
import org.entente.connector.feed.map.Mapper;
import org.entente.connector.feed.unpack.FormatException;
import org.entente.connector.feed.unpack.Texts;
import org.entente.connector.feed.unpack.Unpacker;
import org.entente.stix.build.BuiltObject;

/** One run of a feed over a file. Holds one record at a time, however long the file. */
public final class FeedRun {
  private final FeedDefinition feed;
  private final RunListener listener;
  private final Mapper mapper;
  private final Recent recent = new Recent();
  private long records;
  private long passed;
  private long mapped;
  private long dropped;
  private long quarantined;
  private long objects;

  /**
   * A run.
   *
   * @param feed what says how
   * @param namespace of the ids of domain objects
   * @param at the time of the run
   * @param listener is told of what comes
   */
  public FeedRun(FeedDefinition feed, UUID namespace, Instant at, RunListener listener) {
    this.feed = feed;
    this.listener = listener;
    this.mapper = new Mapper(feed, namespace, at);
  }

  /**
   * Runs to the end of the file, or to where it is not what the definition says.
   *
   * @param file the file as the source gave it
   * @throws IOException when the file cannot be read
   */
  public RunReport run(Path file) throws IOException {
    try (Reader text =
        Texts.open(
            new Unpacker(feed.source().maxBytes(), feed.source().member()).open(file),
            feed.decode().charset())) {
      for (BuiltObject object : mapper.beginning()) {
        emit(object);
      }
      Decoder.of(feed.decode(), feed.guard().columns()).decode(text, this::take);
      return report(guarded());
    } catch (FormatException e) {
      return report(Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private void take(RawRecord next) throws IOException {
    records++;
    MapResult result = mapper.map(next);
    if (result instanceof MapResult.Objects made) {
      mapped++;
      for (BuiltObject object : made.objects()) {
        emit(object);
      }
    } else if (result instanceof MapResult.Rejected bad) {
      quarantined++;
      listener.quarantined(new Quarantined(next.line(), bad.code(), bad.detail(), next.sample()));
    } else if (result instanceof MapResult.Dropped) {
      dropped++;
    } else {
      passed++;
    }
    listener.progress(records);
  }

  /** What several records have in common is there once. */
  private void emit(BuiltObject object) throws IOException {
    if (recent.add(object.id().toString())) {
      objects++;
      listener.object(object);
    }
  }

  private Optional<String> guarded() {
    Guard guard = feed.guard();
    if (records < guard.minRecords()) {
      return Optional.of(
          "the file has " + records + " records, and the guard wants " + guard.minRecords());
    }
    if (quarantined > guard.maxQuarantine() * records) {
      return Optional.of(
          quarantined + " of " + records + " records are bad, more than the guard allows");
    }
    return Optional.empty();
  }

  private RunReport report(Optional<String> held) {
    return new RunReport(records, passed, mapped, dropped, quarantined, objects, held);
  }
}
