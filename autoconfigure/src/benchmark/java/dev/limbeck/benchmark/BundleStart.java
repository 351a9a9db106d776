package dev.limbeck.benchmark;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.zip.CRC32;

import javax.sql.DataSource;

import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationContext;

/**
 * A reference: one file to read and one question to the database.
 */
class BundleStart implements Start {

	@Override
	public void run(ApplicationContext context) throws Exception {
		CRC32 checksum = new CRC32();
		try (InputStream content = context.getResource("classpath:db/bundle.sql").getInputStream()) {
			checksum.update(content.readAllBytes());
		}
		try (Connection connection = context.getBean(DataSource.class).getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT count(*) FROM loop_history")) {
			rows.next();
			LogFactory.getLog(BundleStart.class).info("Bundle: " + checksum.getValue() + ", " + rows.getInt(1));
		}
	}

}
