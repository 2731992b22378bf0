// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.validate;

/** What there was. */
final class Count {
  private long files;
  private long objects;
  private long errors;
  private long warnings;

  void file() {
    files++;
  }

  void object() {
    objects++;
  }

  void error() {
    errors++;
  }

  void warning() {
    warnings++;
  }

  long files() {
    return files;
  }

  long objects() {
    return objects;
  }

  long errors() {
    return errors;
  }

  long warnings() {
    return warnings;
  }
}
