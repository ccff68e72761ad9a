package org.ehcexchange.directory;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows a refused directory as its lines instead of a stack trace.
final class DirectoryRefusedAnalyzer extends AbstractFailureAnalyzer<DirectoryRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DirectoryRefused refused) {
        return new FailureAnalysis(
                refused.getMessage(), "Each line says the file, the line and what to do.", refused);
    }
}
