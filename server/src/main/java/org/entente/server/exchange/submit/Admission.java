// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.List;
import java.util.function.Function;
import org.entente.server.exchange.Preview;
import org.entente.server.exchange.SubmissionFailure;
import org.entente.server.exchange.decide.Incoming;
import org.entente.server.exchange.extension.Extensions;
import org.entente.server.resource.Collection;
import org.entente.server.taxii.StatusDetail;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.Limits;
import org.entente.stix.json.SplitResult;

/**
 * A whole body, checked object by object as a submission would be.
 *
 * @param objects those that may be decided
 * @param refused by place in the envelope, those that are refused already; null elsewhere
 */
public record Admission(List<Incoming> objects, Preview[] refused) {
  /**
   * Reads a body.
   *
   * @param collection where it would go
   * @param body an envelope, a bundle or one object
   * @param extensions those of STIX that are known here
   * @throws SubmissionFailure when the body cannot be taken at all
   */
  public static Admission of(Collection collection, byte[] body, Extensions extensions) {
    Held held = new Held();
    Candidates candidates =
        Candidates.whole(Limits.DEFAULT.object(), collection, extensions, held::add);
    EnvelopeSplitter splitter = new EnvelopeSplitter(Limits.DEFAULT, candidates);
    SplitResult end =
        splitter
            .feed(body, 0, body.length)
            .<SplitResult>map(Function.identity())
            .orElseGet(splitter::end);
    if (end instanceof SplitResult.Failure failure) {
      throw Submission.refusal(failure);
    }
    if (candidates.count() == 0) {
      throw new SubmissionFailure(
          SubmissionFailure.Kind.NOT_AN_ENVELOPE, "the body is no envelope");
    }
    Tally tally = new Tally("", 0, candidates.count());
    List<Incoming> objects = held.of(candidates.admit(tally));
    Preview[] refused = new Preview[candidates.count()];
    for (int i = 0; i < refused.length; i++) {
      if (!tally.isPending(i)) {
        StatusDetail detail = tally.detail(i);
        refused[i] = new Preview(detail.id(), detail.version(), detail.message(), List.of());
      }
    }
    return new Admission(objects, refused);
  }
}
