package org.ehcexchange.clock;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows refused rules as their lines instead of a stack trace.
final class RulesRefusedAnalyzer extends AbstractFailureAnalyzer<RulesRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RulesRefused refused) {
        return new FailureAnalysis(
                refused.getMessage(), "Each line says the file, the line and what to do.", refused);
    }
}
