package dev.limbeck.runtime;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.StatementKind;

/**
 * A statement that is ready to run and knows where it stands.
 *
 * @param statement the statement
 * @param kind whether it can run in a transaction
 * @param changesSettings whether the session may have other settings after it
 * @param source where it comes from
 */
record CompiledStatement(SqlStatement statement, StatementKind kind, boolean changesSettings, StatementOrigin source) {

	String sql() {
		return this.statement.text();
	}

	/**
	 * Return the statement as it may be shown.
	 * @return the statement without the values of placeholders
	 */
	SqlStatement shown() {
		return this.source.shown(this.statement);
	}

	/**
	 * Return the place in the file of a place in this statement.
	 * @param codePoint what the server says: code points, counted from 1; 0 means the
	 * statement as a whole
	 * @return the position
	 */
	SourcePosition position(int codePoint) {
		String text = sql();
		int inStatement = Math.min(Math.max(codePoint - 1, 0), text.codePointCount(0, text.length()));
		return this.source.positionOf(this.statement.offset() + text.offsetByCodePoints(0, inStatement));
	}

}
