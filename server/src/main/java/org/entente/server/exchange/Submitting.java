// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import java.util.List;
import org.entente.server.auth.Principal;

/** Takes objects into a collection. */
public interface Submitting {
  /**
   * Begins a submission; nothing of the body has been read.
   *
   * @param principal who pushes
   * @param collection where to; it may write there
   * @param policies ids of release policies of the sender's own, perhaps none
   * @param info what else is known
   * @return where the body goes, or a {@link SubmissionFailure}
   */
  Future<Sink> begin(
      Principal principal, CollectionView collection, List<String> policies, SubmissionInfo info);
}
