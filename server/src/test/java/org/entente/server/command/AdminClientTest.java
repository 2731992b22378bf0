// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.server.admin.AdminServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminClientTest {
  @TempDir Path folder;

  private static CommandRun list(String... arguments) {
    List<String> all = new ArrayList<>(List.of("credential", "list"));
    all.addAll(List.of(arguments));
    return CommandRun.of("", false, all);
  }

  private Path token(String token) throws Exception {
    return Files.writeString(folder.resolve("token"), token);
  }

  /** A key store with a certificate for a name that nobody calls, and the certificate in PEM. */
  private HttpServerOptions tls(String alias) throws Exception {
    Path store = folder.resolve(alias + ".p12");
    String common = "-storetype PKCS12 -storepass changeit -alias " + alias;
    keytool("-genkeypair -keyalg EC -dname CN=" + alias + " -keystore " + store + " " + common);
    keytool(
        "-exportcert -rfc -file "
            + folder.resolve(alias + ".pem")
            + " -keystore "
            + store
            + " "
            + common);
    return new HttpServerOptions()
        .setSsl(true)
        .setKeyCertOptions(new PfxOptions().setPath(store.toString()).setPassword("changeit"));
  }

  private static void keytool(String arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }

  private Path data(AdminServer server, String certificate) throws Exception {
    AdminFiles files = new AdminFiles(Files.createDirectories(folder.resolve("data")));
    Files.writeString(files.url(), server.uri("/").toString());
    Files.writeString(files.token(), "first");
    Files.copy(folder.resolve(certificate + ".pem"), files.certificate());
    return files.data();
  }

  @Test
  void client_withThePinnedCertificate_needsNoName() throws Exception {
    try (AdminServer server = new AdminServer(tls("ours"))) {
      CommandRun run = list("--data", data(server, "ours").toString());

      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void client_withAnotherCertificate_sendsNoToken() throws Exception {
    tls("ours");
    try (AdminServer server = new AdminServer(tls("theirs"))) {
      CommandRun run = list("--data", data(server, "ours").toString());

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("another certificate");
      assertThat(server.exchange.asked).isEmpty();
    }
  }

  @Test
  void client_withAnAuthority_needsTheRightName() throws Exception {
    try (AdminServer server = new AdminServer(tls("ours"))) {
      CommandRun run =
          list(
              "--admin",
              server.uri("/").toString(),
              "--token-file",
              token("first").toString(),
              "--ca",
              folder.resolve("ours.pem").toString());

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).startsWith("entente credential list: cannot reach https://127.0.0.1:");
      assertThat(server.exchange.asked).isEmpty();
    }
  }

  @Test
  void client_overPlainHttpToElsewhere_isRefused() throws Exception {
    CommandRun run =
        list("--admin", "http://192.0.2.1:8444/", "--token-file", token("first").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("a token is not sent in the clear; use https");
  }

  @Test
  void client_withAWrongToken_saysWhy() throws Exception {
    try (AdminServer server = new AdminServer()) {
      CommandRun run =
          list("--admin", server.uri("/").toString(), "--token-file", token("wrong").toString());

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err())
          .isEqualTo("entente credential list: an administrator's token is needed\n");
    }
  }

  @Test
  void client_withoutAServer_saysWhere() throws Exception {
    String url;
    try (AdminServer server = new AdminServer()) {
      url = server.uri("/").toString();
    }

    CommandRun run = list("--admin", url, "--token-file", token("first").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("cannot reach " + url + ": connection refused; is `serve` running there?");
  }

  @Test
  void client_onADataFolderWithoutServer_saysSo() {
    CommandRun run = list("--data", folder.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no server runs on");
  }

  @Test
  void client_toldNothing_isWrongUse() throws Exception {
    assertThat(list().code()).isEqualTo(2);
    assertThat(list("--admin", "https://127.0.0.1:1/").code()).isEqualTo(2);
    assertThat(list("--data", "x", "--admin", "https://127.0.0.1:1/", "--token-file", "y").code())
        .isEqualTo(2);
  }
}
