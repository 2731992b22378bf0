// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.entente.server.policy.AudienceClass;

/**
 * Audience classes by their canonical form, each parsed and written once while there is room:
 * pushes that are only rehearsed may lead to any number of classes that nobody keeps.
 */
public final class ClassForms {
  private static final long MOST = 32L << 20;

  /** About what a class takes beside its form. */
  private static final int MORE = 256;

  private final LoadingCache<String, AudienceClass> byForm;
  private final LoadingCache<AudienceClass, String> written;

  /** Room for the classes of a large exchange. */
  public ClassForms() {
    this(MOST);
  }

  /** Room for about so many characters of forms, each way. */
  ClassForms(long most) {
    byForm =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .executor(Runnable::run)
            .weigher((String form, AudienceClass audience) -> form.length() + MORE)
            .build(AudienceClass::parse);
    written =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .executor(Runnable::run)
            .weigher((AudienceClass audience, String form) -> form.length() + MORE)
            .build(AudienceClass::form);
  }

  /** The class of a form. */
  public AudienceClass of(String form) {
    return byForm.get(form);
  }

  /** The form of a class. */
  String form(AudienceClass audience) {
    return written.get(audience);
  }
}
