// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

import java.util.List;
import java.util.Optional;

/**
 * A type of object, a predefined extension or a part of objects.
 *
 * @param name its name
 * @param typeClass what it is
 * @param section where the standard has it
 * @param of for an extension the type that it extends
 * @param contributing for an SCO the properties that contribute to its id (§2.9), maybe none
 * @param rule for what is required of the type
 * @param properties all of its properties in the order of the standard, common ones first
 * @param conditions what must hold between the properties
 */
public record StixType(
    String name,
    TypeClass typeClass,
    String section,
    Optional<String> of,
    List<String> contributing,
    StixRule rule,
    List<Property> properties,
    List<Condition> conditions) {

  /** The property of that name. */
  public Optional<Property> property(String property) {
    return properties.stream().filter(each -> each.name().equals(property)).findFirst();
  }
}
