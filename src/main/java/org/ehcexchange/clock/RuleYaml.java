package org.ehcexchange.clock;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.ehcexchange.canonical.Code;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// How the files of rules are written: keys and words in kebab-case, every key required and no
/// other known.
final class RuleYaml {

    private RuleYaml() {}

    static YAMLMapper strict() {
        return YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .addHandler(new Words())
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }

    /// Reads a [Code] by its word, such as `working-days`.
    private static final class Words extends DeserializationProblemHandler {

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String word, String problem) {
            return Arrays.stream(type.isEnum() ? type.getEnumConstants() : new Object[0])
                    .filter(each -> each instanceof Code code && code.code().equals(word))
                    .findFirst()
                    .orElse(NOT_HANDLED);
        }
    }
}
