package org.ehcexchange.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/// The most of the heap that was in use, against what was at first.
public final class Heap {

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final long before;
    private long most;

    public Heap() {
        System.gc();
        before = memory.getHeapMemoryUsage().getUsed();
    }

    /// What nobody holds any more does not count, so a high reading is taken again without it.
    public synchronized void look() {
        if (memory.getHeapMemoryUsage().getUsed() - before > 48L * 1024 * 1024) {
            System.gc();
        }
        most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
    }

    public synchronized long growth() {
        return most - before;
    }
}
