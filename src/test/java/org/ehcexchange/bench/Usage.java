package org.ehcexchange.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What the exchange and its PostgreSQL used, from `/proc`.
///
/// @param ticks of CPU, 100 a second
/// @param ownKilobytes resident memory of the process alone
/// @param allKilobytes resident memory with the database's processes
record Usage(long ticks, long ownKilobytes, long allKilobytes) {

    private static final int TICKS_A_SECOND = 100;

    static Usage of(long pid) {
        List<Long> all = Stream.concat(Stream.of(pid), databases()).toList();
        return new Usage(
                all.stream().mapToLong(Usage::ticksOf).sum(),
                kilobytes(pid),
                all.stream().mapToLong(Usage::kilobytes).sum());
    }

    /// The PostgreSQL processes of this machine; the embedded server leaves its parent's family.
    private static Stream<Long> databases() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(ProcessHandle::pid);
    }

    Usage since(Usage before) {
        return new Usage(ticks - before.ticks, ownKilobytes, allKilobytes);
    }

    String report(Duration run) {
        return """
        CPU                %.2f cores of the exchange with its database
        memory             %d MB the Java process, %d MB with its database (shared pages counted in each)
        """
                .formatted(
                        ticks / (double) TICKS_A_SECOND / run.toSeconds(),
                        ownKilobytes / 1024,
                        allKilobytes / 1024);
    }

    private static long ticksOf(long pid) {
        String stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        return Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
    }

    private static long kilobytes(long pid) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            Path path = Path.of("/proc", String.valueOf(pid), file);
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
