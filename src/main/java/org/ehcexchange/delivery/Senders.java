package org.ehcexchange.delivery;

import org.ehcexchange.directory.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives a consignment to the sender that speaks its recipient's channel.
@Component("channelSender")
class Senders implements Sender {

    private final Map<String, Sender> senders;

    Senders(Map<String, Sender> senders) {
        this.senders = Map.copyOf(senders);
    }

    @Override
    public Sending send(Consignment consignment) {
        Channel channel = consignment.recipient().channel();
        return name(channel)
                .map(senders::get)
                .map(sender -> sender.send(consignment))
                .orElseGet(
                        () ->
                                new Sending.Failed(
                                        "%s has no channel that the exchange sends through; give its directory file one"
                                                .formatted(consignment.recipient().code())));
    }

    @Override
    public Rehearsed rehearse(Consignment consignment) {
        return name(consignment.recipient().channel())
                .map(senders::get)
                .map(sender -> sender.rehearse(consignment))
                .orElseGet(
                        () ->
                                new Rehearsed(
                                        "for its channel",
                                        List.of("its directory file has no channel")));
    }

    /// Whether deliveries go through a queue, rather than being collected.
    static boolean isSentTo(@Nullable Channel channel) {
        return name(channel).isPresent();
    }

    private static Optional<String> name(@Nullable Channel channel) {
        return switch (channel) {
            case Channel.Fhir fhir -> Optional.of("fhirSender");
            case Channel.CbdsOverSftp sftp -> Optional.of("cbdsXmlSftpSender");
            case Channel.CbdsOverHttp http -> Optional.of("cbdsXmlHttpSender");
            case Channel.SsdOverHttp ssd -> Optional.of("ssdJsonHttpSender");
            case Channel.CanonicalPush push -> Optional.of("canonicalPushSender");
            case Channel.Worktray worktray -> Optional.of("worktraySender");
            case Channel.Exchange exchange -> Optional.of("exchangeSender");
            case Channel.FhirPoll poll -> Optional.empty();
            case Channel.CanonicalPull pull -> Optional.empty();
            case null -> Optional.empty();
        };
    }
}
