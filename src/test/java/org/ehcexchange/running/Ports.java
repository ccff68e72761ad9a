package org.ehcexchange.running;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports that nothing listens at, below those that the system gives out of itself: a connection of
/// another test must not take one before its owner is up.
public final class Ports {

    private static final int FROM = 10_000;
    private static final int UNTIL = 20_000;

    private Ports() {}

    public static int free() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FROM, UNTIL);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // the next one, then
            }
        }
    }
}
