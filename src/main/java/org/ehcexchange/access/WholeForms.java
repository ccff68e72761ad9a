package org.ehcexchange.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/// Turns away a form that the web server did not read whole: it would go on with the fields it has,
/// or with none, as if nobody had filled in the others.
///
/// Whoever is turned away for another reason is told that there is no such page; so is whoever sent
/// a form without its page's token, which a form that was not read does not have either.
final class WholeForms extends OncePerRequestFilter implements AccessDeniedHandler {

    /// What a browser may go on sending after it was turned away, so that it shows the answer.
    private static final long DRAINED = 64L * 1024 * 1024;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The server reads a form only once somebody asks for a field of it.
        String unused = request.getParameter("_csrf");
        if (isWhole(request)) {
            chain.doFilter(request, response);
        } else {
            turnAway(request, response);
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (isWhole(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            turnAway(request, response);
        }
    }

    private static boolean isWhole(HttpServletRequest request) {
        return request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) == null;
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long unused = request.getInputStream().skip(DRAINED);
        response.sendError(status(request));
    }

    private static int status(HttpServletRequest request) {
        Object why = request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR);
        return why == FailReason.POST_TOO_LARGE
                ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                : HttpServletResponse.SC_BAD_REQUEST;
    }
}
