package org.ehcexchange.delivery;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;

/// Makes requests that prove themselves, to partners where nobody signs in.
public interface SignedHttp {

    /// Ends as for [PartnerHttp], and 423 (locked) may be tried again; the body may be streamed.
    Answer call(HttpRequest.Builder request);

    /// @param sending how the attempt ended, by status alone; never with the bytes that went
    /// @param status 0 when there was no answer
    /// @param headers none when there was no answer
    /// @param body of the answer, at most 8 MiB of it
    record Answer(Sending sending, int status, HttpHeaders headers, byte[] body) {}
}
