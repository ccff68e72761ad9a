package org.ehcexchange.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.util.UUID;

/// An advice request to the trust.
record AdviceExample(String id, String conversation, String json) {

    static AdviceExample fresh() throws IOException {
        return of(example("advice-request"));
    }

    private static AdviceExample of(String json) {
        String id = UUID.randomUUID().toString();
        String conversation = UUID.randomUUID().toString();
        return new AdviceExample(
                id,
                conversation,
                json.replace("0b8f6f3e-6c1d-4c53-9f0f-6b4f3b9f1a01", id)
                        .replace("7d2f4a6c-1f0e-4b7a-8a55-0d8a4c2e9b10", conversation));
    }

    AdviceExample aboutAnotherChild() throws IOException {
        return of(example("advice-request").replace("2017-03-14", "2016-03-14"));
    }

    String answer() throws IOException {
        return example("advice-return")
                .replace("5a0c0b52-7b55-4b8f-8d3a-0f3d1f1d7c02", UUID.randomUUID().toString())
                .replace("0b8f6f3e-6c1d-4c53-9f0f-6b4f3b9f1a01", id)
                .replace("7d2f4a6c-1f0e-4b7a-8a55-0d8a4c2e9b10", conversation);
    }

    String answer(JsonNode document) throws IOException {
        return answer().replace("\"outcome\":", "\"documents\": [" + document + "], \"outcome\":");
    }

    private static String example(String name) throws IOException {
        return new ClassPathResource("openapi/" + name + ".json").getContentAsString(UTF_8);
    }
}
