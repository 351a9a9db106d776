package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Writes how a sequence counts.
 */
final class CounterClause {

	private CounterClause() {
	}

	static List<String> of(SequenceOptions options) {
		List<String> clauses = new ArrayList<>();
		add(clauses, "START WITH ", options.start());
		add(clauses, "INCREMENT BY ", options.increment());
		add(clauses, "MINVALUE ", options.minimum());
		add(clauses, "MAXVALUE ", options.maximum());
		add(clauses, "CACHE ", options.cache());
		if (options.cycle() != null) {
			clauses.add(options.cycle() ? "CYCLE" : "NO CYCLE");
		}
		return clauses;
	}

	private static void add(List<String> clauses, String keyword, @Nullable Long value) {
		if (value != null) {
			clauses.add(keyword + value);
		}
	}

}
