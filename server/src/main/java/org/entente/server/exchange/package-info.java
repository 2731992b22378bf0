/** The use cases of the exchange: submitting, reading, administering and explaining. */
@org.jspecify.annotations.NullMarked
package org.entente.server.exchange;
