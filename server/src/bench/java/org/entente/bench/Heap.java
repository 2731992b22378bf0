// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The live heap of a process, asked of it over its own management agent: a program started for each
 * look would take the processor from what is looked at.
 */
final class Heap implements AutoCloseable {
  private final JMXConnector connector;
  private final MemoryMXBean memory;
  private final List<GarbageCollectorMXBean> collectors;
  private final Set<String> pools = new HashSet<>();
  private double most;

  Heap(long pid) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        connector =
            JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
      } finally {
        machine.detach();
      }
      MBeanServerConnection server = connector.getMBeanServerConnection();
      memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
      collectors = ManagementFactory.getPlatformMXBeans(server, GarbageCollectorMXBean.class);
      for (MemoryPoolMXBean pool :
          ManagementFactory.getPlatformMXBeans(server, MemoryPoolMXBean.class)) {
        if (pool.getType() == MemoryType.HEAP) {
          pools.add(pool.getName());
        }
      }
    } catch (IOException | AttachNotSupportedException failed) {
      throw new BenchFailure("the heap of " + pid + " cannot be looked at", failed);
    }
  }

  /** Collects all garbage and says what is left, in MiB. */
  double live() {
    memory.gc();
    double mib = lastCollection() / (double) (1 << 20);
    most = Math.max(most, mib);
    return mib;
  }

  /** What is in use now would hold what was allocated since. */
  private long lastCollection() {
    GcInfo last = null;
    for (GarbageCollectorMXBean collector : collectors) {
      GcInfo info = collector.getLastGcInfo();
      if (info != null && (last == null || info.getEndTime() >= last.getEndTime())) {
        last = info;
      }
    }
    if (last == null) {
      throw new BenchFailure("no collection was counted");
    }
    long used = 0;
    for (Map.Entry<String, MemoryUsage> pool : last.getMemoryUsageAfterGc().entrySet()) {
      used += pools.contains(pool.getKey()) ? pool.getValue().getUsed() : 0;
    }
    return used;
  }

  /** The most that was left after any collection since the last call. */
  double most() {
    double most = this.most;
    this.most = 0;
    return most;
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException gone) {
      // with the process
    }
  }
}
