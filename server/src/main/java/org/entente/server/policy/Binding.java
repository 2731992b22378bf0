// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

/**
 * Where an object stands among the policies that are bound to more than itself. They are looked up
 * when a class is evaluated, so that changing them rewrites nothing.
 *
 * @param credential who pushed; its member is the owner of the policies
 * @param collection into which collection, by id
 * @param type what type of object
 */
public record Binding(String credential, String collection, String type) {
  /** The member whose policies count. */
  public String member() {
    return credential.substring(0, credential.indexOf('/'));
  }

  String form() {
    return credential + ' ' + collection + ' ' + type;
  }
}
