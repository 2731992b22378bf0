// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines whose columns stand below each other; numbers to the right. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row. */
  public void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      // what a server sends must not steer a terminal
      row.add(cell.toString().replaceAll("\\p{Cntrl}", " "));
    }
    rows.add(row);
  }

  /** Prints the rows, each behind an indent. */
  public void print(PrintWriter out, String indent) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int length = row.get(i).length();
        if (i == widths.size()) {
          widths.add(length);
        } else {
          widths.set(i, Math.max(widths.get(i), length));
        }
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        String space = " ".repeat(widths.get(i) - cell.length());
        boolean number = cell.matches("[0-9]+");
        line.append(number ? space + cell : cell + space).append("  ");
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
