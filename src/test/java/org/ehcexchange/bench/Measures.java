package org.ehcexchange.bench;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// Counts and times what happens between start and stop.
final class Measures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> accepting = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> delivering = new ConcurrentLinkedQueue<>();
    private final Semaphore underWay;
    private final AtomicLong refused = new AtomicLong();
    private volatile String lastRefusal = "";
    private volatile boolean counting;

    Measures(int limit) {
        this.underWay = new Semaphore(limit);
    }

    void start() {
        counting = true;
    }

    void stop() {
        counting = false;
    }

    /// Waits while as many as the limit are under way, so that what is measured can go on for
    // hours.
    void sending(String id) throws InterruptedException {
        underWay.acquire();
        sentAt.put(id, System.nanoTime());
    }

    void accepted(long nanos) {
        if (counting) {
            accepting.add(nanos);
        }
    }

    void refused(String id, int status, String body) {
        if (sentAt.remove(id) != null) {
            underWay.release();
        }
        refused.incrementAndGet();
        lastRefusal = status + " " + body;
    }

    void delivered(byte[] body, String idField) {
        try {
            Long sent = sentAt.remove(JSON.readTree(body).path(idField).asText());
            if (sent != null) {
                underWay.release();
            }
            if (counting && sent != null) {
                delivering.add(System.nanoTime() - sent);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The exchange sent what is not JSON", e);
        }
    }

    String report(Duration run, int clients) {
        return """

        clients            %d
        accepted           %,.0f /s   p50 %.1f ms   p99 %.1f ms
        delivered          %,.0f /s   p50 %.1f ms   p99 %.1f ms (end to end)
        refused            %d %s
        """
                .formatted(
                        clients,
                        rate(accepting, run),
                        percentile(accepting, 0.50),
                        percentile(accepting, 0.99),
                        rate(delivering, run),
                        percentile(delivering, 0.50),
                        percentile(delivering, 0.99),
                        refused.get(),
                        lastRefusal);
    }

    private static double rate(ConcurrentLinkedQueue<Long> each, Duration run) {
        return each.size() / (double) run.toSeconds();
    }

    private static double percentile(ConcurrentLinkedQueue<Long> each, double share) {
        long[] sorted = each.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
