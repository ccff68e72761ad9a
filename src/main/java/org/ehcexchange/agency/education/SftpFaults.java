package org.ehcexchange.agency.education;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;

import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What a failed write means for the delivery.
final class SftpFaults {

    private SftpFaults() {}

    static Sending classify(Throwable failed, Channel.CbdsOverSftp server) {
        var place = server.host() + ":" + server.port();
        return causes(failed)
                .flatMap(cause -> sending(cause, place).stream())
                .findFirst()
                .orElseGet(() -> new Sending.TryAgain("the SFTP write to " + place + " broke off"));
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause);
    }

    private static Optional<Sending> sending(Throwable cause, String place) {
        return switch (cause) {
            case SftpException sftp -> Optional.of(answered(sftp, place));
            case JSchException session ->
                    Optional.of(new Sending.Unreachable(noSession(session, place)));
            default -> Optional.empty();
        };
    }

    /// The server's own status (draft-ietf-secsh-filexfer, section 7).
    private static Sending answered(SftpException sftp, String place) {
        return switch (sftp.id) {
            case ChannelSftp.SSH_FX_PERMISSION_DENIED ->
                    new Sending.Failed(
                            place + " does not let the exchange write into the inbox folder");
            case ChannelSftp.SSH_FX_NO_SUCH_FILE ->
                    new Sending.Failed(place + " has no such inbox folder");
            default ->
                    new Sending.TryAgain(
                            place + " could not take the file (SFTP status " + sftp.id + ")");
        };
    }

    private static String noSession(JSchException session, String place) {
        var message = String.valueOf(session.getMessage());
        if (message.contains("HostKey") || message.contains("reject")) {
            return place + " shows another host key than the directory names";
        }
        return message.startsWith("Auth")
                ? place + " refused the exchange's user or password"
                : "no SFTP session with " + place;
    }
}
