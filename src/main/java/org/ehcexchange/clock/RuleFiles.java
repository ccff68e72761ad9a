package org.ehcexchange.clock;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Reads rules from YAML, one version of one rule a file, every key required and no other known.
final class RuleFiles {

    private static final ObjectReader READER =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(Rule.class);

    private final ResourcePatternResolver resources;

    RuleFiles(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /// @throws IllegalStateException naming the file, when one is missing or bad
    Rules read(String pattern) {
        List<Rule> rules = new ArrayList<>();
        try {
            for (Resource resource : resources.getResources(pattern)) {
                rules.add(read(resource));
            }
        } catch (IOException e) {
            throw new IllegalStateException(nothingIn(pattern), e);
        }
        if (rules.isEmpty()) {
            throw new IllegalStateException(nothingIn(pattern));
        }
        return new Rules(rules);
    }

    private static String nothingIn(String pattern) {
        return "there are no rules at "
                + pattern
                + ": set exchange.clock.rules to the folder that holds them";
    }

    private static Rule read(Resource resource) {
        try (InputStream bytes = resource.getInputStream()) {
            return READER.readValue(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the rule file " + resource.getFilename() + " is refused: " + e.getMessage(),
                    e);
        }
    }
}
