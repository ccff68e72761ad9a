package org.ehcexchange.notice;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows half a configuration as a sentence instead of a stack trace.
final class HalfConfiguredAnalyzer extends AbstractFailureAnalyzer<HalfConfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable root, HalfConfigured half) {
        return new FailureAnalysis(half.getMessage(), half.remedy(), half);
    }
}
