// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.entente.server.store.AuditChain;
import org.entente.server.store.AuditRecord;

/** Follows the audit chain record by record, and says where it does not hold. */
public final class ChainCheck {
  private static final int MOST = 100;

  private final Map<Long, List<SignedHead>> heads = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private byte[] last = AuditChain.start();
  private long number;

  /** A check that also asks whether the chain goes through heads that were kept. */
  public ChainCheck(List<SignedHead> kept) {
    for (SignedHead head : kept) {
      heads.computeIfAbsent(head.number(), at -> new ArrayList<>()).add(head);
      if (!HeadKey.signed(head)) {
        fault("the head of record " + head.number() + " has no valid signature");
      }
    }
    if (kept.stream().map(SignedHead::key).distinct().count() > 1) {
      fault("the heads are not all signed by one key");
    }
    compare();
  }

  /** The next record. */
  public void next(AuditRecord record) {
    if (record.seq() != number + 1) {
      fault("after record " + number + " comes record " + record.seq());
    } else if (!AuditChain.follows(last, record)) {
      fault("record " + record.seq() + " is not what was written");
    }
    number = record.seq();
    last = record.hash();
    compare();
  }

  private void compare() {
    String hash = HexFormat.of().formatHex(last);
    for (SignedHead head : heads.getOrDefault(number, List.of())) {
      if (!head.hash().equals(hash)) {
        fault("record " + number + " is not the one that was signed " + head.signed());
      }
    }
    heads.remove(number);
  }

  private void fault(String sentence) {
    if (faults.size() < MOST) {
      faults.add(sentence);
    }
  }

  /** How many records there were, to be asked at the end. */
  public long records() {
    return number;
  }

  /** What does not hold, sentences; to be asked at the end. */
  public List<String> faults() {
    List<String> all = new ArrayList<>(faults);
    heads.keySet().stream()
        .sorted()
        .forEach(at -> all.add("the chain ends at record " + number + ", a head has seen " + at));
    return List.copyOf(all);
  }
}
