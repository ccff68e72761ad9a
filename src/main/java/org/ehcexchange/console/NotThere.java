package org.ehcexchange.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// The one answer to who asks for what is somebody else's and for what nobody has.
final class NotThere {

    private NotThere() {}

    static ResponseStatusException answer() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
