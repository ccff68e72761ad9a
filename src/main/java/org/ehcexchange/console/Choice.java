package org.ehcexchange.console;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.directory.Organisation;

import java.util.Arrays;
import java.util.List;

/// A choice of a list, with its words.
record Choice(String code, String words) {

    static List<Choice> of(Code[] codes) {
        return Arrays.stream(codes)
                .map(code -> new Choice(code.code(), Words.plain(code.code())))
                .toList();
    }

    static Choice of(Organisation body) {
        return new Choice(
                body.code().value(), "%s (%s)".formatted(body.name(), body.code().value()));
    }
}
