package org.ehcexchange.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Looks at every request up who is signed in, so that whoever left the directory is out at once.
///
/// A session keeps only what somebody signed in with; what they may do is never kept.
final class WhoIsThis extends OncePerRequestFilter {

    static final String NOT_KNOWN = "/not-known";

    private final Greeter greeter;

    WhoIsThis(Greeter greeter) {
        this.greeter = greeter;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication kept = SecurityContextHolder.getContext().getAuthentication();
        if (kept == null || kept instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SignedIn> known = greeter.find(kept.getName());
        if (known.isPresent()) {
            SecurityContextHolder.setContext(as(known.get()));
            chain.doFilter(request, response);
        } else {
            turnAway(request, response);
        }
    }

    private static SecurityContext as(SignedIn person) {
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(person, "", List.of()));
    }

    private static void turnAway(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(request.getContextPath() + NOT_KNOWN);
    }
}
