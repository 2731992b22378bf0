// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.stix.Tlp;
import org.entente.stix.type.Profile;

/**
 * A TAXII collection.
 *
 * @param id a UUIDv4 in lower case
 * @param apiRoot the path segment of its API root
 * @param title unique, without comma or dot
 * @param description for people
 * @param alias a second name within its API root
 * @param readers which members read it
 * @param writers which members write it
 * @param accepts the highest level that may be pushed
 * @param unmarked the level at which an unmarked object is judged
 * @param open whether it is public: anonymous readers, where they are let in, see CLEAR here
 * @param alwaysOn whether it is exempt from standing
 * @param history what somebody who gains access sees of the past
 * @param visibleToAll whether members without rights learn that it exists
 * @param audience a release policy's id, when it has one
 * @param window how far back its feed reaches, when bounded
 * @param acknowledgeWithin how fast warnings must be acknowledged
 * @param drill a cron line for exercises
 * @param validation how strictly what is pushed is checked
 */
public record Collection(
    String id,
    String apiRoot,
    String title,
    Optional<String> description,
    Optional<String> alias,
    List<Term> readers,
    List<Term> writers,
    Tlp accepts,
    Optional<Tlp> unmarked,
    boolean open,
    boolean alwaysOn,
    History history,
    boolean visibleToAll,
    Optional<String> audience,
    Optional<Duration> window,
    Optional<Duration> acknowledgeWithin,
    Optional<String> drill,
    Profile validation)
    implements Resource {

  /**
   * What somebody who gains access sees of the past.
   *
   * @param all everything
   * @param reach how far back, when not everything; zero means nothing
   */
  public record History(boolean all, Duration reach) {}

  @Override
  public Kind kind() {
    return Kind.COLLECTION;
  }

  /** Whether a text names this collection: its id, or {@code root/alias}. */
  public boolean isNamed(String text) {
    return text.equals(id) || (alias.isPresent() && text.equals(apiRoot + "/" + alias.get()));
  }
}
