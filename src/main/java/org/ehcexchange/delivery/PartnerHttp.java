package org.ehcexchange.delivery;

import org.ehcexchange.directory.Channel;

import java.net.URI;
import java.util.Map;

/// Posts to a partner's HTTP door and says how it ended.
public interface PartnerHttp {

    /// Signs in with a new token where the login asks for one, posts, and classifies the answer:
    /// 2xx sent; 408, 429, 503, 504 and a dropped connection try again; no connection at all
    /// unreachable; any other status failed.
    ///
    /// @param headers beside Content-Type and Authorization; never personal data
    Answer post(
            URI endpoint,
            Channel.Login login,
            String contentType,
            byte[] body,
            Map<String, String> headers);

    /// What the partner answered, for channels that read it.
    ///
    /// @param sending how the attempt ended, by status alone
    /// @param status 0 when there was no answer
    /// @param body of the answer, at most 64 KiB of it
    record Answer(Sending sending, int status, byte[] body) {}
}
