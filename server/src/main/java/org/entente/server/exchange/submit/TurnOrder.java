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
import org.entente.stix.StixId;

/**
 * The order in which the objects of a submission are committed: what is referred to comes first,
 * and what refers to each other comes together, so that nothing is shown before what it depends on
 * is known.
 */
final class TurnOrder {
  private static final int NONE = -1;

  private final List<Outline> objects;
  private final Map<StixId, Integer> lasts = new HashMap<>();
  private final int[] before;
  private final int[] number;
  private final int[] low;
  private final boolean[] open;
  private final Deque<Integer> stack = new ArrayDeque<>();
  private final List<List<Outline>> turns = new ArrayList<>();
  private final int size;
  private List<Outline> turn = new ArrayList<>();
  private int count;

  private TurnOrder(List<Outline> objects, int size) {
    this.objects = objects;
    this.size = size;
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
   * @return all of them, turn by turn
   */
  static List<List<Outline>> of(List<Outline> objects, int size) {
    TurnOrder order = new TurnOrder(objects, size);
    for (int i = 0; i < objects.size(); i++) {
      if (order.number[i] == 0) {
        order.walk(i);
      }
    }
    if (!order.turn.isEmpty()) {
      order.turns.add(order.turn);
    }
    return order.turns;
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
        take(step.place);
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
    for (StixId target : objects.get(place).targets()) {
      Integer last = lasts.get(target);
      if (last != null) {
        targets.add(last);
      }
    }
    return new Step(place, targets.iterator());
  }

  /** What refers to each other goes into one turn, in the order of the envelope. */
  private void take(int root) {
    List<Integer> group = new ArrayList<>();
    int place;
    do {
      place = stack.pop();
      open[place] = false;
      group.add(place);
    } while (place != root);
    group.sort(null);
    group.forEach(member -> turn.add(objects.get(member)));
    if (turn.size() >= size) {
      turns.add(turn);
      turn = new ArrayList<>();
    }
  }
}
