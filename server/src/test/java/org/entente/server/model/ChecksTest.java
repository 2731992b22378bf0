// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.server.model.Broken.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of the model, tried on an exchange that is right and on others that are not. */
class ChecksTest {
  private static final int HISTORIES = 6;
  private static final int STEPS = 120;

  @Test
  void run_plainExchange_keepsEveryPromise() {
    Tally tally = new Tally();
    for (int seed = 1; seed <= HISTORIES; seed++) {
      assertThat(Trial.run(HistoryWriter.write(seed, STEPS), PlainExchange::new, tally)).isEmpty();
      tally.histories++;
    }
    System.out.println("the plain exchange: " + tally);
    assertThat(tally.delivered).isGreaterThan(tally.histories * 20);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(Promise.NO_LEAK, (Function<Instant, Exchange>) Keeps::new),
        Arguments.of(Promise.NO_LEAK, (Function<Instant, Exchange>) Mixes::new),
        Arguments.of(Promise.NO_MISS, (Function<Instant, Exchange>) Orders::new),
        Arguments.of(Promise.FULL_PAGE, (Function<Instant, Exchange>) Shortens::new),
        Arguments.of(Promise.EXACT_MORE, (Function<Instant, Exchange>) Guesses::new),
        Arguments.of(Promise.RISING_POSITIONS, (Function<Instant, Exchange>) Ties::new),
        Arguments.of(Promise.ONCE, (Function<Instant, Exchange>) Repeats::new),
        Arguments.of(Promise.DOOR, (Function<Instant, Exchange>) Opens::new),
        Arguments.of(Promise.OUTCOME, (Function<Instant, Exchange>) Tells::new),
        Arguments.of(Promise.BY_ID, (Function<Instant, Exchange>) Hides::new),
        Arguments.of(Promise.EXPLAINED, (Function<Instant, Exchange>) Boasts::new),
        Arguments.of(Promise.WORKS, (Function<Instant, Exchange>) Falls::new));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void run_wrongExchange_breaksThePromise(Promise promise, Function<Instant, Exchange> opening) {
    List<Promise> broken = new ArrayList<>();
    for (int seed = 1; seed <= 16 * HISTORIES && !broken.contains(promise); seed++) {
      Trial.run(HistoryWriter.write(seed, STEPS), opening, new Tally())
          .ifPresent(b -> broken.add(b.promise()));
    }
    assertThat(broken).contains(promise);
  }

  /** Goes on showing what was lost. */
  private static final class Keeps extends PlainExchange {
    private boolean stopped;

    Keeps(Instant start) {
      super(start);
    }

    @Override
    void changed() {
      if (!stopped) {
        super.changed();
      }
    }

    @Override
    public void apply(List<org.entente.server.resource.Document> documents) {
      super.apply(documents);
      stopped = reference.commits() > 20;
    }
  }

  /** Shows another's variant. */
  private static final class Mixes extends PlainExchange {
    Mixes(Instant start) {
      super(start);
    }

    @Override
    Version shown(Found found) {
      Version version = super.shown(found);
      return reference.shelf.versions(version.id()).stream()
          .filter(v -> !v.thing.json().equals(version.thing.json()))
          .filter(v -> v.thing.version().equals(version.thing.version()))
          .findFirst()
          .orElse(version);
    }
  }

  /** Leaves what becomes visible where it once came. */
  private static final class Orders extends PlainExchange {
    Orders(Instant start) {
      super(start);
    }

    @Override
    long next(Found found) {
      return found.versions().get(0).number;
    }
  }

  /** Filters after the limit. */
  private static final class Shortens extends PlainExchange {
    Shortens(Instant start) {
      super(start);
    }

    @Override
    Page page(Feed feed, List<Entry> after, int limit) {
      Page page = super.page(feed, after, limit);
      return page.more() && limit > 2 ? new Page(page.items().subList(0, limit - 1), true) : page;
    }
  }

  /** Takes a full page for one that is not the last. */
  private static final class Guesses extends PlainExchange {
    Guesses(Instant start) {
      super(start);
    }

    @Override
    Page page(Feed feed, List<Entry> after, int limit) {
      Page page = super.page(feed, after, limit);
      return new Page(page.items(), page.items().size() == limit);
    }
  }

  /** Gives several things one position. */
  private static final class Ties extends PlainExchange {
    Ties(Instant start) {
      super(start);
    }

    @Override
    long next(Found found) {
      return reference.commits();
    }
  }

  /** Sends everything again after a change. */
  private static final class Repeats extends PlainExchange {
    Repeats(Instant start) {
      super(start);
    }

    @Override
    Page page(Feed feed, List<Entry> after, int limit) {
      for (Entry entry : after) {
        entry.position = next(feed.watch.found(feed.all).get(entry.key));
      }
      return super.page(feed, after, limit);
    }
  }

  /** Lets everybody in. */
  private static final class Opens extends PlainExchange {
    Opens(Instant start) {
      super(start);
    }

    @Override
    public Optional<Page> poll(String credential, String collection, Query query) {
      return super.poll(credential, collection, query)
          .or(() -> Optional.of(new Page(List.of(), false)));
    }
  }

  /** Tells a sender that an id is another's. */
  private static final class Tells extends PlainExchange {
    Tells(Instant start) {
      super(start);
    }

    @Override
    public Optional<List<Boolean>> push(
        String credential, String collection, List<String> policies, List<String> objects) {
      return super.push(credential, collection, policies, objects)
          .map(taken -> new ArrayList<>(taken))
          .map(
              taken -> {
                for (int i = 0; i < taken.size(); i++) {
                  String id = Thing.parse(objects.get(i)).id();
                  if (reference.shelf.versions(id).stream().anyMatch(v -> v.shadow)) {
                    taken.set(i, false);
                  }
                }
                return taken;
              });
    }
  }

  /** Does not find by id what is in the feed. */
  private static final class Hides extends PlainExchange {
    Hides(Instant start) {
      super(start);
    }

    @Override
    public Optional<Page> get(String credential, String collection, String id, boolean all) {
      return super.get(credential, collection, id, all).filter(page -> page.items().size() > 1);
    }
  }

  /** Explains what is not so. */
  private static final class Boasts extends PlainExchange {
    Boasts(Instant start) {
      super(start);
    }

    @Override
    public boolean explain(String credential, String collection, String id) {
      return !reference.shelf.versions(id).isEmpty();
    }
  }

  /** Does not start again. */
  private static final class Falls extends PlainExchange {
    Falls(Instant start) {
      super(start);
    }

    @Override
    public void restart() {
      throw new IllegalStateException("the lights are out");
    }
  }
}
