// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.util.List;
import java.util.Optional;

/**
 * What would become of an object that is pushed.
 *
 * @param id as sent, or {@code unidentified}
 * @param version as sent or derived
 * @param failure why it would be refused; absent when it would be stored
 * @param groups who would see it; empty when it would be refused
 */
public record Preview(
    String id, String version, Optional<String> failure, List<WhoSees.Group> groups) {}
