package dev.limbeck.dialect;

import org.jspecify.annotations.Nullable;

/**
 * A table that says which migrations a database has had, and is not the version table
 * that is asked for.
 *
 * @param tool whose table it is
 * @param schema the schema of the table
 * @param name the name of the table
 * @param untrustedOwner the role that owns the table if the session does not trust that
 * role, so that the table cannot be used as it is, or {@code null}
 * @since 0.1.0
 */
public record OtherHistory(Tool tool, String schema, String name, @Nullable String untrustedOwner) {

	@Override
	public String toString() {
		return this.schema + "." + this.name;
	}

	/**
	 * Whose table it is.
	 */
	public enum Tool {

		/** A version table of the same name in another schema. */
		SAME("these migrations"),

		/** The version table of Alembic, of one column. */
		ALEMBIC("Alembic"),

		/** The history of Flyway. */
		FLYWAY("Flyway"),

		/** The log of Liquibase. */
		LIQUIBASE("Liquibase");

		private final String title;

		Tool(String title) {
			this.title = title;
		}

		/**
		 * Return the name of the tool.
		 * @return the name
		 */
		public String title() {
			return this.title;
		}

	}

}
