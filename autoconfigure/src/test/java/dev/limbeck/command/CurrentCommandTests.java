package dev.limbeck.command;

import java.nio.file.Path;

import javax.sql.DataSource;

import dev.limbeck.revision.UnknownCurrentRevisionException;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.DatabaseAccessException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CurrentCommand} on a real server.
 */
class CurrentCommandTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	@Test
	void emptyDatabaseIsBelowBaseAndStaysEmpty() {
		CurrentResult current = Project.withBranches(this.path).on(this.database).current();
		assertThat(current.entries()).isEmpty();
		assertThat(current.rows()).isEmpty();
		assertThat(current.atHeads()).isFalse();
		assertThat(this.database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).isEmpty();
	}

	@Test
	void appliedTipsAreListedWhetherRowsOrNot() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade("extra@head");
		CurrentResult current = migrations.current();
		assertThat(current.rows()).containsExactly("x2");
		assertThat(Project.ids(current.entries())).containsExactly("c1", "x2");
		assertThat(current.entries()).extracting(RevisionEntry::current).containsExactly(false, true);
		assertThat(current.atHeads()).isFalse();
	}

	@Test
	void databaseWithAllHeadsIsAtHeads() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade();
		assertThat(migrations.current().rows()).containsExactly("e1", "x2");
		assertThat(migrations.current().atHeads()).isTrue();
	}

	@Test
	void databaseIsNamedWithoutSecrets() {
		String url = this.database.url() + "?user=" + this.database.username() + "&password=" + this.database.password()
				+ "&ApplicationName=x";
		Migrations migrations = Migrations.builder()
			.scripts(Project.withBranches(this.path).scripts())
			.connections(ConnectionSource.of(dataSource(url)))
			.build();
		assertThat(migrations.current().database()).isEqualTo(this.database.url());
	}

	private static DataSource dataSource(String url) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(url);
		return dataSource;
	}

	@Test
	void unknownRevisionInTheDatabaseIsRefused() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade("a1");
		this.database.execute("UPDATE migrations_version SET version_num = 'other'");
		assertThatExceptionOfType(UnknownCurrentRevisionException.class).isThrownBy(migrations::current)
			.withMessageContaining("other");
	}

	@Test
	void databaseThatIsAwaySaysSo() {
		PGSimpleDataSource nowhere = new PGSimpleDataSource();
		nowhere.setUrl("jdbc:postgresql://localhost:1/nowhere");
		Migrations migrations = Migrations.builder()
			.scripts(Project.withBranches(this.path).scripts())
			.dataSource(nowhere)
			.build();
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(migrations::current);
	}

	@Test
	void noDatabaseSaysWhatToSet() {
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThatExceptionOfType(NoDatabaseException.class).isThrownBy(migrations::current)
			.satisfies((failure) -> assertThat(failure.getAction()).contains("migrations.datasource.url"));
	}

}
