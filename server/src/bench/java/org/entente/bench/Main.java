// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

/** The benchmark's entry: exit 0 when everything was answered rightly, whatever the figures. */
final class Main {
  private Main() {}

  public static void main(String[] args) {
    Settings settings;
    try {
      settings = Settings.parse(args);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage() + "\n" + Settings.USAGE);
      System.exit(2);
      return;
    }
    try {
      new Bench(settings).run();
    } catch (BenchFailure failure) {
      System.err.println("the benchmark failed: " + failure.getMessage());
      System.exit(1);
    } catch (RuntimeException broken) {
      System.err.println("the benchmark broke off: " + broken);
      broken.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }
}
