package org.ehcexchange.directory;

import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.sealing.PinnedKey;

import java.net.URI;
import java.util.List;

/// How an organisation is reached; one file in the directory folder names one of these.
public sealed interface Channel {

    /// The word the directory file uses for it.
    String code();

    /// Whether its format has such a message: only the canonical one has them all.
    default boolean carries(MessageType type) {
        return switch (this) {
            case Fhir _, FhirPoll _ -> type.concernsAdvice() || type.concernsHealthProvision();
            case CbdsOverSftp _, CbdsOverHttp _, SsdOverHttp _ -> type.concernsAdvice();
            case CanonicalPush _, CanonicalPull _, Worktray _, Exchange _ -> true;
        };
    }

    /// Whether its organisation comes for what is sent to it, instead of being called.
    default boolean isCollected() {
        return switch (this) {
            case FhirPoll _, CanonicalPull _ -> true;
            case Fhir _,
                    CbdsOverSftp _,
                    CbdsOverHttp _,
                    SsdOverHttp _,
                    CanonicalPush _,
                    Worktray _,
                    Exchange _ ->
                    false;
        };
    }

    /// FHIR R4 messages posted to `endpoint`, the partner's `…/$process-message`.
    record Fhir(URI endpoint, WireFormat format, Login login) implements Channel {
        @Override
        public String code() {
            return "fhir";
        }
    }

    /// The partner polls Task, ServiceRequest and Binary on the exchange's own FHIR door.
    record FhirPoll() implements Channel {
        @Override
        public String code() {
            return "fhir-poll";
        }
    }

    /// CBDS XML files written to `inbox` and read from `outbox` of the partner's SFTP server.
    ///
    /// @param hostKey the server's public key as a known_hosts line; `unchecked` in the demo only
    /// @param inbox folder the partner reads from; absolute or relative to the login's home
    /// @param outbox folder the partner writes to
    record CbdsOverSftp(
            String host,
            int port,
            String user,
            Secret password,
            String hostKey,
            String inbox,
            String outbox)
            implements Channel {
        @Override
        public String code() {
            return "cbds-xml-sftp";
        }
    }

    /// CBDS XML posted to `endpoint`.
    record CbdsOverHttp(URI endpoint, Login login) implements Channel {
        @Override
        public String code() {
            return "cbds-xml-http";
        }
    }

    /// SSD JSON posted to `endpoint`.
    record SsdOverHttp(URI endpoint, Login login) implements Channel {
        @Override
        public String code() {
            return "ssd-json-http";
        }
    }

    /// Canonical JSON posted to `endpoint`.
    record CanonicalPush(URI endpoint, Login login) implements Channel {
        @Override
        public String code() {
            return "canonical-push";
        }
    }

    /// Canonical JSON that the partner collects from its inbox.
    record CanonicalPull() implements Channel {
        @Override
        public String code() {
            return "canonical-pull";
        }
    }

    /// People of the organisation read and answer on the exchange's own pages: it needs no system.
    record Worktray() implements Channel {
        @Override
        public String code() {
            return "worktray";
        }
    }

    /// Sealed messages to another exchange, under `endpoint` + `/exchange/v1`.
    ///
    /// @param keys that the organisation is known to sign with; at least one
    record Exchange(URI endpoint, List<PinnedKey> keys) implements Channel {
        public Exchange {
            keys = List.copyOf(keys);
        }

        @Override
        public String code() {
            return "exchange";
        }
    }

    /// The two ways FHIR is written.
    enum WireFormat {
        JSON,
        XML
    }

    /// How the exchange signs in at a partner's HTTP door.
    sealed interface Login {
        /// No login: only for a partner on the same host, in the demo.
        record None() implements Login {}

        /// OAuth2 client credentials; a new token for each attempt that needs one.
        record ClientCredentials(URI tokenUrl, String clientId, Secret secret) implements Login {}

        /// A fixed bearer token.
        record Bearer(Secret token) implements Login {}
    }
}
