// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** What the figures were measured on, in words. */
final class Machine {
  private Machine() {}

  static String words(Path work) {
    return String.format(
        Locale.ROOT,
        "%d x %s, %s RAM, %s %s, Java %s (%s), data on %s",
        Runtime.getRuntime().availableProcessors(),
        entry("/proc/cpuinfo", "model name", "processor"),
        memory(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.version"),
        System.getProperty("java.vm.name"),
        disk(work));
  }

  private static String memory() {
    String kilobytes = entry("/proc/meminfo", "MemTotal", "0 kB").replaceAll("\\D", "");
    return kilobytes.isEmpty() ? "unknown" : Long.parseLong(kilobytes) / 1_048_576 + " GiB";
  }

  private static String disk(Path work) {
    try {
      return Files.getFileStore(work).type() + " (" + Files.getFileStore(work).name() + ")";
    } catch (IOException unknown) {
      return "an unknown disk";
    }
  }

  private static String entry(String file, String name, String otherwise) {
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        if (line.startsWith(name)) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    } catch (IOException absent) {
      return otherwise;
    }
    return otherwise;
  }

  /** How often the disk can be told to keep 4 KiB, one after the other, in two seconds. */
  static double syncsPerSecond(Path folder) {
    Path file = folder.resolve("sync.probe");
    ByteBuffer block = ByteBuffer.allocateDirect(4096);
    List<StandardOpenOption> options = List.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options.toArray(StandardOpenOption[]::new))) {
      long begin = System.nanoTime();
      long count = 0;
      while (System.nanoTime() - begin < 2_000_000_000L) {
        block.clear();
        channel.write(block, count * 4096);
        channel.force(false);
        count++;
      }
      return count / ((System.nanoTime() - begin) / 1e9);
    } catch (IOException failed) {
      throw new BenchFailure("cannot write to " + folder, failed);
    } finally {
      try {
        Files.deleteIfExists(file);
      } catch (IOException left) {
        // the folder goes at the end
      }
    }
  }
}
