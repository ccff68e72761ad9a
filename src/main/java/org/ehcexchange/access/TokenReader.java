package org.ehcexchange.access;

import org.ehcexchange.directory.Organisation;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/// Turns a token into the organisation it names, with what the directory says of it now: a body
/// that closed since the token was issued is refused.
@Component
class TokenReader implements Converter<Jwt, AbstractAuthenticationToken> {

    private final Callers callers;

    TokenReader(Callers callers) {
        this.callers = callers;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Organisation organisation =
                callers.find(String.valueOf(token.getSubject()))
                        .orElseThrow(() -> new InvalidBearerTokenException("No such caller"));
        return new JwtAuthenticationToken(
                token, callers.authorities(organisation), organisation.code().value());
    }
}
