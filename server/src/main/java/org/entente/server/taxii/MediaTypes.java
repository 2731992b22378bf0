// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

/** The media types of the protocol, byte for byte as this server sends them. */
public final class MediaTypes {
  /** TAXII 2.1, the type of every answer (TAXII 2.1 §3.1). */
  public static final String TAXII = "application/taxii+json;version=2.1";

  /** STIX 2.1, the type of every object. */
  public static final String STIX = "application/stix+json;version=2.1";

  private MediaTypes() {}
}
