package org.ehcexchange.directory;

import org.ehcexchange.canonical.Code;

/// What an organisation is in the EHC process.
public enum Role implements Code {
    AUTHORITY,
    HEALTH_COMMISSIONER,
    HEALTH_PROVIDER,
    EDUCATION_SETTING,
    EDUCATION_PSYCHOLOGY,
    SOCIAL_CARE
}
