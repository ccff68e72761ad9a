package org.ehcexchange.mapping;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/// Canonical JSON, as it is pushed to a partner or collected: nothing is mapped.
@Component
@Order(9)
final class CanonicalFormat implements Format {

    @Override
    public String code() {
        return "canonical";
    }

    @Override
    public String name() {
        return "Canonical JSON";
    }

    @Override
    public String agency() {
        return MappingFolder.CANONICAL;
    }

    @Override
    public Read read(byte[] bytes) {
        return switch (StrictJson.read(bytes)) {
            case StrictJson.Tree(var tree) -> new Read.Tree(tree, List.of());
            case StrictJson.NotJson(var why) -> new Read.Not(List.of(why));
        };
    }

    @Override
    public Written write(Map<String, Object> tree) {
        return new Written.Text(PlainJson.print(tree));
    }
}
