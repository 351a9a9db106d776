package dev.limbeck.dialect.postgresql;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Set;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.dialect.ServerMessage;
import dev.limbeck.dialect.ServerMessage.Severity;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL says, taken apart.
 */
final class PostgresqlErrors {

	private static final String NOT_SUPPORTED = "0A000";

	// The functions of the server that refuse another type for what depends on the old
	// one
	private static final Set<String> TYPE_CHANGES = Set.of("ATExecAlterColumnType", "RememberAllDependentForRebuilding",
			"find_composite_type_dependencies");

	private PostgresqlErrors() {
	}

	static ServerError describe(SQLException ex) {
		ServerErrorMessage error = (ex instanceof PSQLException postgres) ? postgres.getServerErrorMessage() : null;
		if (error == null) {
			String message = String.valueOf(ex.getMessage());
			return new ServerError(kindOf(ex.getSQLState(), message), ex.getSQLState(), message);
		}
		String message = String.valueOf(error.getMessage());
		Kind kind = refusesType(error) ? Kind.DEPENDENT_OBJECTS : kindOf(error.getSQLState(), message);
		return new ServerError(kind, error.getSQLState(), message, error.getDetail(), error.getHint(), error.getWhere(),
				error.getPosition());
	}

	// The SQLSTATE of this is that of whatever the server cannot do, in any language
	private static boolean refusesType(ServerErrorMessage error) {
		return NOT_SUPPORTED.equals(error.getSQLState()) && TYPE_CHANGES.contains(String.valueOf(error.getRoutine()));
	}

	private static Kind kindOf(@Nullable String sqlState, String message) {
		return switch ((sqlState != null) ? sqlState : "") {
			case "22003" -> Kind.NUMBER_OUT_OF_RANGE;
			case "22012" -> Kind.DIVISION_BY_ZERO;
			case "25001" -> message.contains("transaction block") ? Kind.REFUSED_IN_TRANSACTION : Kind.OTHER;
			case "25006" -> Kind.READ_ONLY;
			case "25P02" -> Kind.TRANSACTION_ABORTED;
			case "28000", "28P01" -> Kind.LOGIN_REFUSED;
			case "2BP01" -> Kind.DEPENDENT_OBJECTS;
			case "3D000" -> Kind.MISSING_DATABASE;
			case "3F000" -> Kind.MISSING_SCHEMA;
			case "40001" -> Kind.SERIALIZATION_FAILURE;
			case "40P01" -> Kind.DEADLOCK;
			case "42501" -> Kind.MISSING_PRIVILEGE;
			case "42P07" -> Kind.EXISTING_RELATION;
			case "53100" -> Kind.DISK_FULL;
			case "53300" -> Kind.TOO_MANY_CONNECTIONS;
			case "55P03" -> Kind.LOCK_TIMEOUT;
			case "55P04" -> Kind.UNCOMMITTED_ENUM_VALUE;
			case "57014" -> Kind.CANCELLED;
			default -> kindOfClass((sqlState != null) ? sqlState : "");
		};
	}

	private static Kind kindOfClass(String sqlState) {
		if (sqlState.startsWith("08") || sqlState.startsWith("57P0")) {
			return Kind.CONNECTION_LOST;
		}
		return sqlState.startsWith("23") ? Kind.CONSTRAINT_VIOLATION : Kind.OTHER;
	}

	static ServerMessage describe(SQLWarning warning) {
		ServerErrorMessage said = (warning instanceof PSQLWarning postgres) ? postgres.getServerErrorMessage() : null;
		if (said == null) {
			return new ServerMessage(Severity.WARNING, String.valueOf(warning.getMessage()));
		}
		String severity = String.valueOf(said.getSeverity());
		return new ServerMessage(switch (severity) {
			case "WARNING" -> Severity.WARNING;
			case "NOTICE", "INFO" -> Severity.NOTICE;
			default -> Severity.DETAIL;
		}, severity + ": " + said.getMessage() + ((said.getDetail() != null) ? " (" + said.getDetail() + ")" : "")
				+ ((said.getHint() != null) ? " " + said.getHint() : ""));
	}

}
