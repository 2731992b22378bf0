// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import java.util.BitSet;
import org.entente.server.taxii.ObjectQuery;

/**
 * What makes two pages the same: readers with equal classes share one.
 *
 * @param collection the collection's id
 * @param classes interned: compared by identity
 * @param from the reader's lowest position
 * @param after the position before the page
 * @param query the filters and the limit
 * @param content whether the page has the objects' bytes
 */
record PageKey(
    String collection,
    Identity classes,
    long from,
    long after,
    ObjectQuery query,
    boolean content) {

  /** A set of classes, compared by identity. */
  record Identity(BitSet classes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Identity that && that.classes == classes;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(classes);
    }
  }
}
