// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.server.resource.Document;

/**
 * An exchange that is right by being plain: it keeps one list for each feed that was ever asked
 * for, and puts at the end of it whatever has become visible. The checks are tried on it, and on
 * others that do one thing wrong.
 */
class PlainExchange implements Exchange {
  final Reference reference;

  private final Map<String, Feed> feeds = new LinkedHashMap<>();
  private long position;

  PlainExchange(Instant start) {
    reference = new Reference(start);
  }

  /** A place in a feed. */
  static final class Entry {
    final String key;
    final int born;
    long position;

    Entry(String key, int born, long position) {
      this.key = key;
      this.born = born;
      this.position = position;
    }
  }

  /** One reader's feed of a collection, of latest versions or of all. */
  final class Feed {
    final Watch watch;
    final String collection;
    final boolean all;
    final Map<String, Entry> entries = new LinkedHashMap<>();

    Feed(String credential, String collection, boolean all) {
      this.watch = new Watch(reference, credential, collection);
      this.collection = collection;
      this.all = all;
    }

    void look() {
      watch.look(false);
      Map<String, Found> found = watch.found(all);
      entries.keySet().removeIf(key -> !found.containsKey(key));
      found.values().stream()
          .sorted(Comparator.comparing(f -> f.versions().get(0).number))
          .forEach(this::place);
    }

    private void place(Found found) {
      int born = reference.past.born(found.key(), collection);
      Entry entry = entries.get(found.key());
      if (entry == null || entry.born != born) {
        entries.remove(found.key());
        entries.put(found.key(), new Entry(found.key(), born, next(found)));
      }
    }

    Item item(Entry entry) {
      Version version = shown(watch.found(all).get(entry.key));
      return new Item(entry.position, version.id(), version.thing.version(), version.thing.json());
    }
  }

  /** Where something stands that has become visible. */
  long next(Found found) {
    return ++position;
  }

  /** Which of several variants is shown. */
  Version shown(Found found) {
    return found.versions().get(0);
  }

  private Feed feed(String credential, String collection, boolean all) {
    return feeds.computeIfAbsent(
        credential + " " + collection + " " + all,
        key -> {
          Feed feed = new Feed(credential, collection, all);
          feed.look();
          return feed;
        });
  }

  void changed() {
    feeds.values().forEach(Feed::look);
  }

  @Override
  public Optional<List<Boolean>> push(
      String credential, String collection, List<String> policies, List<String> objects) {
    Optional<List<Boolean>> taken = reference.push(credential, collection, policies, objects);
    changed();
    return taken;
  }

  @Override
  public Deletion delete(
      String credential, String collection, String id, Optional<String> version) {
    Deletion deletion = reference.delete(credential, collection, id, version);
    changed();
    return deletion;
  }

  @Override
  public void apply(List<Document> documents) {
    reference.apply(documents);
    changed();
  }

  @Override
  public Optional<Page> poll(String credential, String collection, Query query) {
    Feed feed = feed(credential, collection, query.all());
    if (!feed.watch.open()) {
      return Optional.empty();
    }
    List<Entry> after = new ArrayList<>();
    for (Entry entry : feed.entries.values()) {
      String type = Thing.typeOf(entry.key);
      if (entry.position > query.after()
          && (query.types().isEmpty() || query.types().contains(type))) {
        after.add(entry);
      }
    }
    after.sort(Comparator.comparing(entry -> entry.position));
    return Optional.of(page(feed, after, query.limit()));
  }

  Page page(Feed feed, List<Entry> after, int limit) {
    return new Page(after.stream().limit(limit).map(feed::item).toList(), after.size() > limit);
  }

  @Override
  public Optional<Page> get(String credential, String collection, String id, boolean all) {
    Feed feed = feed(credential, collection, all);
    List<Item> items =
        feed.entries.values().stream()
            .filter(entry -> entry.key.startsWith(id + "@"))
            .map(feed::item)
            .toList();
    return items.isEmpty() ? Optional.empty() : Optional.of(new Page(items, false));
  }

  @Override
  public boolean explain(String credential, String collection, String id) {
    return get(credential, collection, id, false).isPresent();
  }

  @Override
  public void advance(Duration time) {
    reference.advance(time);
  }

  @Override
  public void restart() {}

  @Override
  public void close() {}
}
