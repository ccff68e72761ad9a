package org.ehcexchange.directory;

import java.util.List;
import java.util.Map;

/// The text of the folder's files at one moment, by file name.
///
/// @param problems files or folders that could not be read as text
record Snapshot(Map<String, String> texts, List<DirectoryProblem> problems) {}
