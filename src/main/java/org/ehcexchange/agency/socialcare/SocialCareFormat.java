package org.ehcexchange.agency.socialcare;

import org.ehcexchange.mapping.Format;
import org.ehcexchange.mapping.PlainJson;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/// EHC advice JSON for trying its mappings; it has no schema but them.
@Component
@Order(2)
final class SocialCareFormat implements Format {

    @Override
    public String code() {
        return "ssd-json";
    }

    @Override
    public String name() {
        return "EHC advice JSON";
    }

    @Override
    public String agency() {
        return SocialCareReader.AGENCY;
    }

    @Override
    public Read read(byte[] bytes) {
        return switch (StrictJson.read(bytes)) {
            case StrictJson.Reading.Tree(var tree) -> new Read.Tree(tree, List.of());
            case StrictJson.Reading.NotJson(var why) -> new Read.Not(why);
        };
    }

    @Override
    public Written write(Map<String, Object> tree) {
        return new Written.Text(PlainJson.print(tree));
    }
}
