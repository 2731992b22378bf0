// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that the benchmark started, and its log. */
final class Child implements AutoCloseable {
  private static final double TICKS = 100.0;

  private final Process process;
  private final Path log;
  private final Thread hook;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
    hook =
        new Thread(
            () -> {
              process.descendants().forEach(ProcessHandle::destroyForcibly);
              process.destroyForcibly();
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  static Child start(List<String> command, Path log, Path folder) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      return new Child(builder.start(), log);
    } catch (IOException failed) {
      throw new BenchFailure("cannot start " + command.get(0), failed);
    }
  }

  /** The program of the JDK that runs this one. */
  static String jdk(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  /** A port of loopback that is free, and so is the one after it. */
  static int freePair() {
    for (int attempt = 0; attempt < 100; attempt++) {
      try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket second =
              new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
        if (second.isBound()) {
          return first.getLocalPort();
        }
      } catch (IOException | IllegalArgumentException taken) {
        continue;
      }
    }
    throw new BenchFailure("found no two free ports side by side");
  }

  /** Waits until something holds; fails when the process ends before. */
  double await(BooleanSupplier holds, int seconds) {
    long begin = System.nanoTime();
    while (!holds.getAsBoolean()) {
      double passed = (System.nanoTime() - begin) / 1e9;
      if (!process.isAlive() || passed > seconds) {
        throw new BenchFailure(
            (process.isAlive() ? "not ready after " + seconds + " s" : "ended early")
                + "; its log:\n"
                + tail());
      }
      try {
        if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
          continue;
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new BenchFailure("interrupted", stopped);
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Whether a line of the log begins with a text. */
  boolean said(String beginning) {
    return log().lines().anyMatch(line -> line.startsWith(beginning));
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String tail() {
    String text = log();
    return text.substring(Math.max(0, text.length() - 3000));
  }

  long pid() {
    return process.pid();
  }

  /** Seconds of processor time so far. */
  double cpuSeconds() {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    } catch (IOException absent) {
      return Double.NaN;
    }
  }

  /** SIGKILL. */
  void kill() {
    end(process.destroyForcibly());
  }

  /** SIGTERM, and SIGKILL for whoever does not listen, its own children too. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    end(process);
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private void end(Process ending) {
    try {
      if (!ending.waitFor(20, TimeUnit.SECONDS)) {
        ending.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException alreadyGoingDown) {
      // the hook runs
    }
  }
}
