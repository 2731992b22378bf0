// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.entente.server.model.Broken.Promise;
import org.entente.server.model.Exchange.Deletion;
import org.entente.server.model.Exchange.Item;
import org.entente.server.model.Exchange.Page;

/** Runs the steps of a history against an exchange and the reference, and compares. */
final class Trial {
  /** When every history begins. */
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private static final int ROUNDS = 10_000;
  private static final int SCAN = 7;

  private final Reference reference = new Reference(START);
  private final Exchange exchange;
  private final Tally tally;
  private final Map<String, Watch> watches = new LinkedHashMap<>();
  private final Map<Step.Poller, Follower> followers = new HashMap<>();

  private Trial(Exchange exchange, Tally tally) {
    this.exchange = exchange;
    this.tally = tally;
  }

  /** Runs a history; the first promise that was broken, or empty. */
  static Optional<Broken> run(List<Step> steps, Function<Instant, Exchange> opening, Tally tally) {
    try (Exchange exchange = opening.apply(START)) {
      Trial trial = new Trial(exchange, tally);
      for (Step step : steps) {
        if (step instanceof Step.Poll poll) {
          trial.follower(poll.poller());
        } else if (step instanceof Step.Again again) {
          trial.follower(again.poller());
        } else if (step instanceof Step.Drain drain) {
          trial.follower(drain.poller());
        }
      }
      for (int i = 0; i < steps.size(); i++) {
        try {
          trial.step(steps.get(i));
        } catch (Broken broken) {
          return Optional.of(broken);
        } catch (RuntimeException failed) {
          Broken broken = new Broken(Promise.WORKS, steps.get(i) + " failed: " + failed);
          broken.initCause(failed);
          return Optional.of(broken);
        }
      }
      return Optional.empty();
    }
  }

  private Watch watch(String credential, String collection) {
    return watches.computeIfAbsent(
        credential + " " + collection,
        key -> {
          Watch watch = new Watch(reference, credential, collection);
          watch.look(false);
          return watch;
        });
  }

  private Follower follower(Step.Poller poller) {
    return followers.computeIfAbsent(
        poller, p -> new Follower(p, watch(p.credential(), p.collection()), reference));
  }

  private void step(Step step) {
    int commits = reference.commits();
    if (step instanceof Step.Push push) {
      push(push);
    } else if (step instanceof Step.Delete delete) {
      delete(delete);
    } else if (step instanceof Step.Apply apply) {
      exchange.apply(apply.documents());
      reference.apply(apply.documents());
    } else if (step instanceof Step.Poll poll) {
      poll(poll);
    } else if (step instanceof Step.Drain drain) {
      drain(follower(drain.poller()), drain.limit());
    } else if (step instanceof Step.Again again) {
      Follower follower = follower(again.poller());
      page(follower, follower.back(again.back()));
    } else if (step instanceof Step.Rewind rewind) {
      follower(rewind.poller()).rewind();
    } else if (step instanceof Step.Advance advance) {
      exchange.advance(advance.time());
      reference.advance(advance.time());
    } else if (step instanceof Step.Restart) {
      exchange.restart();
    } else if (step instanceof Step.Inspect inspect) {
      inspect(inspect);
    }
    if (reference.commits() != commits) {
      watches.values().forEach(watch -> watch.look(step instanceof Step.Apply));
    }
  }

  private void push(Step.Push push) {
    Optional<List<Boolean>> must =
        reference.push(push.credential(), push.collection(), push.policies(), push.objects());
    Optional<List<Boolean>> is =
        exchange.push(push.credential(), push.collection(), push.policies(), push.objects());
    if (!is.equals(must)) {
      throw new Broken(Promise.OUTCOME, push + " came to " + is + " instead of " + must);
    }
    tally.pushed += push.objects().size();
  }

  private void delete(Step.Delete delete) {
    Deletion must =
        reference.delete(delete.credential(), delete.collection(), delete.id(), delete.version());
    Deletion is =
        exchange.delete(delete.credential(), delete.collection(), delete.id(), delete.version());
    if (is != must) {
      throw new Broken(Promise.OUTCOME, delete + " came to " + is + " instead of " + must);
    }
  }

  private void poll(Step.Poll poll) {
    Follower follower = follower(poll.poller());
    boolean more = page(follower, poll.limit());
    if (poll.doubt()) {
      follower.doubts(more, ask(follower, 1));
    }
  }

  private boolean page(Follower follower, int limit) {
    Optional<Page> page = ask(follower, limit);
    tally.polls++;
    page.ifPresent(p -> tally.delivered += p.items().size());
    return follower.takes(page, limit);
  }

  private Optional<Page> ask(Follower follower, int limit) {
    Step.Poller poller = follower.poller();
    return exchange.poll(poller.credential(), poller.collection(), follower.query(limit));
  }

  private void drain(Follower follower, int limit) {
    int rounds = 0;
    while (page(follower, limit)) {
      if (++rounds > ROUNDS) {
        throw new Broken(Promise.EXACT_MORE, follower.poller() + " never comes to an end");
      }
    }
  }

  private void inspect(Step.Inspect inspect) {
    Watch watch = watch(inspect.credential(), inspect.collection());
    for (boolean all : new boolean[] {false, true}) {
      Step.Poller fresh =
          new Step.Poller(-1, inspect.credential(), inspect.collection(), Set.of(), all);
      drain(new Follower(fresh, watch, reference), SCAN);
    }
    for (String id : inspect.ids()) {
      boolean found = byId(inspect, watch, id, false);
      byId(inspect, watch, id, true);
      boolean explained = exchange.explain(inspect.credential(), inspect.collection(), id);
      tally.explained++;
      if (explained != found) {
        throw new Broken(
            Promise.EXPLAINED,
            inspect.credential()
                + " "
                + inspect.collection()
                + " "
                + id
                + " explained: "
                + explained
                + ", found: "
                + found);
      }
    }
  }

  /** Asks for one object and compares; whether it is there. */
  private boolean byId(Step.Inspect inspect, Watch watch, String id, boolean all) {
    watch.asks(0);
    Optional<Page> page = exchange.get(inspect.credential(), inspect.collection(), id, all);
    Set<String> given = new TreeSet<>();
    for (Item item : page.map(Page::items).orElse(List.of())) {
      String key = item.id() + "@" + item.version();
      Found found = watch.found(all).get(key);
      if (found == null || !found.has(item.json()) || !given.add(key)) {
        throw new Broken(Promise.BY_ID, inspect.credential() + " was given " + item);
      }
    }
    for (Found found : watch.found(all).values()) {
      if (found.sure() && found.id().equals(id) && !given.contains(found.key())) {
        throw new Broken(
            Promise.BY_ID,
            inspect.credential() + " was not given " + found.key() + ", all: " + all);
      }
    }
    return !given.isEmpty();
  }
}
