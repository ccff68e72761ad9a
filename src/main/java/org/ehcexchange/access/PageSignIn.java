package org.ehcexchange.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.ehcexchange.directory.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.io.IOException;

/// Signs people in to the pages with their organisation's own credentials, over HTTP Basic.
final class PageSignIn {

    private final Callers callers;
    private final PasswordEncoder secrets;

    PageSignIn(Callers callers, PasswordEncoder secrets) {
        this.callers = callers;
        this.secrets = secrets;
    }

    static @Nullable Authentication credentials(HttpServletRequest request) {
        return BasicHeader.read(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(
                        basic ->
                                UsernamePasswordAuthenticationToken.unauthenticated(
                                        basic.code(), basic.secret()))
                .orElse(null);
    }

    Authentication authenticate(Authentication claimed) {
        Organisation organisation =
                callers.find(claimed.getName())
                        .filter(found -> isRight(claimed, found.secretHash()))
                        .orElseThrow(() -> new BadCredentialsException("Wrong code or secret"));
        return UsernamePasswordAuthenticationToken.authenticated(
                organisation.code().value(), "", callers.authorities(organisation));
    }

    private boolean isRight(Authentication claimed, @Nullable String hash) {
        return hash != null && secrets.matches(String.valueOf(claimed.getCredentials()), hash);
    }

    static void askForCredentials(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"EHC Exchange\"");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
