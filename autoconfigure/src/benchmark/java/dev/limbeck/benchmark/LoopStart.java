package dev.limbeck.benchmark;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.context.ApplicationContext;

/**
 * A reference: the least that a first start can do with a transaction and a history row
 * for each revision, over JDBC.
 */
class LoopStart implements Start {

	@Override
	public void run(ApplicationContext context) throws Exception {
		String bundle;
		try (InputStream content = context.getResource("classpath:db/bundle.sql").getInputStream()) {
			bundle = new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		try (Connection connection = context.getBean(DataSource.class).getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE loop_history (id integer PRIMARY KEY, revision varchar(32) NOT NULL)");
			try (PreparedStatement history = connection.prepareStatement("INSERT INTO loop_history VALUES (?, ?)")) {
				connection.setAutoCommit(false);
				run(bundle.split("\n\n"), connection, statement, history);
			}
		}
	}

	private static void run(String[] revisions, Connection connection, Statement statement, PreparedStatement history)
			throws Exception {
		for (int i = 0; i < revisions.length; i++) {
			for (String sql : revisions[i].split(";\n")) {
				statement.execute(sql);
			}
			history.setInt(1, i);
			history.setString(2, RevisionFiles.id(i));
			history.executeUpdate();
			connection.commit();
		}
	}

}
