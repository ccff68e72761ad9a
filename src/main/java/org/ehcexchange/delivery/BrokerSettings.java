package org.ehcexchange.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.nio.file.Path;

/// Where the deliveries' Artemis is: an external one by `url`, else one of our own in `folder`.
///
/// @param url of an external broker, such as `tcp://artemis:61616`; absent: the embedded one
/// @param user of the external broker
/// @param password of the external broker
/// @param folder of the embedded broker's journal, relative to the working directory
/// @param memory messages above this are paged to disk by the embedded broker
/// @param queuePrefix what every delivery queue's name starts with
@ConfigurationProperties("exchange.broker")
record BrokerSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("data/artemis") Path folder,
        @DefaultValue("32MB") DataSize memory,
        @DefaultValue("exchange.deliver.") String queuePrefix) {}
