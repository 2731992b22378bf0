// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.util.Optional;

/**
 * What became of one object of a submission (TAXII 2.1 §4.3.1).
 *
 * @param id the STIX id as sent, or {@code unidentified}
 * @param version the version as sent
 * @param message why it failed, or what the sender should know
 */
public record StatusDetail(String id, String version, Optional<String> message) {}
