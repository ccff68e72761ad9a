package org.ehcexchange.agency.authority;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.util.unit.DataSize;

import java.io.IOException;

/// Reads something signed from a request, and stops one byte beyond the limit, so that what is too
/// large can be told from what is not.
final class SealedBody {

    static final String JOSE = "application/jose";

    private SealedBody() {}

    static byte[] read(HttpServletRequest request, DataSize most) throws IOException {
        return request.getInputStream().readNBytes((int) most.toBytes() + 1);
    }
}
