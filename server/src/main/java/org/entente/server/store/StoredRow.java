// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

/**
 * From its position on, a version is there for the readers of a class.
 *
 * @param collection the collection's id
 * @param n numbers the collection's rows from 1 in order of position
 * @param position microseconds since the epoch
 * @param vid the version
 * @param audience the class, by number
 * @param form the class in canonical form
 * @param head whether the version is the latest of its id and owner in the collection
 * @param shared whether its id and version stand in more than one row of the collection
 */
public record StoredRow(
    String collection,
    long n,
    long position,
    long vid,
    int audience,
    String form,
    boolean head,
    boolean shared) {}
