package org.ehcexchange.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A line between two sockets that a test can cut: after so many bytes there, or before any answer
/// comes back.
public final class CuttableLine implements AutoCloseable {

    private static final long NEVER = Long.MAX_VALUE;

    private final int target;
    private final int port;
    private volatile ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong left = new AtomicLong(NEVER);
    private final AtomicInteger swallow = new AtomicInteger();
    private volatile boolean breaks;
    private volatile boolean broken;
    private volatile boolean stalls;
    private volatile boolean stalled;
    private volatile boolean breaksAtAnswer;
    private volatile CountDownLatch mended = new CountDownLatch(1);
    private final AtomicInteger cuts = new AtomicInteger();

    private CuttableLine(int target) throws IOException {
        this.target = target;
        this.server = open(0);
        this.port = server.getLocalPort();
    }

    private ServerSocket open(int on) throws IOException {
        ServerSocket opened = new ServerSocket(on, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(opened));
        return opened;
    }

    public static CuttableLine to(int port) throws IOException {
        return new CuttableLine(port);
    }

    public int port() {
        return port;
    }

    /// Cuts every connection once so many more bytes have gone there, and once only.
    public void cutAfter(long bytes) {
        left.set(bytes);
    }

    /// The same, and nothing passes after it until the line is mended.
    public void breakAfter(long bytes) {
        breaks = true;
        cutAfter(bytes);
    }

    /// Lets nothing more of a connection through once so many bytes have gone there, and does not
    /// say so.
    public void stallAfter(long bytes) {
        stalls = true;
        cutAfter(bytes);
    }

    public boolean isStalled() {
        return stalled;
    }

    /// Lets a request through and loses its answer; nothing passes after it until the line is
    /// mended.
    public void breakAtTheNextAnswer() {
        breaksAtAnswer = true;
    }

    public boolean isBroken() {
        return broken;
    }

    public void mend() throws IOException {
        server = open(port);
        broken = false;
        stalled = false;
        mended.countDown();
        mended = new CountDownLatch(1);
    }

    /// Lets a request through and cuts before its answer, so many times.
    public void loseAnswers(int count) {
        swallow.set(count);
    }

    public int cuts() {
        return cuts.get();
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket near = from.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(near);
            open.add(far);
            Thread.ofVirtual().start(() -> pump(near, far, true));
            pump(far, near, false);
        } catch (IOException nobodyThere) {
            close(near);
        }
    }

    private void pump(Socket from, Socket to, boolean there) {
        byte[] piece = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                if (there ? !passes(out, piece, n) : isSwallowed()) {
                    break;
                }
                if (!there) {
                    out.write(piece, 0, n);
                    out.flush();
                }
            }
        } catch (IOException cut) {
            // The other side went away.
        }
        close(from);
        close(to);
    }

    private boolean passes(OutputStream out, byte[] piece, int length) throws IOException {
        long before = left.get() == NEVER ? NEVER : left.getAndAdd(-length);
        int passing = (int) Math.max(0, Math.min(before, length));
        out.write(piece, 0, passing);
        out.flush();
        if (passing < length) {
            left.set(NEVER);
            cuts.incrementAndGet();
            if (breaks) {
                goDown();
            }
            if (stalls) {
                stall();
            }
        }
        return passing == length;
    }

    private void goDown() throws IOException {
        breaks = false;
        breaksAtAnswer = false;
        broken = true;
        server.close();
        Set.copyOf(open).forEach(this::close);
    }

    private void stall() throws IOException {
        stalls = false;
        stalled = true;
        try {
            mended.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("The line is closed");
        }
    }

    private boolean isSwallowed() throws IOException {
        if (breaksAtAnswer) {
            goDown();
            return true;
        }
        boolean swallowed = swallow.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
        if (swallowed) {
            cuts.incrementAndGet();
        }
        return swallowed;
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException already) {
            // It is gone either way.
        }
    }

    @Override
    public void close() throws IOException {
        mended.countDown();
        server.close();
        Set.copyOf(open).forEach(this::close);
    }
}
