// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of each command that talks to a running server. */
final class AdminOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The server's data folder: its URL, token and certificate are there.")
  @Nullable Path data;

  @Option(
      names = "--admin",
      paramLabel = "URL",
      description = "The management listener, where the data folder is not at hand.")
  @Nullable URI admin;

  @Option(
      names = "--token-file",
      paramLabel = "F",
      description = "A file with an administrator's token.")
  @Nullable Path tokenFile;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "PEM with the authorities that the server's certificate is issued under.")
  @Nullable Path authorities;

  @Option(names = "--json", description = "Write JSON, for machines.")
  boolean json;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  AdminClient client() {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    CommandLine line = spec.commandLine();
    boolean byUrl = admin != null && tokenFile != null;
    if (data == null ? !byUrl : admin != null) {
      throw new ParameterException(line, "either --data DIR, or --admin URL with --token-file F");
    }
    AdminClient.Progress progress = text -> line.getErr().println(text);
    if (admin != null && tokenFile != null) {
      SSLContext trust = Trust.authorities(Optional.ofNullable(authorities));
      return new AdminClient(safe(admin), line(tokenFile), trust, progress);
    }
    AdminFiles files = new AdminFiles(Optional.ofNullable(data).orElseThrow());
    if (!Files.exists(files.url())) {
      throw new CommandException("no server runs on `" + files.data() + "`");
    }
    Path token = tokenFile == null ? files.token() : tokenFile;
    SSLContext trust =
        authorities == null && Files.exists(files.certificate())
            ? Trust.pinned(files.certificate())
            : Trust.authorities(Optional.ofNullable(authorities));
    return new AdminClient(safe(URI.create(line(files.url()))), line(token), trust, progress);
  }

  /**
   * A client that shows no token.
   *
   * @param url of the management listener
   */
  AdminClient stranger(URI url) {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    CommandLine line = spec.commandLine();
    if (data != null || admin != null || tokenFile != null) {
      throw new ParameterException(line, "--url stands alone, or with --ca FILE");
    }
    SSLContext trust = Trust.authorities(Optional.ofNullable(authorities));
    return new AdminClient(known(url), "", trust, text -> line.getErr().println(text));
  }

  private static String line(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CommandException("cannot read `" + file + "`");
    }
  }

  /** The token goes in the clear to this machine only. */
  private static URI safe(URI url) {
    boolean plain = "http".equalsIgnoreCase(known(url).getScheme());
    if (plain && !isLoopback(url.getHost())) {
      throw new CommandException("a token is not sent in the clear; use https");
    }
    return url;
  }

  private static URI known(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new CommandException("`" + url + "` is no URL of a server");
    }
    return url;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
