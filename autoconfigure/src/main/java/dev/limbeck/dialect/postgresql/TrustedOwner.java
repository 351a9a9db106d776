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

	// Before PostgreSQL 15 each role may make others its members, and the grantor that is
	// recorded is that role. What counts is who may grant any role
	private static final String GRANTED = """
			EXISTS (WITH RECURSIVE granted (role) AS (
					SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname OPERATOR(pg_catalog.=) current_user
					UNION SELECT m.roleid FROM granted
						JOIN pg_catalog.pg_auth_members m ON m.member OPERATOR(pg_catalog.=) granted.role
						JOIN pg_catalog.pg_roles g ON g.oid OPERATOR(pg_catalog.=) m.grantor
						WHERE g.rolsuper OR g.rolcreaterole)
				SELECT FROM granted WHERE granted.role OPERATOR(pg_catalog.=)\s""";

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
				+ "OPERATOR(pg_catalog.=) 'off' AND pg_catalog.pg_has_role(" + owner + ", CASE WHEN "
				+ olderThan(160000) + " THEN 'MEMBER' ELSE 'USAGE, SET' END)\n\t\tAND CASE WHEN " + olderThan(150000)
				+ " THEN " + GRANTED + owner + ") ELSE true END))";
	}

	private static String olderThan(int version) {
		return "pg_catalog.current_setting('server_version_num')::pg_catalog.int4 OPERATOR(pg_catalog.<) " + version;
	}

}
