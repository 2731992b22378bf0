// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.connector.taxii.ClientSecret;
import org.entente.connector.taxii.CollectionUrl;
import org.entente.connector.taxii.RetryPolicy;
import org.entente.connector.taxii.TaxiiAuth;
import org.entente.connector.taxii.TaxiiClient;
import org.entente.connector.taxii.TaxiiOptions;
import org.entente.connector.taxii.TaxiiOptions.Timeouts;
import org.entente.connector.taxii.TaxiiRuntime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of each command that speaks to a collection of some TAXII server. */
final class ClientOptions {
  @Option(
      names = "--url",
      required = true,
      paramLabel = "COLLECTION_URL",
      description = "https://host/root/collections/ID/")
  String url = "";

  @Option(
      names = "--user",
      paramLabel = "U",
      description = "The user of HTTP Basic; without it the secret is a bearer token.")
  @Nullable String user;

  @Option(
      names = "--secret-file",
      paramLabel = "F",
      description = "A file with the password or token, one line.")
  @Nullable Path secretFile;

  @Option(
      names = "--key-header",
      paramLabel = "NAME",
      description = "Send the secret in this header instead, for instance X-API-Key.")
  @Nullable String keyHeader;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "PEM with the authorities that the server's certificate is issued under.")
  @Nullable Path authorities;

  @Option(
      names = "--allow-plain-http",
      description = "Send the secret over plain HTTP, to other machines too.")
  boolean plainHttp;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "How long a server may stay silent (${DEFAULT-VALUE}).")
  Duration timeout = Timeouts.DEFAULT.silence();

  @Option(
      names = "--attempts",
      paramLabel = "N",
      description = "How often a request that fails for a passing reason is sent (6).")
  int attempts = RetryPolicy.DEFAULT.attempts();

  @Option(names = "--json", description = "Write the result as JSON, for machines.")
  boolean json;

  /**
   * The collection.
   *
   * @throws IllegalArgumentException if the URL is none of a collection
   */
  CollectionUrl collection() {
    return CollectionUrl.parse(url);
  }

  /**
   * A client for the collection's server.
   *
   * @throws IllegalArgumentException if the options do not go together
   * @throws IOException if the secret cannot be read
   */
  TaxiiClient client(Vertx vertx, ClientTools tools, Consumer<String> notices) throws IOException {
    if (attempts < 1 || attempts > 100 || timeout.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("--attempts is 1 to 100 and --timeout is above zero");
    }
    Timeouts standard = Timeouts.DEFAULT;
    TaxiiOptions options =
        TaxiiOptions.of("entente/" + tools.version())
            .with(
                new Timeouts(standard.connect(), timeout, standard.completion()),
                RetryPolicy.DEFAULT.withAttempts(attempts))
            .trusting(Optional.ofNullable(authorities), plainHttp);
    TaxiiRuntime runtime = new TaxiiRuntime(vertx, tools.clock(), tools.random(), notices);
    return TaxiiClient.open(runtime, options, collection().root(), auth());
  }

  private TaxiiAuth auth() throws IOException {
    if (secretFile == null) {
      if (user != null || keyHeader != null) {
        throw new IllegalArgumentException("--secret-file is missing");
      }
      return new TaxiiAuth.Anonymous();
    }
    ClientSecret secret = ClientSecret.ofFile(secretFile);
    if (keyHeader != null) {
      return new TaxiiAuth.ApiKey(keyHeader, secret);
    }
    return user != null ? new TaxiiAuth.Basic(user, secret) : new TaxiiAuth.Bearer(secret);
  }
}
