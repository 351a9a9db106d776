package dev.limbeck.dialect.postgresql;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.StatementKind;
import dev.limbeck.dialect.postgresql.Token.Kind;

/**
 * Tells from the words of a statement how it gets along with a transaction block. The
 * statements that are refused in one are those for which a server of version 14 to 18
 * calls {@code PreventInTransactionBlock} whatever its catalog holds. Statements for
 * which that depends on the catalog, such as {@code DROP SUBSCRIPTION} or
 * {@code REINDEX TABLE} of a partitioned table, count as transactional.
 */
final class PostgresqlStatementClassifier {

	private static final Set<String> LEAVE_SETTINGS = Set.of("alter", "analyze", "comment", "create", "delete", "drop",
			"grant", "insert", "revoke", "truncate", "update");

	private static final Set<String> FALSE = Set.of("false", "off", "0");

	/**
	 * Classify a statement.
	 * @param statement the statement
	 * @return its kind
	 */
	StatementKind classify(SqlStatement statement) {
		TokenCursor cursor = new TokenCursor(statement.text());
		String verb = cursor.isAt(Kind.WORD) ? cursor.take().plainText() : "";
		return switch (verb) {
			case "begin", "start", "end", "abort" -> StatementKind.TRANSACTION_CONTROL;
			case "commit" -> classifyCommit(cursor);
			case "rollback" -> classifyRollback(cursor);
			case "prepare" -> classifyPrepare(cursor);
			case "call", "do" -> StatementKind.UNKNOWN_UNTIL_RUN;
			default -> isRefused(verb, cursor) ? StatementKind.NON_TRANSACTIONAL : StatementKind.TRANSACTIONAL;
		};
	}

	/**
	 * Tell whether the session may have other settings after a statement. What only
	 * defines or changes objects and rows leaves them as they are, unless it names the
	 * function that sets them, or makes something temporary.
	 * @param statement the statement
	 * @return whether it may
	 */
	boolean changesSettings(SqlStatement statement) {
		String verb = new TokenCursor(statement.text()).take().plainText();
		String text = statement.text().toLowerCase(Locale.ROOT);
		return !LEAVE_SETTINGS.contains(verb) || text.contains("set_config") || text.contains("temp");
	}

	/**
	 * Tell whether a statement is a {@code SET} or {@code RESET} of the session.
	 * @param statement the statement
	 * @return whether it is
	 */
	boolean isSetting(SqlStatement statement) {
		TokenCursor cursor = new TokenCursor(statement.text());
		if (cursor.accept("reset")) {
			return true;
		}
		return cursor.accept("set") && !cursor.isAt("local") && !cursor.isAt("constraints")
				&& !cursor.isAt("transaction");
	}

	private StatementKind classifyCommit(TokenCursor cursor) {
		return cursor.isAt("prepared") ? StatementKind.NON_TRANSACTIONAL : StatementKind.TRANSACTION_CONTROL;
	}

	private StatementKind classifyRollback(TokenCursor cursor) {
		if (cursor.isAt("prepared")) {
			return StatementKind.NON_TRANSACTIONAL;
		}
		cursor.accept("work", "transaction");
		return cursor.isAt("to") ? StatementKind.TRANSACTIONAL : StatementKind.TRANSACTION_CONTROL;
	}

	// A prepared statement, too, may be called transaction; only the transaction has a
	// string after it
	private StatementKind classifyPrepare(TokenCursor cursor) {
		boolean transaction = cursor.accept("transaction") && cursor.isAt(Kind.STRING);
		return transaction ? StatementKind.TRANSACTION_CONTROL : StatementKind.TRANSACTIONAL;
	}

	private boolean isRefused(String verb, TokenCursor cursor) {
		return switch (verb) {
			case "create" -> isRefusedCreate(cursor);
			case "drop" -> isRefusedDrop(cursor);
			case "alter" -> isRefusedAlter(cursor);
			case "reindex" -> isRefusedReindex(cursor);
			case "cluster" -> isClusterOfEverything(cursor);
			case "discard" -> cursor.isAt("all");
			case "vacuum" -> true;
			default -> false;
		};
	}

	private boolean isRefusedCreate(TokenCursor cursor) {
		if (cursor.accept("subscription")) {
			Map<String, String> options = takeTrailingOptions(cursor);
			return isOn(options, "connect", true) && isOn(options, "create_slot", true);
		}
		cursor.accept("unique");
		return isRefusedDrop(cursor);
	}

	private boolean isRefusedDrop(TokenCursor cursor) {
		if (cursor.accept("index")) {
			return cursor.isAt("concurrently");
		}
		return cursor.accept("database", "tablespace");
	}

	private boolean isRefusedAlter(TokenCursor cursor) {
		if (cursor.accept("database")) {
			return isMoveOfDatabase(cursor);
		}
		if (cursor.accept("table")) {
			return isConcurrentDetach(cursor);
		}
		if (cursor.accept("subscription")) {
			return isRefreshOfSubscription(cursor);
		}
		return cursor.isAt("system");
	}

	// SET TABLESPACE name moves the database; SET tablespace = … and SET tablespace TO …
	// would be about a parameter of that name
	private boolean isMoveOfDatabase(TokenCursor cursor) {
		cursor.skipName();
		if (cursor.accept("set")) {
			return cursor.accept("tablespace") && !cursor.isAt(Kind.SYMBOL) && !cursor.isAt("to");
		}
		cursor.accept("with");
		return cursor.isAt("tablespace");
	}

	private boolean isConcurrentDetach(TokenCursor cursor) {
		if (cursor.accept("if")) {
			cursor.accept("exists");
		}
		cursor.accept("only");
		cursor.accept('(');
		cursor.skipName();
		cursor.accept(')');
		cursor.accept('*');
		if (!cursor.accept("detach") || !cursor.accept("partition")) {
			return false;
		}
		cursor.skipName();
		return cursor.isAt("concurrently");
	}

	private boolean isRefreshOfSubscription(TokenCursor cursor) {
		cursor.skipName();
		if (cursor.accept("refresh")) {
			return true;
		}
		return cursor.accept("set", "add", "drop") && cursor.accept("publication")
				&& isOn(takeTrailingOptions(cursor), "refresh", true);
	}

	private boolean isRefusedReindex(TokenCursor cursor) {
		Map<String, String> options = cursor.acceptOptions();
		if (cursor.accept("schema", "database", "system")) {
			return true;
		}
		cursor.accept("index", "table");
		return cursor.isAt("concurrently") || isOn(options, "concurrently", false);
	}

	private boolean isClusterOfEverything(TokenCursor cursor) {
		cursor.acceptOptions();
		cursor.accept("verbose");
		return cursor.isAt(Kind.END);
	}

	private Map<String, String> takeTrailingOptions(TokenCursor cursor) {
		while (!cursor.isAt(Kind.END) && !cursor.accept("with")) {
			cursor.take();
		}
		return cursor.acceptOptions();
	}

	private boolean isOn(Map<String, String> options, String name, boolean missing) {
		String value = options.get(name);
		return (value != null) ? !FALSE.contains(value) : missing;
	}

}
