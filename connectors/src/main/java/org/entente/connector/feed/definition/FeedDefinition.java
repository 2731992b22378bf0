// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.definition;

import java.util.List;
import java.util.Optional;
import org.entente.connector.feed.expression.Condition;
import org.entente.connector.feed.expression.Expression;
import org.entente.connector.feed.expression.Times;
import org.entente.stix.Tlp;

/**
 * What a feed is.
 *
 * @param id its name
 * @param title what people call it
 * @param source where its file comes from
 * @param decode how records are read out of the file
 * @param times how it writes times
 * @param mode what becomes of what is gone from the source
 * @param key what tells records apart
 * @param where which records count
 * @param rules what a record becomes, the first that fits
 * @param marking how far its objects may travel
 * @param licence what its publisher allows
 * @param guard when a run is held
 * @param maxConfidence the most confidence that its objects have, 0 to 100
 */
public record FeedDefinition(
    String id,
    String title,
    FeedSource source,
    DecodeSpec decode,
    Times times,
    Mode mode,
    Expression key,
    List<Condition> where,
    List<MapRule> rules,
    Marking marking,
    Licence licence,
    Guard guard,
    int maxConfidence) {

  /** What becomes of what is gone from the source. */
  public enum Mode {
    /** Nothing: it stays valid as long as was said when it came. */
    APPEND,
    /** It ends: until then it is valid. */
    SNAPSHOT
  }

  /**
   * How far objects may travel.
   *
   * @param level of the Traffic Light Protocol
   * @param statement what must stay with the data
   */
  public record Marking(Tlp level, Optional<String> statement) {}

  /**
   * When a run is held.
   *
   * @param minRecords the fewest records of a file, inclusive
   * @param maxQuarantine the largest part of its records that may be bad, 0 to 1, inclusive
   * @param columns how many cells each row has exactly
   */
  public record Guard(long minRecords, double maxQuarantine, Optional<Integer> columns) {}
}
