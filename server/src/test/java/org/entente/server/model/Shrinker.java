// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.server.model.Broken.Promise;
import org.entente.server.resource.Document;

/** Makes a history that breaks a promise as short as it will go. */
final class Shrinker {
  private final Function<Instant, Exchange> opening;
  private final Promise promise;
  private int runs;
  private List<Step> steps;

  private Shrinker(
      List<Step> steps, Promise promise, Function<Instant, Exchange> opening, int runs) {
    this.steps = steps;
    this.promise = promise;
    this.opening = opening;
    this.runs = runs;
  }

  /**
   * Leaves out what can be left out.
   *
   * @param steps a history that breaks the promise
   * @param runs how often it may be tried
   * @return a shorter one that breaks it too
   */
  static List<Step> shrink(
      List<Step> steps, Promise promise, Function<Instant, Exchange> opening, int runs) {
    Shrinker shrinker = new Shrinker(List.copyOf(steps), promise, opening, runs);
    shrinker.chunks();
    shrinker.within();
    shrinker.chunks();
    return shrinker.steps;
  }

  private boolean breaks(List<Step> fewer) {
    if (runs <= 0) {
      return false;
    }
    runs--;
    Optional<Broken> broken = Trial.run(fewer, opening, new Tally());
    return broken.isPresent() && broken.get().promise() == promise;
  }

  private void chunks() {
    for (int size = Math.max(1, steps.size() / 2); ; size /= 2) {
      for (int from = steps.size() - size; from >= 0; from -= size) {
        List<Step> fewer = new ArrayList<>(steps.subList(0, from));
        fewer.addAll(steps.subList(Math.min(from + size, steps.size()), steps.size()));
        if (breaks(fewer)) {
          steps = fewer;
        }
      }
      if (size <= 1) {
        return;
      }
    }
  }

  /** Leaves out objects of a push, documents of a change, ids of an inspection. */
  private void within() {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      int parts = parts(step);
      for (int part = parts - 1; part >= 0 && parts(steps.get(i)) > 1; part--) {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.set(i, without(steps.get(i), part));
        if (breaks(fewer)) {
          steps = fewer;
        }
      }
    }
  }

  private static int parts(Step step) {
    if (step instanceof Step.Push push) {
      return push.objects().size();
    } else if (step instanceof Step.Apply apply) {
      return apply.documents().size();
    }
    return step instanceof Step.Inspect inspect ? inspect.ids().size() : 0;
  }

  private static Step without(Step step, int part) {
    if (step instanceof Step.Push push) {
      List<String> objects = new ArrayList<>(push.objects());
      objects.remove(part);
      return new Step.Push(push.credential(), push.collection(), push.policies(), objects);
    } else if (step instanceof Step.Apply apply) {
      List<Document> documents = new ArrayList<>(apply.documents());
      documents.remove(part);
      return new Step.Apply(documents);
    }
    Step.Inspect inspect = (Step.Inspect) step;
    List<String> ids = new ArrayList<>(inspect.ids());
    ids.remove(part);
    return new Step.Inspect(inspect.credential(), inspect.collection(), new LinkedHashSet<>(ids));
  }

  /** The steps, one a line. */
  static String lines(List<Step> steps) {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Step.Apply apply) {
        text.append("\n  apply");
        apply.documents().forEach(document -> text.append("\n    ").append(document.json()));
      } else if (step instanceof Step.Push push) {
        text.append("\n  push ").append(push.credential()).append(" to ").append(push.collection());
        text.append(" ").append(push.policies());
        push.objects().forEach(object -> text.append("\n    ").append(object));
      } else {
        text.append("\n  ").append(step);
      }
    }
    return text.toString();
  }
}
