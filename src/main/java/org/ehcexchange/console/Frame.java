package org.ehcexchange.console;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import java.util.List;

/// What stands on every page: who is signed in, and where they can go.
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    @ModelAttribute
    void frame(
            @AuthenticationPrincipal(errorOnInvalidType = false) @Nullable SignedIn you,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("you", you);
        model.addAttribute(
                "places", you == null ? List.of() : Menu.of(you, request.getServletPath()));
    }
}
