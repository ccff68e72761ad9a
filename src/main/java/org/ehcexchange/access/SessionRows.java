package org.ehcexchange.access;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.stereotype.Component;

/// How a session is written where several requests of one browser are under way at once.
///
/// Signing in gives the session another id. A request that began before, such as the browser's own
/// for the page's icon, still has the session as it was and would write the old id back: whoever
/// just signed in would be signed out.
@Component
class SessionRows implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

    /// What was read before somebody signed in changes nothing after it.
    private static final String UPDATE =
            """
            update %TABLE_NAME% kept set session_id = now.session_id,
              last_access_time = now.last_access_time,
              max_inactive_interval = now.max_inactive_interval, expiry_time = now.expiry_time,
              principal_name = now.principal_name
            from (select cast(? as text) as session_id, cast(? as bigint) as last_access_time,
                cast(? as int) as max_inactive_interval, cast(? as bigint) as expiry_time,
                cast(? as text) as principal_name, cast(? as char(36)) as primary_id) now
            where kept.primary_id = now.primary_id
              and (kept.principal_name is null or now.principal_name is not null)
            """;

    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        sessions.setUpdateSessionQuery(UPDATE);
    }
}
