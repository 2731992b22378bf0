// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.entente.SuppressForbidden;
import org.entente.stix.type.Profile;
import org.entente.stix.type.Validator;

/**
 * Prints how fast a file is split and read, in MB for each second that the thread has of a core;
 * run by hand with the file, gzipped or not, as argument.
 */
final class SplitBenchmark {
  private static final int ROUNDS = 12;
  private static final double ENOUGH_NANOS = 4e9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Limits ANY =
      new Limits(Long.MAX_VALUE, Integer.MAX_VALUE, 500_000, ObjectLimits.DEFAULT);

  private SplitBenchmark() {}

  public static void main(String[] args) throws IOException {
    byte[] body = read(Path.of(args[0]));
    List<byte[]> slices = new ArrayList<>();
    System.out.println(split(body, 64 << 10, slices));
    long sliced = slices.stream().mapToLong(slice -> slice.length).sum();
    System.out.printf("%d bytes, %d objects%n", body.length, slices.size());
    for (int chunk : new int[] {1 << 10, 8 << 10, 64 << 10, body.length}) {
      print("split in chunks of " + chunk, body.length, () -> split(body, chunk, null));
    }
    ObjectReader reader = new ObjectReader(ObjectLimits.DEFAULT);
    print("read facts", sliced, () -> slices.forEach(reader::read));
    print(
        "read with a listener",
        sliced,
        () -> slices.forEach(slice -> reader.read(slice, (token, at) -> {})));
    for (Profile profile : Profile.values()) {
      Validator validator = new Validator(ObjectLimits.DEFAULT, profile);
      print(
          "validate in " + profile.word(),
          sliced,
          slices.size(),
          () -> slices.forEach(validator::check));
      System.out.println(
          slices.stream().mapToInt(slice -> validator.check(slice).findings().size()).sum()
              + " findings");
    }
  }

  private static SplitResult split(byte[] body, int chunk, List<byte[]> slices) {
    EnvelopeSplitter splitter = new EnvelopeSplitter(ANY, new Kept(slices));
    for (int at = 0; at < body.length; at += chunk) {
      splitter.feed(body, at, Math.min(chunk, body.length - at));
    }
    return splitter.end();
  }

  private static void print(String what, long bytes, Runnable work) {
    print(what, bytes, 0, work);
  }

  @SuppressForbidden("it measures time")
  private static void print(String what, long bytes, int objects, Runnable work) {
    double best = 0;
    double spent = 0;
    for (int round = 0; round < ROUNDS || spent < ENOUGH_NANOS; round++) {
      long begin = THREADS.getCurrentThreadCpuTime();
      work.run();
      double took = THREADS.getCurrentThreadCpuTime() - begin;
      spent += took;
      best = Math.max(best, bytes * 1e3 / took);
    }
    System.out.printf(Locale.ROOT, "%-30s %6.0f MB/s", what, best);
    if (objects > 0) {
      System.out.printf(Locale.ROOT, " %9.0f objects/s", best * 1e6 * objects / bytes);
    }
    System.out.println();
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      boolean zipped = file.toString().endsWith(".gz");
      return zipped ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    }
  }

  private record Kept(List<byte[]> slices) implements ItemSink {
    @Override
    public void object(Slice slice) {
      if (slices != null) {
        slices.add(slice.bytes());
      }
    }

    @Override
    public void refused(int index, ReadResult.Refused refused) {
      System.out.println(index + " " + refused);
    }
  }
}
