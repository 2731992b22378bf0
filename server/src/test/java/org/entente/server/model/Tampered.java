// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.server.store.Asked;
import org.entente.server.store.AuditLog;
import org.entente.server.store.BackupFile;
import org.entente.server.store.Catalog;
import org.entente.server.store.Checkpoints;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Committed;
import org.entente.server.store.Decide;
import org.entente.server.store.Gain;
import org.entente.server.store.Inspection;
import org.entente.server.store.Keys;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.RowPage;
import org.entente.server.store.RowQuery;
import org.entente.server.store.Shadow;
import org.entente.server.store.StatusStore;
import org.entente.server.store.Storage;
import org.entente.server.store.StoredVersion;
import org.entente.stix.StixId;

/** A store that does one thing wrong, the same to the exchange as a part of it that does. */
record Tampered(Storage storage, Fault fault) implements Storage, ObjectStore {
  @Override
  public <T> Future<Committed<T>> commit(Keys keys, int weight, Decide<T> decide) {
    return storage
        .objects()
        .commit(
            keys,
            weight,
            facts -> {
              Decide.Step<T> step = decide.decide(fault.facts(facts));
              return step instanceof Decide.Write<T> write
                  ? new Decide.Write<>(fault.plan(write.plan()), write.result())
                  : step;
            });
  }

  @Override
  public <T> Future<T> page(RowQuery query, Function<RowPage, T> make) {
    return storage.objects().page(fault.query(query), page -> make.apply(fault.page(page, query)));
  }

  @Override
  public void listen(Consumer<Committed<?>> listener) {
    storage.objects().listen(committed -> listener.accept(fault.told(committed)));
  }

  @Override
  public Future<Void> open() {
    return storage.open();
  }

  @Override
  public ObjectStore objects() {
    return this;
  }

  @Override
  public StatusStore statuses() {
    return storage.statuses();
  }

  @Override
  public Catalog catalog() {
    return storage.catalog();
  }

  @Override
  public Checkpoints checkpoints() {
    return storage.checkpoints();
  }

  @Override
  public AuditLog audit() {
    return storage.audit();
  }

  @Override
  public Future<Void> close() {
    return storage.close();
  }

  @Override
  public Future<CommitRecord> look() {
    return storage.objects().look();
  }

  @Override
  public Future<List<StoredVersion>> versions(StixId id, long position) {
    return storage.objects().versions(id, position);
  }

  @Override
  public Future<List<String>> classes(int after) {
    return storage.objects().classes(after);
  }

  @Override
  public Future<List<Gain>> gains(long after) {
    return storage.objects().gains(after);
  }

  @Override
  public Future<Map<String, Long>> tails() {
    return storage.objects().tails();
  }

  @Override
  public Future<Map<String, Map<Integer, Long>>> headCounts() {
    return storage.objects().headCounts();
  }

  @Override
  public Future<List<Shadow>> shadows(long after, int limit) {
    return storage.objects().shadows(after, limit);
  }

  @Override
  public Future<BackupFile> backup(String name) {
    return storage.backup(name);
  }

  @Override
  public Inspection inspection() {
    return storage.inspection();
  }

  @Override
  public Future<List<Asked>> asked() {
    return storage.objects().asked();
  }
}
