package dev.limbeck.compare;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A database, what is wanted of it, and what the comparison is to say.
 *
 * @param row the row of the matrix
 * @param title what changes
 * @param database the DDL of the database
 * @param target the DDL of what is wanted, empty if it is declared
 * @param declared what is wanted, if it is declared
 * @param expected what is to be found: {@code +} for something added, {@code -} removed,
 * {@code ~} changed, {@code >} renamed, {@code !} a problem, {@code ?} something that may
 * have been renamed
 * @param options how to compare
 * @param reversible whether the downgrade leads back to the same
 * @param since the version of PostgreSQL that knows it
 */
record MatrixCase(String row, String title, String database, String target, @Nullable Schema declared,
		List<String> expected, ComparisonOptions options, boolean reversible, int since) {

	private static final ComparisonOptions COMPLETE = ComparisonOptions.DEFAULTS.completeTarget();

	// Return a change and the one that takes it back
	static Stream<MatrixCase> change(String row, String title, String database, String target, String... expected) {
		List<String> mirrored = Stream.of(expected).map(MatrixCase::mirrored).toList();
		return Stream.of(of(row, title, database, target, List.of(expected)),
				of(row, title + ", taken back", target, database, mirrored));
	}

	private static String mirrored(String expected) {
		return switch (expected.charAt(0)) {
			case '+' -> "-" + expected.substring(1);
			case '-' -> "+" + expected.substring(1);
			default -> expected;
		};
	}

	static Stream<MatrixCase> oneWay(String row, String title, String database, String target, String... expected) {
		return Stream.of(of(row, title, database, target, List.of(expected)));
	}

	static Stream<MatrixCase> same(String row, String title, String database, String target) {
		return Stream.of(of(row, title, database, target, List.of()),
				of(row, title + ", the other way round", target, database, List.of()));
	}

	static Stream<MatrixCase> declared(String row, String title, String database, Consumer<SchemaBuilder> target,
			String... expected) {
		return Stream.of(new MatrixCase(row, title, database, "", Schema.of(target), List.of(expected),
				ComparisonOptions.DEFAULTS, true, 14));
	}

	private static MatrixCase of(String row, String title, String database, String target, List<String> expected) {
		return new MatrixCase(row, title, database, target, null, expected, COMPLETE, true, 14);
	}

	static Stream<MatrixCase> since(int version, Stream<MatrixCase> cases) {
		return cases.map((it) -> new MatrixCase(it.row, it.title, it.database, it.target, it.declared, it.expected,
				it.options, it.reversible, version));
	}

	static Stream<MatrixCase> with(ComparisonOptions options, Stream<MatrixCase> cases) {
		return cases.map((it) -> new MatrixCase(it.row, it.title, it.database, it.target, it.declared, it.expected,
				options, it.reversible, it.since));
	}

	static Stream<MatrixCase> irreversible(Stream<MatrixCase> cases) {
		return cases.map((it) -> new MatrixCase(it.row, it.title, it.database, it.target, it.declared, it.expected,
				it.options, false, it.since));
	}

	@Override
	public String toString() {
		return this.row + " " + this.title;
	}

}
