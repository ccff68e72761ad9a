package org.ehcexchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Canonical to the bytes of a format and back: nothing is lost but what the mapping declares that
/// it drops.
///
/// A dropped field that the canonical model requires comes back from the context, whatever it is.
public final class RoundTrip {

    private static final JsonataMappings MAPPINGS = new JsonataMappings(Path.of("mappings"));

    private final String agency;
    private final Format format;
    private final Function<EhcMessage, Map<String, Object>> contextTo;
    private final Function<EhcMessage, Map<String, Object>> contextFrom;

    /// For a format whose mappings need no context.
    public RoundTrip(String agency, Format format) {
        this(agency, format, message -> Map.of(), message -> Map.of());
    }

    public RoundTrip(
            String agency,
            Format format,
            Function<EhcMessage, Map<String, Object>> contextTo,
            Function<EhcMessage, Map<String, Object>> contextFrom) {
        this.agency = agency;
        this.format = format;
        this.contextTo = contextTo;
        this.contextFrom = contextFrom;
    }

    /// Trees to bytes and back, as the agency's own adapter does it.
    public interface Format {
        byte[] write(Map<String, Object> tree);

        Map<String, Object> read(byte[] bytes);
    }

    /// Fails when what comes back is not what went in, minus the declared drops.
    public void holdsFor(EhcMessage message) {
        var type = message.type().code();
        var original = CanonicalWriter.write(message);
        var wire = tree(map(type, Direction.TO, original, contextTo.apply(message)));
        var bytes = format.write(wire);
        var back = map(type, Direction.FROM, format.read(bytes), contextFrom.apply(message));
        var drops = MAPPINGS.leftOut(agency, type, Direction.TO);
        assertThat(pruned(canonical(tree(back)), drops)).isEqualTo(pruned(original, drops));
    }

    private Mapped map(
            String type,
            Direction direction,
            Map<String, Object> tree,
            Map<String, Object> context) {
        return MAPPINGS.map(agency, type, direction, tree, context);
    }

    private static Map<String, Object> tree(Mapped mapped) {
        assertThat(mapped).isInstanceOf(Mapped.Tree.class);
        return ((Mapped.Tree) mapped).tree();
    }

    /// Read and written once more, so that both sides are in the published order and form.
    private static Map<String, Object> canonical(Map<String, Object> tree) {
        var reading = CanonicalReader.read(tree);
        assertThat(reading).isInstanceOf(Reading.Valid.class);
        return CanonicalWriter.write(((Reading.Valid) reading).message());
    }

    private static Object pruned(Map<String, Object> tree, List<String> drops) {
        var patterns = drops.stream().map(PointerPattern::of).toList();
        return pruned("", tree, patterns);
    }

    private static Object pruned(String pointer, Object value, List<PointerPattern> drops) {
        return switch (value) {
            case Map<?, ?> map -> {
                var kept = new LinkedHashMap<String, Object>();
                map.forEach(
                        (name, v) -> keep(pointer + "/" + name, name.toString(), v, drops, kept));
                yield kept;
            }
            case List<?> list -> {
                var kept = new ArrayList<>();
                for (int i = 0; i < list.size(); i++) {
                    kept.add(pruned(pointer + "/" + i, list.get(i), drops));
                }
                yield kept;
            }
            default -> value;
        };
    }

    private static void keep(
            String pointer,
            String name,
            Object value,
            List<PointerPattern> drops,
            Map<String, Object> kept) {
        if (drops.stream().noneMatch(drop -> drop.covers(pointer))) {
            kept.put(name, pruned(pointer, value, drops));
        }
    }
}
