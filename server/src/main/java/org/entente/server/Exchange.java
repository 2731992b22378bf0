// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import org.entente.server.admin.Cases;
import org.entente.server.admin.StoredAdministrators;
import org.entente.server.exchange.read.Feed;
import org.entente.server.exchange.state.Directory;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.submit.Deletions;
import org.entente.server.exchange.submit.OldStatuses;
import org.entente.server.exchange.submit.StatusLookup;
import org.entente.server.exchange.submit.Submissions;
import org.entente.server.store.Storage;

/**
 * The use cases over one store.
 *
 * @param storage where everything is kept
 * @param knowledge what is known of it
 * @param feed reading
 * @param submissions taking in
 * @param deletions taking out
 * @param statuses what became of submissions
 * @param oldStatuses those that need not be kept
 * @param cases what administrators do and ask
 * @param directory credentials
 * @param administrators who may administer
 */
record Exchange(
    Storage storage,
    Knowledge knowledge,
    Feed feed,
    Submissions submissions,
    Deletions deletions,
    StatusLookup statuses,
    OldStatuses oldStatuses,
    Cases cases,
    Directory directory,
    StoredAdministrators administrators) {

  /** Opens the store and takes over what it has. */
  Future<Void> open() {
    return storage
        .open()
        .compose(opened -> knowledge.load())
        .compose(loaded -> feed.start())
        .compose(started -> oldStatuses.start());
  }
}
