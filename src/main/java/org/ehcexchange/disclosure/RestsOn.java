package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Code;

/// What lets a message go.
enum RestsOn implements Code {
    /// A statutory duty; consent neither gives nor takes it away.
    DUTY,
    /// A ground on which the plan may be told (SEND Regulations 2014, reg. 17).
    REGULATION_17
}
