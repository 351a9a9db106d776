package dev.limbeck.dialect;

import java.sql.SQLException;
import java.sql.SQLWarning;

/**
 * What a server says, taken apart.
 *
 * @since 0.1.0
 */
public interface ServerErrors {

	/**
	 * Take apart what the server said about a statement that failed.
	 * @param ex what the driver threw
	 * @return the parts
	 */
	ServerError describe(SQLException ex);

	/**
	 * Take apart what the server said while a statement ran.
	 * @param warning what the driver reports as a warning
	 * @return the parts
	 */
	ServerMessage describe(SQLWarning warning);

	/**
	 * Return whether a statement failed because the user may not do that.
	 * @param ex what the driver threw
	 * @return whether a privilege is missing
	 */
	default boolean isMissingPrivilege(SQLException ex) {
		return describe(ex).kind() == ServerError.Kind.MISSING_PRIVILEGE;
	}

}
