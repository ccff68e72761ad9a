package org.ehcexchange.mapping;

import org.ehcexchange.canonical.Violation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The mappings of a folder, loaded whole.
@Component
public final class JsonataMappings implements Mappings {

    private final Path folder;
    private volatile MappingSet set;

    @Autowired
    JsonataMappings(MappingSettings settings) {
        this(settings.folder());
    }

    /// @throws BadMappings when anything in the folder is unsound
    public JsonataMappings(Path folder) {
        this.folder = folder;
        this.set = MappingFolder.load(folder);
    }

    @Override
    public Mapped map(
            String agency,
            String message,
            Direction direction,
            Map<String, Object> input,
            Map<String, Object> context) {
        return set.map(new MappingKey(agency, message, direction), input, context);
    }

    @Override
    public List<Violation> inTermsOf(String agency, List<Violation> violations) {
        return set.inTermsOf(agency, violations);
    }

    /// What a mapping says it leaves out, as JSON pointers in which `+` stands for any name or
    /// index: canonical fields for a `TO` mapping, fields of the format for a `FROM` mapping.
    public List<String> leftOut(String agency, String message, Direction direction) {
        var mapping = set.mappings().get(new MappingKey(agency, message, direction));
        return mapping == null ? List.of() : mapping.header().unreadPointers();
    }

    /// Replaces every mapping, or, when anything is unsound, none.
    ///
    /// @throws BadMappings and keeps what was loaded before
    public void reload() {
        set = MappingFolder.load(folder);
    }

    /// Where the mappings, and the schemas beside them, are.
    public Path folder() {
        return folder;
    }

    MappingSet set() {
        return set;
    }
}
