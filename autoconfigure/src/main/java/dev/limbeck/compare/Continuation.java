package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.limbeck.operation.ExecuteSql;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;

/**
 * Lets a sequence go on behind the numbers that have been given already. Where there are
 * none, it stays at its start, and so does a new one that starts further on.
 */
final class Continuation {

	private static final String BEHIND = "pg_catalog.pg_get_serial_sequence(?, ?)";

	private final String sequence;

	private final List<Object> names;

	private final boolean descending;

	private final long bound;

	private final List<String> sources = new ArrayList<>();

	private final List<Object> parameters = new ArrayList<>();

	private Continuation(String sequence, List<Object> names, SequenceOptions options, boolean begun) {
		this.sequence = sequence;
		this.names = names;
		SequenceOptions all = options.withDefaults(null);
		this.descending = Objects.requireNonNull(all.increment()) < 0;
		Long least = this.descending ? all.maximum() : all.minimum();
		this.bound = Objects.requireNonNull(begun ? least : all.start());
	}

	static Continuation ofNew(Sequence sequence) {
		return of(sequence, false);
	}

	static Continuation ofExisting(Sequence sequence) {
		return of(sequence, true);
	}

	private static Continuation of(Sequence sequence, boolean begun) {
		return new Continuation("?::pg_catalog.regclass", List.of(DataStatements.quoted(sequence.name())),
				sequence.options(), begun);
	}

	static Continuation ofNewIdentity(QualifiedName table, String column, SequenceOptions options) {
		return new Continuation(BEHIND, List.of(DataStatements.quoted(table), column), options, false);
	}

	static Continuation ofIdentity(QualifiedName table, String column, SequenceOptions options) {
		return new Continuation(BEHIND, List.of(DataStatements.quoted(table), column), options, true);
	}

	/**
	 * Go on behind another sequence, even one that is to start somewhere and has not yet.
	 * @param other the other sequence
	 * @return this
	 */
	Continuation behind(QualifiedName other) {
		return source("(SELECT last_value %s CASE WHEN is_called THEN 0 ELSE 1 END FROM ?)"
			.formatted(this.descending ? "+" : "-"), List.of(other));
	}

	/**
	 * Go on behind another sequence unless that has left bounds.
	 * @param other the other sequence
	 * @param bounds options with bounds
	 * @return this
	 */
	Continuation behind(QualifiedName other, SequenceOptions bounds) {
		return source(
				"(SELECT last_value %s CASE WHEN is_called THEN 0 ELSE 1 END FROM ? WHERE last_value BETWEEN ? AND ?)"
					.formatted(this.descending ? "+" : "-"),
				List.of(other, Objects.requireNonNull(bounds.minimum()), Objects.requireNonNull(bounds.maximum())));
	}

	Continuation behindIdentity(QualifiedName table, String column) {
		return source("pg_catalog.pg_sequence_last_value(" + BEHIND + "::pg_catalog.regclass)",
				List.of(DataStatements.quoted(table), column));
	}

	Continuation behindRows(QualifiedName table, String column) {
		return source(
				"(SELECT %s(?)::pg_catalog.int8 FROM ?)"
					.formatted(this.descending ? "pg_catalog.min" : "pg_catalog.max"),
				List.of(QualifiedName.of(column), table));
	}

	private Continuation source(String sql, List<Object> values) {
		this.sources.add(sql);
		this.parameters.addAll(values);
		return this;
	}

	boolean isEmpty() {
		return this.sources.isEmpty();
	}

	/**
	 * Return the statement. What stands in front of one is not kept, so the comment
	 * stands in it.
	 * @param comment why it is there, in one line
	 * @return the operation
	 */
	Operation operation(String comment) {
		String furthest = this.descending ? "LEAST" : "GREATEST";
		String sql = """
				SELECT pg_catalog.setval(%s, given) -- %s
				FROM (SELECT %s(%s) AS given) ids
				WHERE given %s ?""".formatted(this.sequence, comment, furthest, String.join(",\n    ", this.sources),
				this.descending ? "<=" : ">=");
		List<Object> values = new ArrayList<>(this.names);
		values.addAll(this.parameters);
		values.add(this.bound);
		return new ExecuteSql(sql, values);
	}

}
