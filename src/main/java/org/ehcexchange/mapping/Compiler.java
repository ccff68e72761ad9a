package org.ehcexchange.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Compiles mapping files.
final class Compiler {

    private Compiler() {}

    /// Null when the file cannot be used; `problems` then says why.
    static @Nullable Mapping compile(
            MappingFile file, Map<String, CodeTable> tables, List<Problem> problems) {
        int before = problems.size();
        var header = Header.read(file, problems);
        var expression = expression(file, problems);
        return expression == null || problems.size() > before
                ? null
                : new Mapping(file, header, expression, tables);
    }

    private static @Nullable Jsonata expression(MappingFile file, List<Problem> problems) {
        try {
            var expression = onThreadOfItsOwn(file.expression());
            // The input is a JSON tree already, and the result is copied, nulls and all.
            expression.setValidateInput(false);
            expression.setOutputConvertNulls(false);
            return expression;
        } catch (JException syntax) {
            problems.add(
                    file.problemAt(syntax.getLocation(), "not JSONata: " + syntax.getMessage()));
            return null;
        }
    }

    /// The library makes an expression the working copy of the thread that compiles it, and an
    /// expression that is some thread's working copy is not safe for other threads to run.
    private static Jsonata onThreadOfItsOwn(String source) {
        var task = new FutureTask<>(() -> Jsonata.jsonata(source));
        Thread.ofPlatform().name("mapping-compiler").start(task);
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof JException syntax) {
                throw syntax;
            }
            throw new IllegalStateException("A mapping could not be compiled.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while compiling mappings.", stopped);
        }
    }
}
