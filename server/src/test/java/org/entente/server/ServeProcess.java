// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line in a process of its own, with what it says. */
final class ServeProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready (\\S+)taxii2/ admin (\\S+)");

  private final Process process;
  private final BufferedReader out;
  private final Path err;
  private final List<String> said = new ArrayList<>();

  private ServeProcess(Process process, Path err) {
    this.process = process;
    this.out = process.inputReader();
    this.err = err;
  }

  /** Runs a command; its log goes to a file. */
  static ServeProcess run(Path err, List<String> jvm, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    return new ServeProcess(new ProcessBuilder(command).redirectError(err.toFile()).start(), err);
  }

  /** The addresses of the line that says that it is ready: partners, management. */
  List<URI> ready() throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return List.of(URI.create(ready.group(1)), URI.create(ready.group(2)));
      }
    }
    throw new IOException("it ended: " + err());
  }

  /** Waits for a line. */
  void until(Predicate<String> wanted) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (wanted.test(line)) {
        return;
      }
    }
    throw new IOException("it ended: " + err());
  }

  /** What it printed until it was ready. */
  List<String> said() {
    return said;
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  /** Everything that it prints until it ends. */
  String rest() throws IOException {
    StringBuilder rest = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      rest.append(line).append('\n');
    }
    return rest.toString();
  }

  /** Its exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(150, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not end");
    }
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a signal such as {@code INT}. */
  void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IllegalStateException("no signal was sent");
    }
  }

  /** Issues a secret, over plain HTTP. */
  static String secret(URI management, Path data, String credential) throws IOException {
    String[] names = credential.split("/");
    String token = Files.readString(data.resolve("admin.token")).strip();
    String path = "/admin/v1/members/" + names[0] + "/credentials/" + names[1] + "/secrets";
    try (RawSocket socket = RawSocket.to(management)) {
      String head = LiveServer.head("POST", path, token) + "Content-Length: 0\r\n\r\n";
      return new JsonObject(socket.send(head).answer().text()).getString("secret");
    }
  }

  @Override
  public void close() throws Exception {
    process.destroyForcibly().waitFor();
  }
}
