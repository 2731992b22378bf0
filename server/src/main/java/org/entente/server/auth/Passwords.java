// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Passwords that people chose, as argon2id. Each check costs tens of milliseconds and megabytes on
 * purpose, so there is one at a time per core, off the event loops, and a bounded queue.
 */
public final class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int OUTPUT_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int MAX_WAITING = 64;

  /** Longer ones are refused before they cost anything. */
  private static final int MAX_CHARACTERS = 1024;

  /** Checked when there is no such user, so that it takes as long; nobody has this password. */
  private static final String NOBODY =
      "$argon2id$v=19$m=19456,t=2,p=1$CzBVep/E6Q4zWH2ix+wRNg"
          + "$GMQrvfkfdghLeYpu79PKAmnr82GHbgVkxmOLW539Bgc";

  private final RandomGenerator random;
  private final WorkerExecutor workers;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * A checker.
   *
   * @param vertx owns the threads
   * @param cores how many checks may run at once
   * @param random salts; a {@link java.security.SecureRandom}
   */
  public Passwords(Vertx vertx, int cores, RandomGenerator random) {
    this.random = random;
    this.workers = vertx.createSharedWorkerExecutor("entente-passwords", cores);
  }

  /** The encoded form to keep of a new password. */
  public Future<String> hash(String password) {
    if (password.length() > MAX_CHARACTERS) {
      return Future.failedFuture(
          new IllegalArgumentException("a password has at most " + MAX_CHARACTERS + " characters"));
    }
    return workers.executeBlocking(() -> encode(password), false);
  }

  /**
   * Checks a password; without a hash it takes the same time and is wrong.
   *
   * @return whether it is right; fails with {@link AuthFailure} when too many wait
   */
  Future<Boolean> check(String password, Optional<String> hash) {
    if (password.length() > MAX_CHARACTERS) {
      return Future.succeededFuture(false);
    }
    if (waiting.incrementAndGet() > MAX_WAITING) {
      int unused = waiting.decrementAndGet();
      return Future.failedFuture(AuthFailure.busy());
    }
    return workers
        .executeBlocking(() -> matches(password, hash.orElse(NOBODY)) && hash.isPresent(), false)
        .eventually(
            () -> {
              int unused = waiting.decrementAndGet();
              return Future.succeededFuture();
            });
  }

  private String encode(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Argon2Function argon2 =
        Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, OUTPUT_BYTES, Argon2.ID);
    return Password.hash(password).addSalt(salt).with(argon2).getResult();
  }

  private static boolean matches(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }
}
