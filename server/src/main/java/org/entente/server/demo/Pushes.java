// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.demo;

import io.vertx.core.Future;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.connector.DiskLane;
import org.entente.connector.Progress;
import org.entente.connector.taxii.ClientSecret;
import org.entente.connector.taxii.CollectionUrl;
import org.entente.connector.taxii.TaxiiAuth;
import org.entente.connector.taxii.TaxiiClient;
import org.entente.connector.taxii.TaxiiOptions;
import org.entente.connector.taxii.TaxiiRuntime;
import org.entente.connector.taxii.push.Push;
import org.entente.connector.taxii.push.PushRequest;
import org.entente.connector.taxii.push.PushResult;

/** Pushes the sample as its members would: by TAXII over HTTP, each with its own credential. */
final class Pushes {
  private static final int BATCH = 1000;

  private final TaxiiRuntime runtime;
  private final String base;
  private final Map<String, String> secrets;
  private final Sample sample;
  private final Path folder;

  /**
   * Prepares.
   *
   * @param base the partners' listener, without slash at the end
   * @param secrets by credential
   * @param folder where the envelopes are put for a moment
   */
  Pushes(
      TaxiiRuntime runtime, String base, Map<String, String> secrets, Sample sample, Path folder) {
    this.runtime = runtime;
    this.base = base;
    this.secrets = secrets;
    this.sample = sample;
    this.folder = folder;
  }

  /** Pushes everything, in order; how many objects are there. */
  Future<Long> run() {
    DiskLane disk = new DiskLane(runtime.vertx(), "demo-files");
    Future<Long> pushed = Future.succeededFuture(0L);
    for (Sample.Pushed push : sample.pushes()) {
      pushed = pushed.compose(sum -> push(disk, push).map(count -> sum + count));
    }
    return pushed.eventually(disk::close);
  }

  private Future<Long> push(DiskLane disk, Sample.Pushed push) {
    Path file = folder.resolve(push.file());
    CollectionUrl collection = CollectionUrl.parse(base + collectionPath(push.collection()));
    TaxiiClient client =
        TaxiiClient.open(
            runtime, TaxiiOptions.of("entente-demo"), URI.create(base), auth(push.credential()));
    Progress progress =
        new Progress(new PrintWriter(PrintWriter.nullWriter()), runtime.clock(), false, "pushed");
    return disk.run(() -> Files.write(file, sample.envelope(push)))
        .compose(
            written ->
                new Push(client, disk, InputStream.nullInputStream(), progress, answer -> {})
                    .run(
                        new PushRequest(
                            collection, List.of(file.toString()), BATCH, push.policies(), false)))
        .compose(result -> whole(push, result))
        .eventually(() -> disk.run(() -> Files.deleteIfExists(file)))
        .eventually(client::close);
  }

  private TaxiiAuth auth(String credential) {
    String secret = secrets.get(credential);
    if (secret == null) {
      throw new DemoException("the community has no credential `" + credential + "`");
    }
    return new TaxiiAuth.Basic(credential, ClientSecret.of(secret));
  }

  private static Future<Long> whole(Sample.Pushed push, PushResult result) {
    return result.failure() == 0
        ? Future.succeededFuture(result.success())
        : Future.failedFuture(
            new DemoException("`" + push.file() + "` was refused: " + result.failures()));
  }

  /** The path of a collection that is named by root and alias. */
  static String collectionPath(String collection) {
    return "/" + collection.replaceFirst("/", "/collections/") + "/";
  }
}
