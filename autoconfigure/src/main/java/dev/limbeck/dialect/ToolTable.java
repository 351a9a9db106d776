package dev.limbeck.dialect;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.limbeck.dialect.OtherHistory.Tool;
import org.jspecify.annotations.Nullable;

/**
 * A table that a tool has made for itself. It is known by its columns, since names are
 * configurable; the name counts only where it is not, and the columns are those that
 * anybody's table could have.
 *
 * @param columns the columns that it has, in lower case
 * @param exact whether it has no others
 * @param name what its name ends in, or {@code null} if any will do
 * @param history the tool of which it is the history, or {@code null} if it is none
 * @param bookkeeping whether it is about migrations
 * @since 0.1.0
 */
public record ToolTable(Set<String> columns, boolean exact, @Nullable String name, @Nullable Tool history,
		boolean bookkeeping) {

	private static final List<ToolTable> ALL = List.of(
			history(Tool.FLYWAY,
					"installed_rank version description type script checksum installed_by installed_on "
							+ "execution_time success"),
			named("flyway_lock_table", "table_name locked"), named("flyway_lock_table", "table_name lock_id ts"),
			history(Tool.LIQUIBASE, "id author filename dateexecuted orderexecuted exectype md5sum"),
			bookkeeping("id locked lockgranted lockedby"), history(Tool.ALEMBIC, "version_num").exactly(),
			bookkeeping("revision direction heads_after checksum started_at outcome"),
			named("schema_migrations", "version"), named("schema_migrations", "version dirty"),
			named("schema_migrations", "version inserted_at"),
			named("ar_internal_metadata", "key value created_at updated_at"),
			bookkeeping("schema name migration parent done resulting_schema"),
			library("name lock_until locked_at locked_by"), library("sched_name job_name job_group job_class_name"),
			library("sched_name trigger_name trigger_group"), library("sched_name trigger_group").exactly(),
			library("sched_name calendar_name calendar"), library("sched_name instance_name last_checkin_time"),
			library("sched_name lock_name").exactly(),
			library("primary_id session_id creation_time last_access_time max_inactive_interval expiry_time"),
			library("session_primary_id attribute_name attribute_bytes"),
			library("job_instance_id version job_name job_key"),
			library("job_execution_id version job_instance_id create_time exit_code"),
			library("job_execution_id parameter_name parameter_type parameter_value identifying"),
			library("job_execution_id type_cd key_name string_val identifying"),
			library("step_execution_id version step_name job_execution_id commit_count"),
			library("step_execution_id short_context serialized_context"),
			library("job_execution_id short_context serialized_context"),
			library("message_id region created_date message_bytes"), library("group_key message_id region").exactly(),
			library("group_key region complete last_released_sequence created_date updated_date"),
			library("lock_key region client_id created_date"), library("metadata_key metadata_value region"),
			library("id listener_id event_type serialized_event publication_date completion_date"),
			library("task_name task_instance task_data execution_time picked picked_by"));

	/** Sequences that a library counts with, and the tables that they go with. */
	private static final List<List<String>> SEQUENCES = List.of(List.of("job_seq", "job_instance"),
			List.of("job_instance_seq", "job_instance"), List.of("job_execution_seq", "job_execution"),
			List.of("step_execution_seq", "step_execution"), List.of("message_seq", "channel_message"));

	/**
	 * Create a table.
	 * @param columns the columns that it has, in lower case
	 * @param exact whether it has no others
	 * @param name what its name ends in, or {@code null}
	 * @param history the tool of which it is the history, or {@code null}
	 * @param bookkeeping whether it is about migrations
	 */
	public ToolTable {
		columns = Set.copyOf(columns);
	}

	private static ToolTable history(Tool tool, String columns) {
		return new ToolTable(split(columns), false, null, tool, true);
	}

	private static ToolTable bookkeeping(String columns) {
		return new ToolTable(split(columns), false, null, null, true);
	}

	private static ToolTable named(String name, String columns) {
		return new ToolTable(split(columns), true, name, null, true);
	}

	private static ToolTable library(String columns) {
		return new ToolTable(split(columns), false, null, null, false);
	}

	private ToolTable exactly() {
		return new ToolTable(this.columns, true, this.name, this.history, this.bookkeeping);
	}

	private static Set<String> split(String columns) {
		return Set.copyOf(Arrays.asList(columns.split(" ")));
	}

	/**
	 * Find the table of a tool that a table is.
	 * @param name the name of the table
	 * @param columns its columns
	 * @return what it is, or {@code null} if it is nobody's but the application's
	 */
	public static @Nullable ToolTable find(String name, List<String> columns) {
		Set<String> lower = Set.copyOf(columns.stream().map((column) -> column.toLowerCase(Locale.ROOT)).toList());
		return ALL.stream().filter((table) -> table.matches(name, lower)).findFirst().orElse(null);
	}

	private boolean matches(String table, Set<String> actual) {
		boolean named = this.name == null || table.toLowerCase(Locale.ROOT).endsWith(this.name);
		return named && (this.exact ? actual.equals(this.columns) : actual.containsAll(this.columns));
	}

	/**
	 * Tell whether a sequence is one that a library counts with.
	 * @param sequence the name of the sequence
	 * @param tables the names of the tables of tools in its schema
	 * @return whether it is
	 */
	public static boolean isSequence(String sequence, Collection<String> tables) {
		String lower = sequence.toLowerCase(Locale.ROOT);
		return SEQUENCES.stream()
			.filter((pair) -> lower.endsWith(pair.get(0)))
			.map((pair) -> lower.substring(0, lower.length() - pair.get(0).length()) + pair.get(1))
			.anyMatch((table) -> tables.stream().anyMatch(table::equalsIgnoreCase));
	}

}
