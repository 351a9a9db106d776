package dev.limbeck.dialect.postgresql;

/**
 * SQL that tells whether what a role has made may be used. What a table does when it is
 * read or written (its triggers, its rules, its policies) is up to its owner and runs
 * with the rights of whoever does that. So the owner must be one who has those rights
 * anyway: the role of the session, a member of it, a superuser, the owner of the
 * database; or a role that the role of the session has been made a member of, which for a
 * superuser counts for nothing, since he passes for a member of every role.
 */
final class TrustedOwner {

	private TrustedOwner() {
	}

	/**
	 * Return a condition.
	 * @param owner an expression for the id of the owner
	 * @return the condition
	 */
	static String of(String owner) {
		return "(pg_catalog.pg_has_role(" + owner + ", current_user, 'MEMBER')\n\t\tOR pg_catalog.pg_has_role(" + owner
				+ ", session_user, 'MEMBER')\n\t\tOR pg_catalog.pg_has_role(" + owner
				+ ", 'pg_database_owner', 'MEMBER')\n\t\tOR (pg_catalog.current_setting('is_superuser') "
				+ "OPERATOR(pg_catalog.=) 'off' AND pg_catalog.pg_has_role(" + owner
				+ ", CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 "
				+ "OPERATOR(pg_catalog.<) 160000 THEN 'MEMBER' ELSE 'USAGE, SET' END)))";
	}

}
