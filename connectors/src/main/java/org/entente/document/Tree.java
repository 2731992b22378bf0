// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One document as it was read.
 *
 * @param place where it stands
 * @param node its content
 */
public record Tree(Place place, JsonNode node) {}
