// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bare handler in a process of its own, one port for each folder of recordings. */
final class BareServer implements AutoCloseable {
  private final Child child;
  private final List<Integer> ports = new ArrayList<>();

  BareServer(Path work, List<Path> folders) {
    List<String> command = new ArrayList<>();
    command.add(Child.jdk("java"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bare.class.getName()));
    for (Path folder : folders) {
      ports.add(Child.freePair());
      command.add(folder.toString());
      command.add(Integer.toString(ports.get(ports.size() - 1)));
    }
    child = Child.start(command, work.resolve("bare.log"), work);
    child.await(() -> child.said("ready"), 30);
  }

  Child process() {
    return child;
  }

  int port(int set) {
    return ports.get(set);
  }

  @Override
  public void close() {
    child.close();
  }
}
