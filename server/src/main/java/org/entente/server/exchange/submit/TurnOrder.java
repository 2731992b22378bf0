// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.entente.stix.Reference;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;

/**
 * The order in which the objects of a submission are committed: what is referred to comes first,
 * and what refers to each other comes together, so that nothing is shown before what it depends on
 * is known.
 */
final class TurnOrder {
  private static final int NONE = -1;

  private final List<StixObject> objects;
  private final Map<StixId, Integer> lasts = new HashMap<>();
  private final int[] before;
  private final int[] number;
  private final int[] low;
  private final boolean[] open;
  private final Deque<Integer> stack = new ArrayDeque<>();
  private final List<List<Integer>> groups = new ArrayList<>();
  private int count;

  private TurnOrder(List<StixObject> objects) {
    this.objects = objects;
    number = new int[objects.size()];
    low = new int[objects.size()];
    open = new boolean[objects.size()];
    before = new int[objects.size()];
    for (int i = 0; i < objects.size(); i++) {
      Integer former = lasts.put(objects.get(i).id(), i);
      before[i] = former == null ? NONE : former;
    }
  }

  /**
   * Cuts objects into turns.
   *
   * @param objects in the order of the envelope
   * @param size how many a turn has, more only where objects refer to each other
   * @return places in the list, turn by turn
   */
  static List<List<Integer>> of(List<StixObject> objects, int size) {
    TurnOrder order = new TurnOrder(objects);
    for (int i = 0; i < objects.size(); i++) {
      if (order.number[i] == 0) {
        order.walk(i);
      }
    }
    List<List<Integer>> turns = new ArrayList<>();
    List<Integer> turn = new ArrayList<>();
    for (List<Integer> group : order.groups) {
      turn.addAll(group);
      if (turn.size() >= size) {
        turns.add(turn);
        turn = new ArrayList<>();
      }
    }
    if (!turn.isEmpty()) {
      turns.add(turn);
    }
    return turns;
  }

  /** Tarjan's strongly connected components, without recursion: objects can be chained at will. */
  private void walk(int start) {
    Deque<Step> path = new ArrayDeque<>();
    path.push(enter(start));
    while (!path.isEmpty()) {
      Step step = path.peek();
      if (step.next.hasNext()) {
        int target = step.next.next();
        if (number[target] == 0) {
          path.push(enter(target));
        } else if (open[target]) {
          low[step.place] = Math.min(low[step.place], number[target]);
        }
        continue;
      }
      path.pop();
      if (!path.isEmpty()) {
        low[path.peek().place] = Math.min(low[path.peek().place], low[step.place]);
      }
      if (low[step.place] == number[step.place]) {
        groups.add(group(step.place));
      }
    }
  }

  private record Step(int place, Iterator<Integer> next) {}

  private Step enter(int place) {
    number[place] = ++count;
    low[place] = count;
    open[place] = true;
    stack.push(place);
    List<Integer> targets = new ArrayList<>();
    // Versions of one id stay in the order in which they were sent: each leads to the one before,
    // so that a reference to the last leads to all, however many they are.
    if (before[place] != NONE) {
      targets.add(before[place]);
    }
    for (Reference reference : objects.get(place).references()) {
      Integer last = lasts.get(reference.target());
      if (last != null) {
        targets.add(last);
      }
    }
    return new Step(place, targets.iterator());
  }

  private List<Integer> group(int root) {
    List<Integer> group = new ArrayList<>();
    int place;
    do {
      place = stack.pop();
      open[place] = false;
      group.add(place);
    } while (place != root);
    group.sort(null);
    return group;
  }
}
