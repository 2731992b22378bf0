// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.entente.stix.StixId;
import org.slf4j.event.Level;

/**
 * Everything that an operator may set. Sizes are bytes; {@code config/entente.yaml} says what each
 * key means.
 *
 * @param storage where things are kept and how long
 * @param network how the exchange is reached
 * @param protocol what it says over TAXII
 * @param bounds how much anybody may send or ask for
 * @param log how it logs
 * @param feeds what connectors need
 */
public record Config(
    Storage storage, Network network, Protocol protocol, Bounds bounds, Log log, Feeds feeds) {

  /**
   * Where things are kept and how long.
   *
   * @param uri {@code store.uri}
   * @param statuses {@code status.keep}: how long a finished status can be read
   * @param ledger {@code ledger.keep}: how long who received what can be asked
   */
  public record Storage(StoreUri uri, Duration statuses, Duration ledger) {}

  /**
   * How the exchange is reached.
   *
   * @param listen the two listeners
   * @param publicUrl {@code public_url}: what clients know it by, without a slash at its end
   * @param trustedProxies {@code trusted_proxies}: whose word on the client's address counts
   * @param tls certificates
   */
  public record Network(
      Listen listen, Optional<URI> publicUrl, List<AddressRange> trustedProxies, Tls tls) {}

  /**
   * The two listeners.
   *
   * @param partners {@code listen.partners}
   * @param management {@code listen.management}
   * @param plain {@code listen.plain}: HTTP without TLS
   */
  public record Listen(HostPort partners, HostPort management, boolean plain) {}

  /**
   * Certificates, as PEM files that are read again when they change.
   *
   * @param certificate {@code tls.certificate}, present with {@code key} or not at all
   * @param key {@code tls.key}
   * @param clientCa {@code tls.client_ca}: who issues the members' client certificates
   * @param names {@code tls.names}: further names of the certificate that the exchange makes
   */
  public record Tls(
      Optional<Path> certificate,
      Optional<Path> key,
      Optional<Path> clientCa,
      List<String> names) {}

  /**
   * What is said over TAXII.
   *
   * @param apiRoots {@code api_roots}, at least one
   * @param anonymous {@code auth.anonymous}
   * @param taxii the protocol's choices
   * @param hub who runs the exchange
   */
  public record Protocol(List<ApiRoot> apiRoots, boolean anonymous, Taxii taxii, Hub hub) {}

  /**
   * An API root (TAXII 2.1 §4.2).
   *
   * @param path its one path segment
   * @param title its title
   * @param description its description
   * @param maxContentLength the largest body in bytes, included
   */
  public record ApiRoot(
      String path, String title, Optional<String> description, long maxContentLength) {}

  /**
   * The protocol's choices.
   *
   * @param strict {@code taxii.strict}: what TAXII leaves open is refused
   * @param pageDefault {@code taxii.page_default}: objects of a page when no limit is asked for
   * @param pageMax {@code taxii.page_max}: the most objects of a page
   * @param emptyObjects {@code taxii.empty_objects}
   */
  public record Taxii(boolean strict, int pageDefault, int pageMax, EmptyObjects emptyObjects) {}

  /** How an envelope without objects is written. */
  public enum EmptyObjects {
    /** Without the property, as TAXII has it. */
    OMIT,
    /** With an empty list, for clients that index it unguarded. */
    LIST
  }

  /**
   * Who runs the exchange.
   *
   * @param name {@code hub.name}: the discovery's title
   * @param contact {@code hub.contact}: the discovery's contact
   * @param identity {@code hub.identity}: the STIX identity of what the exchange itself creates
   * @param namespace {@code hub.namespace}: what the ids of such objects are derived in
   */
  public record Hub(
      String name, Optional<String> contact, Optional<StixId> identity, Optional<UUID> namespace) {}

  /**
   * How much anybody may send or ask for.
   *
   * @param input bounds on what is sent
   * @param output bounds on what is read
   * @param rate bounds on how often
   */
  public record Bounds(Input input, Output output, Rate rate) {}

  /**
   * Bounds on what is sent; all included.
   *
   * @param object {@code limits.object}: bytes of one object
   * @param envelope {@code limits.envelope}: bytes of a body where an API root says nothing else
   * @param objects {@code limits.objects}: objects of one body
   * @param depth {@code limits.depth}: how deep an object nests
   */
  public record Input(int object, long envelope, int objects, int depth) {}

  /**
   * Bounds on what is read; all included.
   *
   * @param pageBytes {@code limits.page_bytes}: where a page ends if it is not its only object
   * @param unsentBytes {@code limits.unsent_bytes}: what all connections have not yet taken
   * @param connections {@code limits.connections}: open at once, on each listener
   */
  public record Output(long pageBytes, long unsentBytes, int connections) {}

  /**
   * Bounds on how often, each per minute; empty is none.
   *
   * @param requests {@code rate.requests} of a credential
   * @param bytes {@code rate.bytes} that a credential sends
   * @param objects {@code rate.objects} that a credential sends or reads
   * @param failedLogins {@code rate.failed_logins} of an address
   */
  public record Rate(
      OptionalLong requests, OptionalLong bytes, OptionalLong objects, int failedLogins) {}

  /**
   * How the exchange logs.
   *
   * @param format {@code log.format}
   * @param level {@code log.level}
   */
  public record Log(Format format, Level level) {
    /** How a line of the log is written. */
    public enum Format {
      /** For people. */
      TEXT,
      /** One JSON object a line, for machines. */
      JSON
    }
  }

  /**
   * What connectors need.
   *
   * @param secrets {@code secrets}: by the names that feed definitions use
   * @param folders {@code feeds}: further folders with feed definitions
   * @param extensions {@code extensions}: JSON Schemas by extension-definition
   */
  public record Feeds(
      Map<String, Secret> secrets, List<Path> folders, Map<StixId, Path> extensions) {}
}
