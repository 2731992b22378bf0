// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.entente.server.observe.audit.AuditJson;
import org.entente.server.observe.audit.ChainCheck;
import org.entente.server.observe.audit.SignedHead;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit verify}: whether the chain of records holds. */
@Command(
    name = "verify",
    description = {
      "Check that no record of administration was changed, taken out or put in.",
      "Every hash is computed anew here; the server is not asked for its opinion."
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--head",
      paramLabel = "FILE",
      description = "A signed head that was kept; may be given several times.")
  List<Path> heads = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Records that `audit export` wrote, instead of a running server's.")
  @Nullable Path from;

  @Mixin AdminOptions options = new AdminOptions();
  @Spec @Nullable CommandSpec spec;

  AuditVerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return Outcome.of(spec, (out, err) -> verify(out, err));
  }

  private int verify(PrintWriter out, PrintWriter err) throws IOException {
    List<SignedHead> kept = new ArrayList<>();
    for (Path file : heads) {
      kept.add(head(text(file), "`" + file + "`"));
    }
    if (from != null) {
      ChainCheck check = new ChainCheck(kept);
      lines(from, record -> check.next(AuditJson.parse(record)));
      return tell(check, kept, out, err);
    }
    AdminClient client = options.client();
    SignedHead newest = head(client.get("/admin/v1/audit/head").need().encode(), "the newest head");
    List<SignedHead> all = new ArrayList<>(kept);
    all.add(newest);
    ChainCheck check = new ChainCheck(all);
    Items.each(client, "/admin/v1/audit", record -> check.next(AuditJson.parse(record)));
    return tell(check, kept, out, err);
  }

  private int tell(ChainCheck check, List<SignedHead> kept, PrintWriter out, PrintWriter err) {
    List<String> faults = check.faults();
    if (options.json) {
      out.println(
          new JsonObject()
              .put("records", check.records())
              .put("faults", new JsonArray(faults))
              .encode());
    } else {
      faults.forEach(fault -> err.println(terminal.red(fault)));
      if (faults.isEmpty()) {
        String heads = kept.isEmpty() ? "" : ", through " + kept.size() + " kept head(s)";
        out.println(check.records() + " records, the chain holds" + heads);
      }
    }
    return faults.isEmpty() ? 0 : 1;
  }

  private static SignedHead head(String text, String what) {
    try {
      return SignedHead.parse(text);
    } catch (IllegalArgumentException no) {
      throw new CommandException(what + " is no signed head");
    }
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new CommandException("`" + file + "` does not exist");
    }
  }

  private static void lines(Path file, Consumer<JsonObject> record) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        try {
          record.accept(new JsonObject(line));
        } catch (DecodeException | IllegalArgumentException no) {
          throw new CommandException("line " + number + " of `" + file + "` is no audit record");
        }
      }
    } catch (NoSuchFileException missing) {
      throw new CommandException("`" + file + "` does not exist");
    }
  }
}
