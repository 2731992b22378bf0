// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.stix.StixId;

/**
 * Answers who may see what, and why: by the same functions that decide, never by another rule.
 *
 * <p>A future fails with {@link UnknownNameException} where a credential, a collection, a policy or
 * an object is not known, or is not to be known to the asker.
 */
public interface Explaining {

  /**
   * Who asks. The hub is told everything. A member is told of objects that it owns, of its own
   * credentials and those of members that are listed in the directory; of what others agreed to,
   * rather than of what the producer said, it hears no more than that it is so.
   *
   * @param member the member's id; absent for the hub
   */
  record Asker(Optional<String> member) {
    /** Who runs the exchange. */
    public static final Asker HUB = new Asker(Optional.empty());

    /** A member. */
    public static Asker member(String id) {
      return new Asker(Optional.of(id));
    }
  }

  /**
   * What is asked about.
   *
   * @param object the object's id
   * @param version its {@code modified} as text; the head when absent
   * @param at under the rules and objects of this instant; now when absent
   */
  record Question(StixId object, Optional<String> version, Optional<Instant> at) {
    /** The head, now. */
    public static Question of(StixId object) {
      return new Question(object, Optional.empty(), Optional.empty());
    }
  }

  /**
   * Why one reader may or may not see an object.
   *
   * @param credential the reader, a credential's id
   * @param collection id or {@code root/alias}
   * @param question the object
   * @param asker who wants to know
   */
  Future<Explanation> explain(String credential, String collection, Question question, Asker asker);

  /** Who sees an object and who does not, grouped by reason. */
  Future<WhoSees> who(Question question, Asker asker);

  /**
   * Who would see objects if they were pushed now; nothing is stored.
   *
   * @param credential who would push, a credential's id
   * @param collection id or {@code root/alias}
   * @param policies ids as {@code X-Exchange-Policy} names them
   * @param envelope the body of the push
   * @param asker who wants to know
   * @return one for each object, in order
   */
  Future<List<Preview>> preview(
      String credential, String collection, List<String> policies, Buffer envelope, Asker asker);
}
