// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.server.exchange.check.Report;
import org.entente.server.store.BackupFile;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Inspection;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;
import org.entente.server.store.Watch;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the commands that work on a folder say, and how they end. */
class DataCommandsTest {
  private static final CommitRecord RECORD = new CommitRecord(1_767_225_600_000_000L, 3, 7);

  private final AtomicLong nanos = new AtomicLong();
  private Report report =
      new Report(List.of(), Optional.empty(), Optional.of(new Inspection.Size(RECORD, 5, 6, 8)));
  private Optional<StoreException> failure = Optional.empty();

  private record Run(int code, String out, String err) {}

  /** Takes three seconds and a half, and says so after each. */
  private final DataKeeper keeper =
      new DataKeeper() {
        @Override
        public BackupFile backup(Path data, Path to, Watch watch) {
          return done(to, watch);
        }

        @Override
        public BackupFile restore(Path from, Path data, Watch watch) {
          return done(data.resolve("entente.db"), watch);
        }

        @Override
        public Path firstToken(Path data) {
          return done(data.resolve("admin.token"), (what, done, whole) -> {}).file();
        }

        @Override
        public Report check(Path data, Watch watch) {
          var unused = done(data, watch);
          return report;
        }

        private BackupFile done(Path file, Watch watch) {
          failure.ifPresent(
              failed -> {
                throw failed;
              });
          for (int second = 1; second <= 3; second++) {
            nanos.addAndGet(1_000_000_000L);
            watch.progress("copying", second, 4);
          }
          return new BackupFile(file, 4096, 1, RECORD);
        }
      };

  private Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(System.in, false);
    int code =
        new CommandLine(CommandLine.Model.CommandSpec.create().name("entente"))
            .addSubcommand(new BackupCommand(keeper, nanos::get))
            .addSubcommand(new RestoreCommand(keeper, nanos::get))
            .addSubcommand(new CheckCommand(keeper, terminal, nanos::get))
            .addSubcommand(new AdminTokenCommand(keeper))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  @Test
  void backup_ofAFolder_endsWithSizeAndPosition() {
    Run run = run("backup", "--data", "d", "--to", "b.db");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo("copying 50 % ...\n");
    assertThat(run.out())
        .isEqualTo(
            """
            file           b.db
            size           4096 bytes
            position       1767225600000000, 2026-01-01T00:00:00Z
            epoch, schema  3, 1
            """);
  }

  @Test
  void restore_asJson_isOneLine() {
    Run run = run("restore", "--from", "b.db", "--data", "d", "--json");

    assertThat(run.code()).isZero();
    JsonObject json = new JsonObject(run.out());
    assertThat(json.getString("file")).isEqualTo("d/entente.db");
    assertThat(json.getLong("position")).isEqualTo(RECORD.position());
    assertThat(json.getInteger("schema")).isEqualTo(1);
  }

  @Test
  void check_ofSoundData_saysHowMuchItLookedAt() {
    Run run = run("check", "--data", "d");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "nothing found: 5 objects, 6 versions, 8 rows, 7 classes, up to 2026-01-01T00:00:00Z\n");
  }

  @Test
  void check_ofDamagedData_listsItByKind() {
    report =
        new Report(
            List.of(
                new Report.Kind("head", 12, List.of("one", "two")),
                new Report.Kind("edge", 1, List.of("three"))),
            Optional.empty(),
            report.size());

    Run run = run("check", "--data", "d");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("head  12  one\n          two\nedge   1  three\n")
        .contains("damaged: 5 objects")
        .contains("`restore` a backup");
    JsonObject json = new JsonObject(run("check", "--data", "d", "--json").out());
    assertThat(json.getBoolean("clean")).isFalse();
    assertThat(json.getJsonArray("findings").getJsonObject(0).getLong("count")).isEqualTo(12);
    assertThat(json.getLong("rows")).isEqualTo(8);
  }

  @Test
  void adminToken_namesTheFileThatHasIt() {
    assertThat(run("admin-token", "--data", "d")).isEqualTo(new Run(0, "d/admin.token\n", ""));
    assertThat(new JsonObject(run("admin-token", "--data", "d", "--json").out()))
        .isEqualTo(new JsonObject().put("file", "d/admin.token"));
  }

  @Test
  void check_thatPassedSomethingOver_saysSo() {
    Report.Kind passed = new Report.Kind("passed-over", 2, List.of("one", "two"));
    report = new Report(List.of(), Optional.of(passed), report.size());

    Run run = run("check", "--data", "d");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("not derived anew, since too much refers to them: 2 objects, such as one\n")
        .contains("nothing found: 5 objects");
    JsonObject json = new JsonObject(run("check", "--data", "d", "--json").out());
    assertThat(json.getJsonObject("passed_over").getJsonArray("examples")).contains("two");
  }

  @Test
  void check_ofAFileThatIsNoDatabase_fails() {
    report = Report.ofFile(List.of("page 5 is never used"));

    Run run = run("check", "--data", "d");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("page 5 is never used").contains("no sound database");
    assertThat(new JsonObject(run("check", "--data", "d", "--json").out()).containsKey("rows"))
        .isFalse();
  }

  @Test
  void commands_thatCannotBegin_saySoInOneSentence() {
    failure = Optional.of(new StoreException(Reason.LOCKED, "another process uses it", null));

    assertThat(run("check", "--data", "d"))
        .isEqualTo(new Run(2, "", "check: another process uses it\n"));
    assertThat(run("backup", "--data", "d", "--to", "b"))
        .isEqualTo(new Run(1, "", "entente backup: another process uses it\n"));
    assertThat(run("restore", "--from", "b", "--data", "d").code()).isEqualTo(1);
    assertThat(run("check").code()).isEqualTo(2);
    assertThat(run("backup", "--data", "d").code()).isEqualTo(2);
    assertThat(run("backup", "--to", "b").code()).isEqualTo(2);
    assertThat(run("restore", "--from", "b").code()).isEqualTo(2);
  }
}
