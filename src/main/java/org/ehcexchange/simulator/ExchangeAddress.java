package org.ehcexchange.simulator;

import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

/// Where the partners find the exchange: as set, or in this process once it listens.
@Component
@Profile("demo")
class ExchangeAddress {

    private final AtomicReference<URI> address = new AtomicReference<>();
    private final SimulatorSettings settings;

    ExchangeAddress(SimulatorSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            address.set(URI.create("http://localhost:" + event.getWebServer().getPort()));
        }
    }

    URI url() {
        URI set = settings.exchangeUrl();
        URI here = set == null ? address.get() : set;
        if (here == null) {
            throw new ExchangeAway("the exchange does not listen yet");
        }
        return here;
    }
}
