// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.nio.file.Path;
import org.entente.server.exchange.check.Report;
import org.entente.server.store.BackupFile;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;
import org.entente.server.store.Watch;

/** A machine without a folder of data. */
final class NoData implements DataKeeper {
  static final DataKeeper KEEPER = new NoData();

  private static StoreException none() {
    return new StoreException(Reason.REFUSED, "there is no exchange here", null);
  }

  @Override
  public BackupFile backup(Path data, Path to, Watch watch) {
    throw none();
  }

  @Override
  public BackupFile restore(Path from, Path data, Watch watch) {
    throw none();
  }

  @Override
  public Path firstToken(Path data) {
    throw none();
  }

  @Override
  public Report check(Path data, Watch watch) {
    throw none();
  }
}
