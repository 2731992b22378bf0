// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

/**
 * What the server has to say of an object that it took.
 *
 * @param id as sent
 * @param message what is amiss
 */
public record PushWarning(String id, String message) {}
