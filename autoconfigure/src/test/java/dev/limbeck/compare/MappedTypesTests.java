package dev.limbeck.compare;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.limbeck.dialect.ConversionClass;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Types that entities ask for: a table with rows, the upgrade, a row of Hibernate's, and
 * the downgrade.
 */
class MappedTypesTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private MatrixDatabase session;

	@BeforeEach
	void connect() throws SQLException {
		this.session = new MatrixDatabase(this.database);
		this.database
			.execute("CREATE TABLE article (id bigint PRIMARY KEY, price numeric, stock integer, title varchar(80),"
					+ " changed timestamp(3)); INSERT INTO article VALUES (1, 19.98765, 7, 'one', '2026-02-28 12:34:56.789')");
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.session.close();
	}

	@Test
	void rowsOfBothAreAsTheyWereWritten() throws SQLException {
		MappedRows mapped = new MappedRows(this.database, Article.class);
		Comparison comparison = this.session.compare(mapped.schema(), ComparisonOptions.DEFAULTS);
		assertThat(comparison.differences())
			.extracting((difference) -> difference.object().name() + " " + difference.effect().words())
			.containsExactlyInAnyOrder("price lossy", "stock lossless", "title may fail", "changed lossless");
		apply(comparison.directives().upgrade());
		mapped.insert(new Article(), (article) -> article.id);
		List<String> rows = this.database.query("SELECT concat_ws('|', id, price, stock, title, changed) FROM article");
		assertThat(rows).containsExactly("1|19.98765|7|one|2026-02-28 12:34:56.789",
				"2|5.25|4000000000|two|2026-03-01 00:00:00.123456");
		this.database.execute("UPDATE article SET stock = 8 WHERE id = 2");
		apply(comparison.directives().downgrade());
		assertThat(this.database.query("SELECT concat_ws('|', id, price, stock, title, changed) FROM article"))
			.containsExactly("1|19.98765|7|one|2026-02-28 12:34:56.789", "2|5.25|8|two|2026-03-01 00:00:00.123456");
		assertThat(this.session.compare(mapped.schema(), ComparisonOptions.DEFAULTS).differences())
			.extracting(Difference::effect)
			.contains(ConversionClass.LOSSY, ConversionClass.LOSSLESS);
	}

	private void apply(List<DirectedOperation> operations) throws SQLException {
		this.session.apply(operations.stream().filter((operation) -> !operation.destructive()).toList());
	}

	@Entity(name = "Article")
	@Table(name = "article")
	static class Article {

		@Id
		Long id = 2L;

		BigDecimal price = new BigDecimal("5.25");

		Long stock = 4_000_000_000L;

		@Column(length = 50)
		String title = "two";

		LocalDateTime changed = LocalDateTime.of(2026, 3, 1, 0, 0).plus(123456, ChronoUnit.MICROS);

	}

}
