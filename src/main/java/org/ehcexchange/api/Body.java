package org.ehcexchange.api;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.mapping.StrictJson;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.util.Map;

/// Reads a request's body up to a limit, and stops there.
final class Body {

    private Body() {}

    /// @throws Refused when it is larger or breaks off
    static byte[] read(HttpServletRequest request, DataSize most) {
        long limit = most.toBytes();
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(most);
        }
        byte[] body = bytes(request, (int) limit + 1);
        if (body.length > limit) {
            throw tooLarge(most);
        }
        return body;
    }

    /// The body as strict JSON.
    ///
    /// @throws Refused when it is not
    static Map<String, Object> tree(byte[] body) {
        return switch (StrictJson.read(body)) {
            case StrictJson.Tree(Map<String, Object> tree) -> tree;
            case StrictJson.NotJson(Violation why) -> throw new Refused(Problem.MALFORMED, why);
        };
    }

    private static byte[] bytes(HttpServletRequest request, int most) {
        try {
            return request.getInputStream().readNBytes(most);
        } catch (IOException brokeOff) {
            throw Refused.malformed(
                    "", "The request broke off before it was whole.", "Send it again.");
        }
    }

    private static Refused tooLarge(DataSize most) {
        return new Refused(
                Problem.TOO_LARGE,
                new Violation(
                        "",
                        "The message is larger than %d bytes.".formatted(most.toBytes()),
                        "Upload documents at POST /api/v1/documents and name them in the"
                                + " message."));
    }
}
