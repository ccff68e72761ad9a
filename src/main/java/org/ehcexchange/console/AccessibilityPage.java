package org.ehcexchange.console;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.DirectorySettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The statement that the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
/// Accessibility Regulations 2018, reg. 8 ask of a public body.
@Controller
class AccessibilityPage {

    private final Names names;
    private final DirectorySettings settings;

    AccessibilityPage(Names names, DirectorySettings settings) {
        this.names = names;
        this.settings = settings;
    }

    @GetMapping("/accessibility")
    String show(Model model) {
        model.addAttribute("operator", names.of(new OrganisationCode(settings.home())));
        return "accessibility";
    }
}
