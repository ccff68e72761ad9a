package org.ehcexchange.clock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads rules from YAML, one version of one rule a file.
final class RuleFiles {

    private static final ObjectReader READER = RuleYaml.strict().readerFor(Rule.class);

    private final ResourcePatternResolver resources;

    RuleFiles(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /// @throws RulesRefused with what is wrong with each file
    List<Rule> read(ClockSettings settings) {
        List<Rule> rules = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Resource file : files(settings.files())) {
            read(file, rules, problems);
        }
        if (rules.isEmpty() && problems.isEmpty()) {
            problems.add("there are no files " + settings.files());
        }
        problems.addAll(Rules.clashes(rules));
        if (!problems.isEmpty()) {
            throw new RulesRefused(settings.rules(), problems);
        }
        return rules;
    }

    private List<Resource> files(String pattern) {
        try {
            return List.of(resources.getResources(pattern));
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the files " + pattern + " cannot be listed", e);
        }
    }

    private static void read(Resource file, List<Rule> rules, List<String> problems) {
        String name = Objects.toString(file.getFilename());
        try (InputStream bytes = file.getInputStream()) {
            rules.add(READER.readValue(bytes));
        } catch (JsonProcessingException e) {
            problems.add(RuleProblem.of(name, e).toString());
        } catch (IOException e) {
            problems.add(new RuleProblem(name, 0, "it cannot be read").toString());
        }
    }
}
