// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.server.policy.AudienceClass;

/** Audience classes by their canonical form, each parsed and written once. */
public final class ClassForms {
  private final Map<String, AudienceClass> byForm = new ConcurrentHashMap<>();
  private final Map<AudienceClass, String> written = new ConcurrentHashMap<>();

  /** The class of a form. */
  public AudienceClass of(String form) {
    return byForm.computeIfAbsent(form, AudienceClass::parse);
  }

  /** The form of a class, written once. */
  String form(AudienceClass audience) {
    return written.computeIfAbsent(audience, AudienceClass::form);
  }
}
