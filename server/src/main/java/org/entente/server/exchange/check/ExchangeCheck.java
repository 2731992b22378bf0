// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.check;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.server.exchange.decide.ClassForms;
import org.entente.server.policy.AudienceClass;
import org.entente.server.policy.Community;
import org.entente.server.resource.Resource;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.Committed;
import org.entente.server.store.Finding;
import org.entente.server.store.Inspection;
import org.entente.server.store.Storage;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;
import org.entente.server.store.Watch;
import org.entente.stix.StixId;

/**
 * Derives everything that is kept once more and compares: what the store derives for itself, then
 * each object from its bytes.
 */
public final class ExchangeCheck {
  private static final int BATCH = 100;

  private final Storage storage;
  private final Function<CatalogChange.Put, Optional<Resource>> resources;
  private final ClassForms forms = new ClassForms();

  /**
   * A check.
   *
   * @param storage open, and used by nobody else
   * @param resources reads a stored document; empty for one of a kind that is not known
   */
  public ExchangeCheck(Storage storage, Function<CatalogChange.Put, Optional<Resource>> resources) {
    this.storage = storage;
    this.resources = resources;
  }

  /** Compares everything. Nothing is written. */
  public Future<Report> run(Watch watch) {
    Findings findings = new Findings();
    Findings passedOver = new Findings();
    Inspection inspection = storage.inspection();
    return inspection
        .size()
        .compose(
            size ->
                inspection
                    .examine(findings, watch)
                    .compose(done -> storage.objects().classes(0))
                    .compose(classes -> derive(classes, size, findings, passedOver, watch))
                    .map(
                        done ->
                            new Report(
                                findings.kinds(),
                                passedOver.kinds().stream().findFirst(),
                                Optional.of(size))));
  }

  private Future<Void> derive(
      List<String> classes,
      Inspection.Size size,
      Findings findings,
      Findings passedOver,
      Watch watch) {
    for (int i = 0; i < classes.size(); i++) {
      if (!canonical(classes.get(i))) {
        findings.accept(new Finding("class-form", "class " + (i + 1)));
      }
    }
    return storage
        .inspection()
        .resources()
        .map(this::everInForce)
        .compose(community -> new Walk(community, size, findings, passedOver, watch).after(0, 0));
  }

  private boolean canonical(String form) {
    try {
      AudienceClass audience = forms.of(form);
      return audience.form().equals(form);
    } catch (RuntimeException damaged) {
      return false;
    }
  }

  /** A version may have been pushed under a policy that was taken out since. */
  private Community everInForce(List<CatalogChange.Put> all) {
    return new Community(0, all.stream().flatMap(put -> resources.apply(put).stream()).toList());
  }

  private final class Walk {
    private final Community community;
    private final Inspection.Size size;
    private final Findings findings;
    private final Findings passedOver;
    private final Watch watch;

    Walk(
        Community community,
        Inspection.Size size,
        Findings findings,
        Findings passedOver,
        Watch watch) {
      this.community = community;
      this.size = size;
      this.findings = findings;
      this.passedOver = passedOver;
      this.watch = watch;
    }

    Future<Void> after(long last, long done) {
      watch.progress("deriving objects", done, size.ids());
      return storage
          .inspection()
          .ids(last, BATCH)
          .compose(
              batch ->
                  batch.ids().isEmpty()
                      ? Future.succeededFuture()
                      : derive(batch)
                          .compose(next -> after(batch.last(), done + batch.ids().size())));
    }

    private Future<Void> derive(Inspection.Batch batch) {
      return derived(batch, true)
          .recover(failure -> alone(batch, failure))
          .map(
              found -> {
                found.forEach(findings);
                return null;
              });
    }

    private Future<List<Finding>> derived(Inspection.Batch batch, boolean whole) {
      Rederiving decide = new Rederiving(community, forms, batch, whole);
      return storage
          .objects()
          .commit(decide.keys(), batch.ids().size(), decide)
          .map(Committed::result);
    }

    /** What cannot even be loaded is looked for id by id. */
    private Future<List<Finding>> alone(Inspection.Batch batch, Throwable failure) {
      Reason reason = failure instanceof StoreException store ? store.reason() : Reason.UNAVAILABLE;
      if (reason != Reason.INTERNAL && reason != Reason.TOO_MUCH) {
        return Future.failedFuture(failure);
      }
      if (batch.ids().size() == 1) {
        String id = batch.ids().get(0).toString();
        return reason == Reason.TOO_MUCH
            ? partly(batch, id)
            : Future.succeededFuture(List.of(new Finding("underivable", id)));
      }
      Future<Void> each = Future.succeededFuture();
      for (StixId id : batch.ids()) {
        Inspection.Batch one = new Inspection.Batch(List.of(id), batch.versions(), batch.last());
        each = each.compose(done -> derive(one));
      }
      return each.map(List.of());
    }

    private Future<List<Finding>> partly(Inspection.Batch one, String id) {
      passedOver.accept(new Finding("passed-over", id));
      return derived(one, false)
          .recover(
              failure ->
                  failure instanceof StoreException store && store.reason() == Reason.TOO_MUCH
                      ? Future.succeededFuture(List.of())
                      : Future.failedFuture(failure));
    }
  }
}
