package org.ehcexchange.agency.authority;

import org.ehcexchange.access.RealTime;
import org.ehcexchange.access.SealingKeys;
import org.ehcexchange.sealing.Flaw;
import org.ehcexchange.sealing.Flaw.Fault;
import org.ehcexchange.sealing.Header;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.KeyRing;
import org.ehcexchange.sealing.PinnedKey;
import org.ehcexchange.sealing.Type;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Says which other exchange signed something for this one, just now or long ago.
@Component
class Signers {

    private final DirectoryKeys keys;
    private final SealingKeys own;
    private final SealingSettings settings;
    private final RealTime time;

    Signers(DirectoryKeys keys, SealingKeys own, SealingSettings settings, RealTime time) {
        this.keys = keys;
        this.own = own;
        this.settings = settings;
        this.time = time;
    }

    sealed interface Checked {
        /// @param by the key that signed
        record Signed(Jws jws, PinnedKey by) implements Checked {}

        record Refused(List<Flaw> flaws) implements Checked {}
    }

    /// Form, key and signature first; only what is proven is judged further.
    Checked check(byte[] bytes, Type type) {
        if (bytes.length > settings.maxMessage().toBytes()) {
            return new Checked.Refused(List.of(tooLarge()));
        }
        return check(bytes, type, jws -> List.of(time.instant(), jws.header().issuedAt()));
    }

    /// A receipt is given once and for all: its key must have counted when it was signed.
    Checked checkReceipt(byte[] bytes) {
        return check(bytes, Type.RECEIPT, jws -> List.of(jws.header().issuedAt()));
    }

    /// @param times at which the key must count: all but a receipt now and when it was signed, so
    ///     that an old key that was stolen is of no use, and evidence reads it as the door did
    private Checked check(byte[] bytes, Type type, Function<Jws, List<Instant>> times) {
        return switch (Jws.read(bytes, type)) {
            case Jws.Reading.Unreadable(var flaws) -> new Checked.Refused(flaws);
            case Jws.Reading.Read(var jws) -> check(jws, times.apply(jws));
        };
    }

    private Checked check(Jws jws, List<Instant> times) {
        Checked checked = new Checked.Refused(List.of());
        for (Instant at : times) {
            checked =
                    switch (keys.check(jws, at)) {
                        case KeyRing.Checking.NotSigned(var flaw) ->
                                new Checked.Refused(List.of(flaw));
                        case KeyRing.Checking.Signed(var by) -> addressed(jws, by);
                    };
            if (checked instanceof Checked.Refused) {
                return checked;
            }
        }
        return checked;
    }

    private Checked addressed(Jws jws, PinnedKey by) {
        List<Flaw> flaws = new ArrayList<>();
        Header header = jws.header();
        if (!header.audience().equals(own.owner())) {
            flaws.add(forAnother());
        }
        if (header.issuer().equals(own.owner())) {
            flaws.add(fromItself());
        }
        if (header.issuedAt().isAfter(time.instant().plus(settings.clockSkew()))) {
            flaws.add(fromTheFuture(header.issuedAt()));
        }
        return flaws.isEmpty() ? new Checked.Signed(jws, by) : new Checked.Refused(flaws);
    }

    private Flaw tooLarge() {
        return Flaw.of(
                Fault.TOO_LARGE,
                "",
                "This is larger than the %d bytes that this exchange takes."
                        .formatted(settings.maxMessage().toBytes()),
                "Push documents beside the message; ask the operator to raise"
                        + " exchange.sealing.max-message.");
    }

    private Flaw forAnother() {
        return Flaw.of(
                Fault.AUDIENCE,
                "/header/aud",
                "It is signed for another than %s, which runs this exchange."
                        .formatted(own.owner()),
                "Address it to %s, or send it to the exchange it is for.".formatted(own.owner()));
    }

    private static Flaw fromItself() {
        return Flaw.of(
                Fault.AUDIENCE,
                "/header/iss",
                "It is from the authority that runs this exchange.",
                "Nothing is sent to oneself from one exchange to another.");
    }

    private Flaw fromTheFuture(Instant issuedAt) {
        return Flaw.of(
                Fault.CLOCK,
                "/header/iat",
                "It was signed at %s, which is still to come here.".formatted(issuedAt),
                "Set the clocks right: at most %d seconds may lie between them."
                        .formatted(settings.clockSkew().toSeconds()));
    }
}
