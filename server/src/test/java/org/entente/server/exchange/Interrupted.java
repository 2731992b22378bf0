// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.entente.server.store.Keys;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.Storage;

/** A store beside which something else happens once a poll is noted, before the poller hears. */
final class Interrupted {
  private final AtomicReference<Supplier<Future<?>>> next = new AtomicReference<>();

  /** What happens, once, at the next poll that is noted. */
  void next(Supplier<Future<?>> what) {
    next.set(what);
  }

  Storage around(Storage storage) {
    return proxy(
        Storage.class,
        (method, arguments) ->
            method.getName().equals("objects")
                ? proxy(ObjectStore.class, (m, a) -> objects(storage.objects(), m, a))
                : call(storage, method, arguments));
  }

  private Object objects(ObjectStore objects, Method method, Object[] arguments) throws Throwable {
    Object answer = call(objects, method, arguments);
    boolean poll = method.getName().equals("commit") && !((Keys) arguments[0]).pollers().isEmpty();
    Supplier<Future<?>> what = poll ? next.getAndSet(null) : null;
    return what == null
        ? answer
        : ((Future<?>) answer).compose(noted -> what.get().map(done -> noted));
  }

  private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  @FunctionalInterface
  private interface Calls {
    Object call(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Calls calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> calls.call(method, arguments)));
  }
}
