package org.ehcexchange.running;

import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.OrganisationCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Northshire's exchange and Southmere's in the test's own process, each with its own database,
/// broker, documents and keys; a line between them that a test can cut.
public final class TwoExchanges implements AutoCloseable {

    public static final OrganisationCode NORTHSHIRE = new OrganisationCode("LA:998");
    public static final OrganisationCode SOUTHMERE = new OrganisationCode("LA:999");

    private final TwoPlaces places;
    private final Map<OrganisationCode, RunningExchange> running = new HashMap<>();

    private TwoExchanges(TwoPlaces places) {
        this.places = places;
    }

    public static TwoExchanges start(Path folder) throws IOException {
        TwoExchanges two = new TwoExchanges(new TwoPlaces(folder));
        two.start(NORTHSHIRE);
        two.start(SOUTHMERE);
        return two;
    }

    public void start(OrganisationCode code) throws IOException {
        Map<String, Object> settings = places.settings(code);
        running.put(
                code, RunningExchange.start(places.data(code), places.directory(code), settings));
    }

    public RunningExchange northshire() {
        return running.get(NORTHSHIRE);
    }

    public RunningExchange southmere() {
        return running.get(SOUTHMERE);
    }

    /// What Northshire's exchange sends to Southmere's goes over this.
    public CuttableLine toSouthmere() {
        return places.lineTo(SOUTHMERE);
    }

    public CuttableLine toNorthshire() {
        return places.lineTo(NORTHSHIRE);
    }

    public ECKey key(OrganisationCode code) {
        return places.key(code);
    }

    public void stop(OrganisationCode code) {
        running.remove(code).close();
    }

    @Override
    public void close() throws IOException {
        running.values().forEach(RunningExchange::close);
        places.close();
    }
}
