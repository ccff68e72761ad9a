package org.ehcexchange.disclosure;

import org.ehcexchange.directory.Directory;

import java.util.List;
import java.util.Optional;

/// Who must be told of what happens in a case, so that nobody whom the law names is left out.
public final class MandatoryRecipients {

    private final List<RecipientLine> lines;

    MandatoryRecipients(List<RecipientLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /// As the law has it, from the class path.
    public static MandatoryRecipients shipped() {
        return new MandatoryRecipients(
                new CsvTable("/rules/disclosure/recipients.csv").lines(RecipientLine::read));
    }

    /// Everybody who would be missed, or that nobody would.
    public Coverage check(MessagePlan plan, Directory directory) {
        Roll roll = new Roll(plan, directory);
        List<Coverage.Missing> missing =
                lines.stream()
                        .filter(line -> line.event() == plan.event())
                        .map(roll::missing)
                        .flatMap(Optional::stream)
                        .toList();
        return missing.isEmpty() ? new Coverage.Complete() : new Coverage.Incomplete(missing);
    }

    /// Everybody whom the law wants told of the plan's event, told or not.
    public List<Wanted> wanted(MessagePlan plan, Directory directory) {
        Roll roll = new Roll(plan, directory);
        return lines.stream()
                .filter(line -> line.event() == plan.event())
                .map(line -> new Wanted(line.who(), roll.name(line), line.provision()))
                .toList();
    }

    /// One who must be told.
    ///
    /// @param name of the responsible organisation where the directory knows it, else in words
    public record Wanted(MustBeTold who, String name, String provision) {}

    List<RecipientLine> lines() {
        return lines;
    }
}
