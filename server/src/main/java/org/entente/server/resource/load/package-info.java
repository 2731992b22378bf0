// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** From YAML and JSON to resources: read, checked against the published schemas, bound. */
@org.jspecify.annotations.NullMarked
package org.entente.server.resource.load;
