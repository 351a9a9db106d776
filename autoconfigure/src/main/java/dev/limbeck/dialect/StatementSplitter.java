package dev.limbeck.dialect;

import java.util.List;

/**
 * Divides a script into the statements that the database would find in it.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StatementSplitter {

	/**
	 * Split a script into its statements. Empty statements are left out.
	 * @param script the script
	 * @return the statements in script order
	 * @throws SqlSyntaxException if the script cannot be divided reliably, such as when a
	 * quoted string has no end
	 */
	List<SqlStatement> split(String script);

}
