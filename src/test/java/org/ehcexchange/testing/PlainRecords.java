package org.ehcexchange.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Takes `@Nullable` off the components of compiled records, for mutation testing.
///
/// JDK 25 crashes when it exchanges the code of a record with an annotated component type, as
/// mutation testing does with each change, and a crash would count as a change noticed.
final class PlainRecords {

    private PlainRecords() {}

    /// @param args the folder of classes, which are changed in place
    public static void main(String[] args) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(PlainRecords::write);
        }
    }

    private static void write(Path file) {
        try {
            ClassFile classes = ClassFile.of();
            byte[] plain =
                    classes.transformClass(classes.parse(file), PlainRecords::withoutAnnotations);
            Files.write(file, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withoutAnnotations(ClassBuilder plain, ClassElement element) {
        plain.with(
                element instanceof RecordAttribute components
                        ? RecordAttribute.of(plain(components.components()))
                        : element);
    }

    private static List<RecordComponentInfo> plain(List<RecordComponentInfo> components) {
        return components.stream().map(PlainRecords::plain).toList();
    }

    private static RecordComponentInfo plain(RecordComponentInfo component) {
        var type = Attributes.runtimeVisibleTypeAnnotations();
        return RecordComponentInfo.of(
                component.name(),
                component.descriptor(),
                component.attributes().stream()
                        .filter(it -> it.attributeMapper() != type)
                        .toList());
    }
}
