// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.SuppressForbidden;
import org.entente.server.store.AuditChain;
import org.entente.server.store.AuditEntry;
import org.entente.server.store.AuditRecord;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final long POSITION = 1_780_315_200_000_000L;

  private final HeadKey key = key();
  private final List<AuditRecord> chain = chain("apply", "issue-secret", "revoke-secret");

  @SuppressForbidden("nothing here depends on which key it is")
  static HeadKey key() {
    return HeadKey.of(HeadKey.create(new SecureRandom()));
  }

  private static List<AuditRecord> chain(String... actions) {
    List<AuditRecord> records = new ArrayList<>();
    byte[] last = AuditChain.start();
    for (String action : actions) {
      long number = records.size() + 1L;
      AuditEntry entry = new AuditEntry("ana", action, "acme/soc", "{\"key\":\"k" + number + "\"}");
      last = AuditChain.next(last, number, POSITION + number, entry);
      records.add(new AuditRecord(number, POSITION + number, entry, last));
    }
    return records;
  }

  private static List<String> faults(List<AuditRecord> records, SignedHead... heads) {
    ChainCheck check = new ChainCheck(List.of(heads));
    records.forEach(check::next);
    return check.faults();
  }

  private SignedHead head(int records) {
    return key.sign(records == 0 ? Optional.empty() : Optional.of(chain.get(records - 1)), NOW);
  }

  @Test
  void check_ofWhatWasWritten_findsNothing() {
    assertThat(faults(chain, head(0), head(2), head(3))).isEmpty();
    assertThat(faults(List.of(), head(0))).isEmpty();
  }

  @Test
  void check_ofAChangedRecord_namesIt() {
    AuditRecord second = chain.get(1);
    AuditEntry forged = new AuditEntry("bob", "issue-secret", "acme/soc", second.entry().detail());
    chain.set(1, new AuditRecord(2, second.position(), forged, second.hash()));

    assertThat(faults(chain)).containsExactly("record 2 is not what was written");
  }

  @Test
  void check_ofAChainWrittenAnew_missesTheHead() {
    SignedHead kept = head(2);

    assertThat(faults(chain("apply", "nothing", "revoke-secret"), kept))
        .containsExactly("record 2 is not the one that was signed 2026-06-01T12:00:00Z");
  }

  @Test
  void check_ofAChainCutOff_missesTheHead() {
    SignedHead kept = head(3);

    assertThat(faults(chain.subList(0, 2), kept))
        .containsExactly("the chain ends at record 2, a head has seen 3");
  }

  @Test
  void check_ofAGap_saysWhere() {
    chain.remove(1);

    assertThat(faults(chain)).containsExactly("after record 1 comes record 3");
  }

  @Test
  void check_ofAForgedHead_saysSo() {
    SignedHead kept = head(2);
    SignedHead forged =
        new SignedHead(1, kept.at(), kept.hash(), kept.signed(), kept.key(), kept.signature());

    assertThat(faults(chain, forged))
        .contains("the head of record 1 has no valid signature")
        .contains("record 1 is not the one that was signed 2026-06-01T12:00:00Z");
  }

  @Test
  void check_ofHeadsByDifferentKeys_saysSo() {
    SignedHead other = key().sign(Optional.of(chain.get(2)), NOW);

    assertThat(faults(chain, head(3), other))
        .containsExactly("the heads are not all signed by one key");
  }

  @Test
  void head_readBack_isTheSame() {
    SignedHead head = head(3);

    SignedHead read = SignedHead.parse(head.json().encodePrettily());

    assertThat(read).isEqualTo(head);
    assertThat(HeadKey.signed(read)).isTrue();
  }

  @Test
  void json_ofAChangedDetail_isTheTextThatIsThere() {
    AuditRecord first = chain.get(0);
    AuditEntry spaced = new AuditEntry("ana", "apply", "acme/soc", "{ \"key\":\"k1\"}");
    AuditRecord changed = new AuditRecord(1, first.position(), spaced, first.hash());

    AuditRecord read = AuditJson.parse(AuditJson.of(changed));

    assertThat(read.entry().detail()).isEqualTo("{ \"key\":\"k1\"}");
    assertThat(AuditJson.parse(AuditJson.of(first)).entry()).isEqualTo(first.entry());
  }
}
