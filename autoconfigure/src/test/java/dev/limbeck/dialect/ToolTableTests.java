package dev.limbeck.dialect;

import java.util.Arrays;
import java.util.List;

import dev.limbeck.dialect.OtherHistory.Tool;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables of other tools, and tables that only look like them.
 */
class ToolTableTests {

	private static boolean isOfATool(String name, String columns) {
		return ToolTable.find(name, Arrays.asList(columns.split(" "))) != null;
	}

	@Test
	void historiesAreKnownUnderAnyName() {
		ToolTable flyway = ToolTable.find("anything", List.of("INSTALLED_RANK", "version", "description", "type",
				"script", "checksum", "installed_by", "installed_on", "execution_time", "success", "version_rank"));
		assertThat(flyway).isNotNull();
		assertThat(flyway.history()).isEqualTo(Tool.FLYWAY);
		assertThat(flyway.bookkeeping()).isTrue();
		ToolTable alembic = ToolTable.find("v", List.of("version_num"));
		assertThat(alembic).isNotNull();
		assertThat(alembic.history()).isEqualTo(Tool.ALEMBIC);
	}

	@Test
	void historyOfAnotherEnvironmentIsBookkeepingToo() {
		ToolTable own = ToolTable.find("reporting_history",
				List.of("id", "revision", "direction", "heads_after", "message", "checksum", "started_at",
						"duration_ms", "database_user", "application", "outcome", "progress", "fingerprint"));
		assertThat(own).isNotNull();
		assertThat(own.bookkeeping()).isTrue();
		assertThat(own.history()).isNull();
	}

	@Test
	void tablesOfLibrariesAreNoBookkeepingOfMigrations() {
		ToolTable shedlock = ToolTable.find("s", List.of("name", "lock_until", "locked_at", "locked_by"));
		assertThat(shedlock).isNotNull();
		assertThat(shedlock.bookkeeping()).isFalse();
		assertThat(shedlock.history()).isNull();
	}

	@Test
	void namesAloneAreNobodys() {
		assertThat(isOfATool("flyway_schema_history", "id name")).isFalse();
		assertThat(isOfATool("batch_job_costs", "id job_name amount")).isFalse();
		assertThat(isOfATool("qrtz_notes", "id note")).isFalse();
		assertThat(isOfATool("schema_version", "id version")).isFalse();
		assertThat(isOfATool("shedlock", "id")).isFalse();
	}

	@Test
	void columnsThatAnybodyHasNeedTheNameToo() {
		assertThat(isOfATool("schema_migrations", "version dirty")).isTrue();
		assertThat(isOfATool("releases", "version")).isFalse();
		assertThat(isOfATool("YB_FLYWAY_LOCK_TABLE", "table_name lock_id ts")).isTrue();
		assertThat(isOfATool("seats", "table_name locked")).isFalse();
		assertThat(isOfATool("revisions", "version_num author")).isFalse();
	}

	@Test
	void sequencesGoWithTheirTables() {
		List<String> tables = List.of("nightly_job_instance", "MSG_CHANNEL_MESSAGE");
		assertThat(ToolTable.isSequence("nightly_job_seq", tables)).isTrue();
		assertThat(ToolTable.isSequence("MSG_MESSAGE_SEQ", tables)).isTrue();
		assertThat(ToolTable.isSequence("weekly_job_seq", tables)).isFalse();
		assertThat(ToolTable.isSequence("orders_seq", tables)).isFalse();
	}

}
