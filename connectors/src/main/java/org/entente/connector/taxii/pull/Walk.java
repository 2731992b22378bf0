// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.connector.taxii.PageQuery;
import org.entente.stix.StixTimestamp;

/**
 * Where the way through a collection stands between two pages.
 *
 * @param after the {@code added_after} of this walk, sent beside {@code next} too
 * @param next the server's token for the next page
 * @param moving whether the server was seen to give each page a token of its own; tokens of other
 *     servers are used up by a request, even one whose answer gets lost
 * @param careful whether pages may repeat objects, which are then left out
 * @param done whether the end was reached: the next walk begins after the last object
 * @param seen what may be repeated, and when the last object was added
 */
public record Walk(
    Optional<String> after,
    Optional<String> next,
    boolean moving,
    boolean careful,
    boolean done,
    Seen seen) {
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * A walk from a time, or from the beginning.
   *
   * @param addedAfter exclusive
   */
  public static Walk begin(Optional<String> addedAfter) {
    return new Walk(addedAfter, Optional.empty(), false, false, false, Seen.NOTHING);
  }

  /** When the last object so far was added, as the server wrote it. */
  public Optional<String> last() {
    return seen.added();
  }

  PageQuery query(int limit, List<String> types) {
    return new PageQuery(after, next, limit, types, next.isEmpty() || moving);
  }

  /** The walk after this one has ended, or this one while it goes on. */
  public Walk resume() {
    if (done) {
      Optional<String> from = last().isPresent() ? last() : after;
      return new Walk(from, Optional.empty(), false, true, false, seen);
    }
    return next.isPresent() && !moving ? again() : this;
  }

  /** The way on when the token is lost: from the time of the last object, which is asked anew. */
  Walk again() {
    Optional<String> from = last().map(Walk::justBefore).or(() -> after);
    return new Walk(from, Optional.empty(), false, true, false, seen);
  }

  /** The way on from a time that is not asked anew. */
  Walk beyond(String time) {
    return new Walk(Optional.of(time), Optional.empty(), false, true, false, seen);
  }

  /** After a page with a token for what follows. */
  Walk on(String token, Seen nowSeen) {
    boolean moves = next.isPresent() && !next.get().equals(token);
    return new Walk(after, Optional.of(token), moves, careful, false, nowSeen);
  }

  /** The same place with more seen. */
  Walk saw(Seen nowSeen) {
    return new Walk(after, next, moving, careful, done, nowSeen);
  }

  /** After the last page. */
  Walk end(Seen nowSeen) {
    return new Walk(after, Optional.empty(), false, careful, true, nowSeen);
  }

  /** A microsecond earlier, so that {@code added_after} includes the time itself. */
  private static String justBefore(String time) {
    Instant instant = StixTimestamp.parse(time).orElseThrow().instant();
    return format(instant.truncatedTo(ChronoUnit.MICROS).minus(1, ChronoUnit.MICROS));
  }

  static String format(Instant instant) {
    return MICROSECONDS.format(instant);
  }
}
