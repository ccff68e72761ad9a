package org.ehcexchange.console;

import org.springframework.ui.Model;

import java.util.List;

/// A page of a heading and a few paragraphs.
final class Plain {

    private Plain() {}

    /// @return the view
    static String show(Model model, String heading, String... paragraphs) {
        model.addAttribute("heading", heading);
        model.addAttribute("paragraphs", List.of(paragraphs));
        return "plain";
    }
}
