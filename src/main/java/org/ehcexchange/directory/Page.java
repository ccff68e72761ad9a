package org.ehcexchange.directory;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

import java.io.StringReader;
import java.util.List;

/// One file of the directory while it is read; gathers its problems with their lines.
record Page(String file, Values values, List<DirectoryProblem> problems) {

    /// Reads the one organisation of the file; adds it only when the file names one.
    void read(String text, List<Entry> entries) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                new OrganisationPage(this, mapping).read().ifPresent(entries::add);
            } else {
                problem(1, "holds no organisation: write its keys, such as code, name and roles");
            }
        } catch (MarkedYAMLException e) {
            problem(lineOf(e), "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problem(0, "is not YAML that can be read");
        }
    }

    private static int lineOf(MarkedYAMLException e) {
        return e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
    }

    void problem(int line, String reason) {
        problems.add(new DirectoryProblem(file, line, reason));
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
