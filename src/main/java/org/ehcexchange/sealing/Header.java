package org.ehcexchange.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Kind;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.sealing.Flaw.Fault;
import org.ehcexchange.sealing.Reader.Result;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// The protected header of everything signed: exactly these seven members, all required.
///
/// The algorithm is always ES256 and cannot be negotiated; nothing in a header says where a key is
/// to be found (RFC 8725, 3.1 and 3.10).
///
/// @param keyId thumbprint of the key (RFC 7638)
/// @param issuer in whose name it is signed
/// @param audience for whom
/// @param issuedAt real time, in whole seconds
/// @param id of the message, or of the conversation for evidence; random for a proof
public record Header(
        Type type,
        String keyId,
        OrganisationCode issuer,
        OrganisationCode audience,
        Instant issuedAt,
        UUID id) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Kind<String> ES256 =
            Reader.word("ES256", "It is not signed with ES256 (RFC 7518, 3.4).");
    private static final Kind<String> THUMBPRINT =
            Reader.formed(
                    Pattern.compile("[A-Za-z0-9_-]{43}"),
                    "This is no key's thumbprint.",
                    "Name the key by its thumbprint (RFC 7638).");

    byte[] bytes() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("alg", "ES256");
        members.put("kid", keyId);
        members.put("typ", type.type());
        members.put("iss", issuer.value());
        members.put("aud", audience.value());
        members.put("iat", issuedAt.getEpochSecond());
        members.put("jti", id.toString());
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A header of plain text cannot be written", e);
        }
    }

    static Result<Header> read(byte[] json, Type expected) {
        return switch (Reader.read(json, "/header", Fault.HEADER, f -> header(f, expected))) {
            case Result.Sound<Header> sound -> sound;
            case Result.Flawed<Header>(var flaws) ->
                    new Result.Flawed<>(flaws.stream().map(Header::named).toList());
        };
    }

    /// An unknown member is refused, and with it everything that could point to a key or change
    /// what is signed: `crit`, `b64`, `jwk`, `jku`, `x5c`.
    private static Header header(Fields fields, Type expected) {
        fields.required("alg", ES256);
        fields.required("typ", typ(expected));
        return new Header(
                expected,
                fields.required("kid", THUMBPRINT),
                fields.required("iss", Kinds.ORGANISATION),
                fields.required("aud", Kinds.ORGANISATION),
                fields.required("iat", new SecondsKind()),
                fields.required("jti", Kinds.UNIQUE_ID));
    }

    private static Kind<String> typ(Type expected) {
        return Kind.text(
                text ->
                        text.equals(expected.type())
                                ? new Parsed.Value<>(text)
                                : new Parsed.Problem<>(
                                        "This is %s, where %s belongs."
                                                .formatted(
                                                        Type.find(text)
                                                                .map(Type::type)
                                                                .orElse("of a type not known here"),
                                                        expected.type()),
                                        "Send %s.".formatted(expected.type())),
                expected.type());
    }

    private static Flaw named(Flaw flaw) {
        Fault fault =
                switch (flaw.violation().pointer()) {
                    case "/header/alg" -> Fault.ALGORITHM;
                    case "/header/typ" -> Fault.TYPE;
                    default -> flaw.fault();
                };
        return new Flaw(fault, flaw.violation());
    }

    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
