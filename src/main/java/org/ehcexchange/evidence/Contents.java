package org.ehcexchange.evidence;

import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.mapping.StrictJson;
import org.ehcexchange.sealing.Flaw;
import org.ehcexchange.sealing.Header;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.SealedMessage;
import org.ehcexchange.sealing.SealedReceipt;
import org.ehcexchange.sealing.Type;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the lines say so far: whose keys, which messages, and what each receipt is for.
///
/// Every answer is what is wrong with a line in words, or nothing.
final class Contents {

    /// How far two exchanges' clocks may lie apart.
    private static final Duration SKEW = Duration.ofMinutes(15);

    private final Signatures signatures = new Signatures();
    private final Map<String, Carried> messages = new LinkedHashMap<>();
    private final Map<String, Long> receipted = new HashMap<>();
    private Line.@Nullable Head head;

    private record Carried(long line, SealedMessage sealed, @Nullable SealedReceipt receipt) {}

    Optional<String> add(Line line) {
        return switch (line) {
            case Line.Head first -> begin(first);
            case Line.Key key -> signatures.add(key, head());
            case Line.Message message -> message(message);
            case Line.Receipt receipt -> receipt(receipt);
            case Line.State _ -> Optional.empty();
            case Line.Seal _ -> throw new IllegalArgumentException("A seal is not among contents");
        };
    }

    private Optional<String> begin(Line.Head first) {
        head = first;
        return first.parties().size() == 2
                ? Optional.empty()
                : Optional.of("the head does not name two parties");
    }

    private Line.Head head() {
        return Objects.requireNonNull(head);
    }

    private Optional<String> message(Line.Message line) {
        return switch (signatures.check(line.jws(), Type.MESSAGE)) {
            case Signatures.Checked.Wrong(var what) -> Optional.of("the sealed message " + what);
            case Signatures.Checked.Right(var jws) ->
                    switch (SealedMessage.open(jws)) {
                        case SealedMessage.Opening.Flawed(var flaws) ->
                                Optional.of(
                                        "message %s: %s"
                                                .formatted(
                                                        Signatures.id(jws),
                                                        Signatures.words(flaws)));
                        case SealedMessage.Opening.Opened(var sealed) -> carry(line, sealed);
                    };
        };
    }

    private Optional<String> carry(Line.Message line, SealedMessage sealed) {
        if (!sealed.message().envelope().conversationId().value().equals(head().conversation())) {
            return Optional.of(
                    "message %s is of another conversation".formatted(Signatures.id(sealed.jws())));
        }
        Carried before =
                messages.put(sealed.jws().sha256(), new Carried(line.number(), sealed, null));
        return before == null
                ? Optional.empty()
                : Optional.of(
                        "message %s stands in line %d already"
                                .formatted(Signatures.id(sealed.jws()), before.line()));
    }

    private Optional<String> receipt(Line.Receipt line) {
        return switch (signatures.check(line.jws(), Type.RECEIPT)) {
            case Signatures.Checked.Wrong(var what) -> Optional.of("the receipt " + what);
            case Signatures.Checked.Right(var jws) ->
                    switch (SealedReceipt.open(jws)) {
                        case SealedReceipt.Opening.Flawed(var flaws) ->
                                Optional.of(
                                        "the receipt for message %s: %s"
                                                .formatted(
                                                        Signatures.id(jws),
                                                        Signatures.words(flaws)));
                        case SealedReceipt.Opening.Opened(var receipt) -> match(line, receipt);
                    };
        };
    }

    private Optional<String> match(Line.Receipt line, SealedReceipt receipt) {
        Carried carried = messages.get(receipt.says().sealedSha256());
        if (carried == null) {
            return Optional.of(
                    "the receipt is for message %s as no line before it has it"
                            .formatted(receipt.says().messageId()));
        }
        String message = receipt.says().from() + " " + receipt.says().messageId();
        Long before = receipted.putIfAbsent(message, line.number());
        if (before != null) {
            return Optional.of(
                    "message %s has a receipt already, in line %d"
                            .formatted(receipt.says().messageId(), before));
        }
        messages.put(
                receipt.says().sealedSha256(),
                new Carried(carried.line(), carried.sealed(), receipt));
        List<Flaw> flaws = receipt.differences(carried.sealed());
        return flaws.isEmpty()
                ? tooEarly(receipt, carried)
                : Optional.of(
                        "the receipt for message %s: %s"
                                .formatted(receipt.says().messageId(), Signatures.words(flaws)));
    }

    private static Optional<String> tooEarly(SealedReceipt receipt, Carried carried) {
        var signedAt = carried.sealed().jws().header().issuedAt();
        return receipt.jws().header().issuedAt().plus(SKEW).isBefore(signedAt)
                ? Optional.of(
                        "the receipt for message %s was signed before the message"
                                .formatted(receipt.says().messageId()))
                : Optional.empty();
    }

    private record Sum(long lines, String sha256) {}

    Optional<String> seal(Line.Seal line, String sha256) {
        return switch (signatures.check(line.jws(), Type.EVIDENCE)) {
            case Signatures.Checked.Wrong(var what) -> Optional.of("the seal " + what);
            case Signatures.Checked.Right(var jws) -> {
                boolean its = jws.header().issuer().equals(head().exchange());
                boolean sums = sum(jws).equals(Optional.of(new Sum(line.number() - 1, sha256)));
                yield its && sums && jws.header().id().equals(head().conversation())
                        ? Optional.empty()
                        : Optional.of(
                                "the seal is not that of %s over the lines before it: a line was changed, taken out or added"
                                        .formatted(head().exchange()));
            }
        };
    }

    private static Optional<Sum> sum(Jws jws) {
        return StrictJson.read(jws.payload()) instanceof StrictJson.Tree(var tree)
                        && Form.read(tree, Contents::sum) instanceof Form.Sound<Sum>(var sum)
                ? Optional.of(sum)
                : Optional.empty();
    }

    private static Sum sum(Fields fields) {
        return new Sum(
                fields.required("lines", Kinds.SIZE), fields.required("sha256", Texts.SHA_256));
    }

    Verdict verdict() {
        return new Verdict.Holds(
                head().conversation(),
                head().exchange(),
                messages.values().stream().map(Contents::proven).toList(),
                signatures.keys());
    }

    private static Verdict.Proven proven(Carried carried) {
        SealedMessage sealed = carried.sealed();
        Header header = sealed.jws().header();
        SealedReceipt receipt = carried.receipt();
        return new Verdict.Proven(
                carried.line(),
                sealed.message().type().code() + " " + header.id(),
                header.issuer(),
                header.audience(),
                header.issuedAt(),
                receipt == null ? null : receipt.says().receivedAt(),
                sealed.manifest().documents());
    }
}
