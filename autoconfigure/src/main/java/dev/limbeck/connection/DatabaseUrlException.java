package dev.limbeck.connection;

/**
 * Thrown when a text is not the URL of a PostgreSQL database. The message names the
 * spelling that was recognized and what is wrong, never the text itself.
 *
 * @since 0.1.0
 */
public class DatabaseUrlException extends ConnectionException {

	private static final String SPELLINGS = "Write it as jdbc:postgresql://host:5432/database or as "
			+ "postgresql://user:password@host:5432/database.";

	private final String reason;

	DatabaseUrlException(String reason, String action) {
		super("The database URL cannot be used: " + reason + ".", action);
		this.reason = reason;
	}

	private DatabaseUrlException(String source, DatabaseUrlException ex) {
		super("The database URL from " + source + " cannot be used: " + ex.reason + ".", ex.getAction());
		this.reason = ex.reason;
	}

	static DatabaseUrlException notAUrl(String reason) {
		return new DatabaseUrlException(reason, SPELLINGS);
	}

	static DatabaseUrlException toEncode(String reason) {
		return new DatabaseUrlException(reason, "Percent-encode the special characters of the user name and the "
				+ "password: @ is %40, : is %3A, / is %2F, ? is %3F, & is %26, % is %25.");
	}

	/**
	 * Say where the text came from.
	 * @param source the property or secret that held it
	 * @return the same exception, naming its source
	 */
	public DatabaseUrlException from(String source) {
		return new DatabaseUrlException(source, this);
	}

}
