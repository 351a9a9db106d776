package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.jdbc.datasource.ConnectionProxy;

/**
 * A connection of the run's own. HikariCP closes a connection after certain SQLSTATEs,
 * also where a statement was only refused (0A000), and logs the stack trace. What is a
 * loss is for the run to find out, so it works on what lies beneath.
 *
 * @param lent what the source has opened, and is given back
 * @param session what the run works on
 * @param source where it came from
 */
record RunConnection(Connection lent, Connection session, ConnectionSource source) {

	private static final String HIKARI = "com.zaxxer.hikari.";

	static RunConnection of(Connection lent, ConnectionSource source) throws SQLException {
		Connection target = (lent instanceof ConnectionProxy proxy) ? proxy.getTargetConnection() : lent;
		boolean pooled = target.getClass().getName().startsWith(HIKARI);
		return new RunConnection(lent, pooled ? target.unwrap(Connection.class) : lent, source);
	}

	void giveUp() {
		LostRunInspection.giveUp(this.lent, this.source);
	}

	void discard() throws SQLException {
		this.source.discard(this.lent);
	}

}
