package dev.limbeck.dialect.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A script and what becomes of it, as written in {@code splitter-cases.json} or in the
 * file that {@code -Dlimbeck.splitter.cases} names.
 *
 * @param name what the case is about
 * @param sql the script
 * @param statements the statements in it, unless it has an error
 * @param starts the offset of each statement
 * @param lines the line of each statement
 * @param error the problem, if it has one
 * @param at the offset of the problem
 * @param server why the server's answer differs from the usual, if it does
 * @param since the version of the first server that divides it so, if that is not every
 * one
 */
record SplitterCase(String name, String sql, @Nullable List<String> statements, @Nullable List<Integer> starts,
		@Nullable List<Integer> lines, @Nullable String error, @Nullable Integer at, @Nullable String server,
		@Nullable Integer since) {

	/**
	 * Load the project's own cases, which a server was asked about.
	 * @return the cases
	 */
	static List<SplitterCase> load() {
		try (InputStream json = SplitterCase.class.getResourceAsStream("splitter-cases.json")) {
			return read(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Load the cases that {@code -Dlimbeck.splitter.cases} names, or else the project's
	 * own.
	 * @return the cases
	 */
	static List<SplitterCase> loadChosen() {
		String path = System.getProperty("limbeck.splitter.cases");
		if (path == null) {
			return load();
		}
		try (InputStream json = Files.newInputStream(Path.of(path))) {
			return read(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<SplitterCase> read(InputStream json) {
		return JsonMapper.shared().readValue(json, new TypeReference<List<SplitterCase>>() {
		});
	}

	boolean isValid() {
		return this.error == null;
	}

}
