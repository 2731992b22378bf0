// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.server.exchange.ApplyResult;
import org.entente.server.exchange.state.Snapshot;
import org.entente.server.policy.Community;
import org.entente.server.policy.Reader;

/** Who gains and who loses sight of how many objects by a change of rules. */
final class Sights {
  private final Snapshot now;
  private final Map<String, Map<Integer, Long>> heads;

  Sights(Snapshot now, Map<String, Map<Integer, Long>> heads) {
    this.now = now;
    this.heads = heads;
  }

  List<ApplyResult.Sight> between(Community before, Community after) {
    TreeSet<String> credentials = new TreeSet<>();
    before.credentials().forEach(credential -> credentials.add(credential.id()));
    after.credentials().forEach(credential -> credentials.add(credential.id()));
    List<ApplyResult.Sight> sights = new ArrayList<>();
    for (String credential : credentials) {
      BitSet had = classes(before, credential);
      BitSet has = classes(after, credential);
      if (!had.equals(has)) {
        compare(credential, had, has, sights);
      }
    }
    return sights;
  }

  private void compare(String credential, BitSet had, BitSet has, List<ApplyResult.Sight> sights) {
    new TreeMap<>(heads)
        .forEach(
            (collection, counts) -> {
              long gains = 0;
              long loses = 0;
              for (Map.Entry<Integer, Long> count : counts.entrySet()) {
                boolean then = had.get(count.getKey());
                boolean later = has.get(count.getKey());
                gains += later && !then ? count.getValue() : 0;
                loses += then && !later ? count.getValue() : 0;
              }
              if (gains + loses > 0) {
                sights.add(new ApplyResult.Sight(credential, collection, gains, loses));
              }
            });
  }

  private BitSet classes(Community community, String credential) {
    BitSet classes = new BitSet();
    Optional<Reader> reader = community.reader(credential);
    for (int number = 1; reader.isPresent() && number <= now.classes().size(); number++) {
      if (now.audience(number).permits(reader.get(), community)) {
        classes.set(number);
      }
    }
    return classes;
  }
}
