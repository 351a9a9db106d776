package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.DdlStatement;

/**
 * What becomes of an operation on a column or constraint: actions of one ALTER TABLE, and
 * statements of their own.
 *
 * @param actions the actions
 * @param comments the comments that follow
 * @param renames the renames that follow those
 */
record Alteration(List<String> actions, List<DdlStatement> comments, List<DdlStatement> renames) {

	static Alteration of(String action) {
		return new Alteration(List.of(action), List.of(), List.of());
	}

	static Alteration comment(DdlStatement comment) {
		return new Alteration(List.of(), List.of(comment), List.of());
	}

	static Alteration rename(DdlStatement rename) {
		return new Alteration(List.of(), List.of(), List.of(rename));
	}

	/**
	 * Return the statements of several alterations of a table. A rename ends an ALTER
	 * TABLE, since what follows it may use the new name.
	 * @param table the table as it stands in SQL
	 * @param alterations the alterations
	 * @return the statements
	 */
	static List<DdlStatement> statements(String table, List<Alteration> alterations) {
		List<DdlStatement> statements = new ArrayList<>();
		List<String> actions = new ArrayList<>();
		List<DdlStatement> comments = new ArrayList<>();
		for (Alteration alteration : alterations) {
			actions.addAll(alteration.actions());
			comments.addAll(alteration.comments());
			if (!alteration.renames().isEmpty()) {
				flush(table, actions, comments, statements);
				statements.addAll(alteration.renames());
			}
		}
		flush(table, actions, comments, statements);
		return statements;
	}

	private static void flush(String table, List<String> actions, List<DdlStatement> comments,
			List<DdlStatement> statements) {
		if (!actions.isEmpty()) {
			String separator = (actions.size() > 1) ? "\n    " : " ";
			statements
				.add(DdlContext.statement("ALTER TABLE " + table + separator + String.join("," + separator, actions)));
		}
		statements.addAll(comments);
		actions.clear();
		comments.clear();
	}

}
