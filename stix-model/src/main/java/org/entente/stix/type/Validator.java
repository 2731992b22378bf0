// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayList;
import java.util.List;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.ObjectReader;
import org.entente.stix.json.Problem;
import org.entente.stix.json.ReadResult;

/**
 * Reads objects and holds them against STIX 2.1 in the same pass. For one thread, and for one
 * submission, as {@link ObjectReader} is.
 */
public final class Validator {
  private final ObjectReader reader;
  private final Findings findings;
  private final Known known = new Known();
  private final ObjectCheck check;
  private final Selectors selectors;
  private final DeterministicIds ids;

  /**
   * Makes a validator.
   *
   * @param limits what an object may take
   * @param profile how strict it is
   */
  public Validator(ObjectLimits limits, Profile profile) {
    reader = new ObjectReader(limits);
    findings = new Findings(profile);
    Place place = new Place(findings);
    check = new ObjectCheck(place, known, new Whole(place, known));
    selectors = new Selectors(new ObjectReader(limits), place, known);
    ids = new DeterministicIds(place, known);
  }

  /**
   * Reads and checks an object.
   *
   * @param bytes the object as sent; kept in the facts
   */
  public Checked check(byte[] bytes) {
    findings.clear();
    ReadResult read = reader.read(bytes, check);
    if (read instanceof ReadResult.Refused refused) {
      return new Checked(read, with(findings.list(), refused.problems()), List.of());
    }
    selectors.check(bytes);
    ids.check(bytes);
    return new Checked(read, findings.list(), List.copyOf(known.definitions()));
  }

  /** What cannot be stored is an error, whether or not the profile would let it pass. */
  static List<Finding> with(List<Finding> found, List<Problem> problems) {
    List<Finding> all = new ArrayList<>(found);
    for (Problem problem : problems) {
      boolean there = false;
      for (int i = 0; i < all.size() && !there; i++) {
        if (isAbout(all.get(i), problem)) {
          all.set(i, all.get(i).at(Level.ERROR));
          there = true;
        }
      }
      if (!there) {
        all.add(StorageRules.finding(problem));
      }
    }
    return List.copyOf(all);
  }

  private static boolean isAbout(Finding finding, Problem problem) {
    return finding.pointer().equals(problem.pointer())
        && (!problem.pointer().isEmpty() || finding.property().equals(problem.property()));
  }
}
