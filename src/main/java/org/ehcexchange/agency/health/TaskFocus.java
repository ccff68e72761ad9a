package org.ehcexchange.agency.health;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/// What a Task that is read by itself is about: a ServiceRequest has its own address, a
/// notification and a copy of a plan are contained.
final class TaskFocus {

    private static final String FOCUS = "focus";

    private TaskFocus() {}

    static void show(Task task, UUID conversation, Bundle bundle) {
        if (!TaskViews.all(bundle, ServiceRequest.class).isEmpty()) {
            task.setFocus(new Reference("ServiceRequest/" + conversation));
            return;
        }
        task.setFocus(contained(task, bundle));
        task.getInput().forEach(input -> input.setValue(shown(input.getValue(), bundle)));
        task.getOutput().forEach(output -> output.setValue(shown(output.getValue(), bundle)));
    }

    /// Nothing where an answer says all in its Task.
    private static @Nullable Reference contained(Task task, Bundle bundle) {
        List<Communication> notes = TaskViews.all(bundle, Communication.class);
        List<DocumentReference> plans = TaskViews.all(bundle, DocumentReference.class);
        if (!notes.isEmpty()) {
            return TaskViews.contain(task, alone(notes.getFirst(), bundle), FOCUS);
        }
        return plans.isEmpty()
                ? null
                : TaskViews.contain(task, alone(plans.getFirst(), bundle), FOCUS);
    }

    private static Communication alone(Communication note, Bundle bundle) {
        note.setAbout(List.of());
        note.setSubject(new Reference("#patient"));
        note.setSender(TaskViews.named(bundle, note.getSender()));
        note.setRecipient(
                note.getRecipient().stream().map(each -> TaskViews.named(bundle, each)).toList());
        return note;
    }

    private static DocumentReference alone(DocumentReference plan, Bundle bundle) {
        plan.setSubject(new Reference("#patient"));
        plan.setAuthor(
                plan.getAuthor().stream().map(each -> TaskViews.named(bundle, each)).toList());
        return plan;
    }

    /// An organisation by its ODS code.
    private static Type shown(Type value, Bundle bundle) {
        return value instanceof Reference reference && isOrganisation(reference, bundle)
                ? TaskViews.named(bundle, reference)
                : value;
    }

    private static boolean isOrganisation(Reference reference, Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getFullUrl().equals(reference.getReference()))
                .anyMatch(entry -> entry.getResource() instanceof Organization);
    }
}
