package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.MessageType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.util.List;

/// Which messages a channel's format has.
class ChannelTests {

    private static final URI ADDRESS = URI.create("https://partner.example");
    private static final Channel.Login NONE = new Channel.Login.None();

    private static final List<Channel> OF_ADVICE =
            List.of(
                    new Channel.Fhir(ADDRESS, Channel.WireFormat.JSON, NONE),
                    new Channel.FhirPoll(),
                    new Channel.CbdsOverHttp(ADDRESS, NONE),
                    new Channel.CbdsOverSftp(
                            "partner.example", 22, "user", new Secret("x"), "key", "in", "out"),
                    new Channel.SsdOverHttp(ADDRESS, NONE));

    @ParameterizedTest
    @EnumSource
    void carriesAllMessagesAsTheyAre(MessageType type) {
        assertThat(new Channel.CanonicalPush(ADDRESS, NONE).carries(type)).isTrue();
        assertThat(new Channel.CanonicalPull().carries(type)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ADVICE_REQUEST",
                "ADVICE_ACKNOWLEDGED",
                "ADVICE_RETURN",
                "ADVICE_REMINDER",
                "ADVICE_WITHDRAWN"
            })
    void carriesAdviceInEveryFormat(MessageType type) {
        assertThat(OF_ADVICE).allMatch(channel -> channel.carries(type));
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAN_TRANSFER", "PLAN_RECEIVED", "PLAN_ACCEPTED", "PLAN_QUERIED"})
    void carriesNoMoveOfAPlanInAPartnersFormat(MessageType type) {
        assertThat(OF_ADVICE).noneMatch(channel -> channel.carries(type));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"^(COMMISSIONER|PROVISION)_.*", "PLAN_COPY"})
    void carriesWhatConcernsHealthProvisionToHealthAlone(MessageType type) {
        assertThat(OF_ADVICE)
                .allSatisfy(
                        channel ->
                                assertThat(channel.carries(type))
                                        .isEqualTo(channel.code().startsWith("fhir")));
    }
}
