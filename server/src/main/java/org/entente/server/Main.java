// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.entente.SuppressForbidden;
import org.entente.server.command.AdminTokenCommand;
import org.entente.server.command.ApplyCommand;
import org.entente.server.command.AuditCommands;
import org.entente.server.command.BackupCommand;
import org.entente.server.command.CheckCommand;
import org.entente.server.command.ClientTools;
import org.entente.server.command.CredentialCommands;
import org.entente.server.command.DemoCommand;
import org.entente.server.command.ExplainCommand;
import org.entente.server.command.HealthCommand;
import org.entente.server.command.PullCommand;
import org.entente.server.command.PushCommand;
import org.entente.server.command.RestoreCommand;
import org.entente.server.command.Terminal;
import org.entente.server.command.feed.FeedCommands;
import org.entente.server.command.validate.ValidateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
@Command(
    name = "entente",
    description = "An exchange for cyber threat indicators: STIX 2.1 over TAXII 2.1.")
public final class Main implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print version information and exit.")
  boolean version;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private CommandSpec spec;

  private Main() {}

  /**
   * Runs a command.
   *
   * @param args the command and its arguments
   */
  public static void main(String[] args) {
    // A client of TLS 1.2 could have keys agreed anew without end, on one connection and before
    // anybody asks who it is. The JDK reads this once.
    System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    int code = commandLine(chance(), System.getenv()).execute(args);
    System.exit(code);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? see --help");
  }

  @SuppressForbidden("the one place where the clock and chance of the machine come in")
  private static Chance chance() {
    return new Chance(Clock.systemUTC(), System::nanoTime, new SecureRandom());
  }

  /** A sentence, and where there is more: the whole help would hide it. */
  private static int wrong(ParameterException use, String[] args) {
    CommandLine line = use.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(use.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(use, err)) {
      err.println("see `" + line.getCommandSpec().qualifiedName() + " --help`");
    }
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  static CommandLine commandLine(Chance chance, Map<String, String> environment) {
    boolean watched = System.console() != null;
    Terminal terminal = new Terminal(System.in, watched && !environment.containsKey("NO_COLOR"));
    ClientTools tools =
        new ClientTools(
            chance.clock(),
            chance.random(),
            System.in,
            new FileOutputStream(FileDescriptor.out),
            watched,
            VersionCommand.release());
    LocalDataKeeper keeper = new LocalDataKeeper(chance);
    return new CommandLine(new Main())
        .addSubcommand(new ServeCommand(chance, environment))
        .addSubcommand(
            new DemoCommand(
                (vertx, data, port) -> new DemoNode(vertx, data, port, chance),
                chance.clock(),
                chance.random()))
        .addSubcommand(new ApplyCommand(terminal))
        .addSubcommand(CredentialCommands.create(terminal))
        .addSubcommand(new ExplainCommand(terminal))
        .addSubcommand(AuditCommands.create(terminal))
        .addSubcommand(new PushCommand(tools))
        .addSubcommand(new PullCommand(tools))
        .addSubcommand(new ValidateCommand(terminal, chance.ticker()))
        .addSubcommand(FeedCommands.create(chance.clock(), chance.ticker()))
        .addSubcommand(new BackupCommand(keeper, chance.ticker()))
        .addSubcommand(new RestoreCommand(keeper, chance.ticker()))
        .addSubcommand(new CheckCommand(keeper, terminal, chance.ticker()))
        .addSubcommand(new AdminTokenCommand(keeper))
        .addSubcommand(new HealthCommand())
        .addSubcommand(new VersionCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Main::wrong);
  }
}
