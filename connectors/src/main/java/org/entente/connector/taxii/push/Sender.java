// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.entente.connector.taxii.CollectionUrl;
import org.entente.connector.taxii.TaxiiClient;
import org.entente.connector.taxii.TaxiiException;
import org.entente.connector.taxii.TaxiiStatus;

/**
 * Sends a batch and finds out about each of its objects. A server that refuses a whole envelope for
 * one object in it is sent halves, until that object stands alone.
 */
final class Sender {
  /** How many refused requests one batch may cost; what is left then fails as a whole. */
  private static final int PATIENCE = 64;

  private static final String WARNING = "warning: ";

  private final TaxiiClient client;
  private final CollectionUrl collection;
  private final List<String> policies;
  private final AlreadyThere there;

  Sender(TaxiiClient client, CollectionUrl collection, List<String> policies) {
    this.client = client;
    this.collection = collection;
    this.policies = policies;
    this.there = new AlreadyThere(client, collection);
  }

  /** Sends objects; fails when nothing can be sent, succeeds with failures of objects. */
  Future<PushResult> send(List<byte[]> objects) {
    return new Sending().send(objects);
  }

  /** One batch. */
  private final class Sending {
    private int refusals;

    Future<PushResult> send(List<byte[]> objects) {
      return client
          .add(collection, Batch.envelope(objects), policies)
          .compose(
              status -> there.leaveOut(objects, result(status, objects.size())),
              cause -> refused(objects, cause));
    }

    private Future<PushResult> refused(List<byte[]> objects, Throwable cause) {
      if (!(cause instanceof TaxiiException failure) || !splits(failure)) {
        return Future.failedFuture(cause);
      }
      refusals++;
      if (objects.size() > 1 && refusals <= PATIENCE) {
        int half = objects.size() / 2;
        return send(objects.subList(0, half))
            .compose(first -> send(objects.subList(half, objects.size())).map(first::plus));
      }
      String reason = failure.sentence();
      List<PushFailure> failures = new ArrayList<>();
      objects.forEach(object -> failures.add(SentObject.of(object).failure(reason)));
      return Future.succeededFuture(PushResult.failed(failures));
    }

    /** An unknown policy refuses everything; no smaller envelope helps there. */
    private boolean splits(TaxiiException failure) {
      boolean ofContent = failure.status() == 400 || failure.status() == 422;
      return failure.status() == 413 || (ofContent && policies.isEmpty());
    }
  }

  /** What the status leaves out has failed: nobody knows that it is there. */
  private static PushResult result(TaxiiStatus status, int sent) {
    List<PushFailure> failures = new ArrayList<>();
    for (TaxiiStatus.Detail failure : status.failures()) {
      failures.add(new PushFailure(failure.id(), failure.version(), failure.message()));
    }
    long failed = Math.max(status.failure(), sent - status.success());
    if (failures.size() < failed) {
      long more = failed - failures.size();
      failures.add(
          PushFailure.unidentified(more + " objects failed that the server does not name"));
    }
    return new PushResult(status.success(), failed, failures)
        .plus(PushResult.warned(warnings(status)));
  }

  private static List<PushWarning> warnings(TaxiiStatus status) {
    return status.successes().stream()
        .filter(success -> !success.message().isEmpty())
        .map(success -> new PushWarning(success.id(), bare(success.message())))
        .toList();
  }

  private static String bare(String message) {
    return message.startsWith(WARNING) ? message.substring(WARNING.length()) : message;
  }
}
