package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.springframework.stereotype.Component;

import java.util.List;

/// Notifications to another commissioner that wait for the health officer's word.
@Component
class NotificationTasks implements TaskSource {

    private final NotificationViews notifications;

    NotificationTasks(NotificationViews notifications) {
        this.notifications = notifications;
    }

    @Override
    public List<Task> of(SignedIn you) {
        return notifications.waiting(you, MOST).stream().map(NotificationTasks::task).toList();
    }

    private static Task task(NotificationViews.Line line) {
        return new Task(
                Task.Urgency.NOTIFICATION_TO_APPROVE,
                line.plan(),
                line.to(),
                line.left().isEmpty() ? "tell the new commissioner" : line.left(),
                "/notifications/" + line.id());
    }
}
