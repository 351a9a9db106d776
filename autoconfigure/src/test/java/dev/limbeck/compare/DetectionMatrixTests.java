package dev.limbeck.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.limbeck.dialect.ConversionClass;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.schema.Schema;
import dev.limbeck.test.PostgresServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The detection matrix: for every single change, what is found; that nothing is left once
 * the upgrade has been applied; and that the downgrade leads back. The table of results
 * is part of docs/autogenerate.md, which {@code -Dautogenerate.document=true} rewrites.
 */
class DetectionMatrixTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "autogenerate.md");

	private static final String BEGIN = "<!-- matrix: begin -->\n";

	private static final String END = "<!-- matrix: end -->";

	private static final int CASES = 130;

	private static final int ROWS = 59;

	private static final int DOCUMENTED_VERSION = 18;

	private final List<String> lines = new ArrayList<>();

	static List<MatrixCase> cases() {
		return Stream
			.of(TableCases.all(), ColumnCases.all(), TypeCases.all(), DefaultCases.all(), KeyCases.all(),
					IndexCases.all(), ForeignKeyCases.all(), CheckCases.all(), EnumCases.all(), ObjectCases.all(),
					RenameCases.all(), DeclaredCases.all())
			.flatMap((part) -> part)
			.sorted(Comparator.comparing((MatrixCase it) -> Integer.valueOf(it.row().substring(1).split("[ ,]")[0])))
			.toList();
	}

	@Test
	void everyRowHasACase() {
		assertThat(cases()).extracting(MatrixCase::row)
			.containsAll(IntStream.rangeClosed(1, ROWS).mapToObj((row) -> "H" + row).toList());
	}

	@TestFactory
	Stream<DynamicTest> everyChangeIsFoundAppliedAndTakenBack() throws SQLException {
		MatrixDatabase database = new MatrixDatabase(PostgresServer.shared().createDatabase());
		List<MatrixCase> cases = cases();
		assertThat(cases).hasSizeGreaterThanOrEqualTo(CASES);
		Stream<DynamicTest> tests = cases.stream()
			.filter((it) -> it.since() <= database.version())
			.map((it) -> DynamicTest.dynamicTest(it.toString(), () -> check(database, it)));
		return Stream.concat(tests, Stream.of(DynamicTest.dynamicTest("documentation", () -> document(database))));
	}

	private void check(MatrixDatabase database, MatrixCase it) throws SQLException {
		Schema target = target(database, it);
		database.reset(it.database());
		Schema before = database.inspect();
		Comparison comparison = database.compare(target, it.options());
		String upgrade = database.write(comparison.directives().upgrade());
		String downgrade = database.write(comparison.directives().downgrade());
		assertThat(found(comparison)).as(upgrade).containsExactlyInAnyOrderElementsOf(it.expected());
		assertThat(comparison.differences()).as(upgrade).allSatisfy(DetectionMatrixTests::saysWhatBothSidesHave);
		assertThat(database.inspect()).isEqualTo(before);
		database.apply(comparison.directives().upgrade());
		Comparison again = database.compare(target, it.options());
		assertThat(again.differences()).as(upgrade).extracting(Difference::description).isEmpty();
		database.apply(comparison.directives().downgrade());
		if (it.reversible()) {
			assertThat(back(database, before)).as(upgrade + "\n" + downgrade)
				.extracting(Difference::description)
				.isEmpty();
		}
		this.lines.add(line(it, comparison));
	}

	private static void saysWhatBothSidesHave(Difference difference) {
		Sides sides = difference.sides();
		if (difference.kind() == DifferenceKind.ADDED) {
			assertThat(sides.target()).isNotBlank();
			assertThat(sides.database()).isNull();
		}
		else if (difference.kind() == DifferenceKind.REMOVED) {
			assertThat(sides.target()).isNull();
			assertThat(sides.database()).isNotBlank();
		}
		else if (!difference.reason().startsWith("the same,")) {
			assertThat(sides.target()).isNotBlank().isNotEqualTo(sides.database());
			assertThat(sides.database()).isNotBlank();
		}
	}

	static Schema target(MatrixDatabase database, MatrixCase it) throws SQLException {
		if (it.declared() != null) {
			return it.declared();
		}
		database.reset(it.target());
		return database.inspect();
	}

	static List<Difference> back(MatrixDatabase database, Schema before) throws SQLException {
		return new SchemaComparator(new PostgresqlDialect().typeRules(), database.version(),
				ComparisonOptions.DEFAULTS.completeTarget().withForeignKeyNames())
			.compare(database.inspect(), NormalizedTarget.of(before))
			.differences();
	}

	private static List<String> found(Comparison comparison) {
		List<String> found = new ArrayList<>();
		comparison.differences()
			.forEach((difference) -> found.add(symbol(difference.kind()) + " " + difference.object()));
		comparison.problems().forEach((problem) -> found.add("! " + problem.object()));
		comparison.renameCandidates()
			.forEach((candidate) -> found
				.add("? " + candidate.type().words() + " " + candidate.from() + " to " + candidate.to()));
		return found;
	}

	private static String symbol(DifferenceKind kind) {
		return switch (kind) {
			case ADDED -> "+";
			case REMOVED -> "-";
			case CHANGED -> "~";
			case RENAMED -> ">";
		};
	}

	private static String line(MatrixCase it, Comparison comparison) {
		List<String> found = new ArrayList<>();
		for (Difference difference : comparison.differences()) {
			found.add(difference.description() + effect(difference) + (difference.destructive() ? " *" : ""));
		}
		if (!comparison.problems().isEmpty()) {
			found.add("a problem is reported");
		}
		comparison.renameCandidates().forEach((candidate) -> found.add(candidate.question()));
		String text = found.isEmpty() ? "nothing" : String.join("<br>", found);
		String back = comparison.directives().downgrade().isEmpty() ? "-" : "yes";
		return "| %s | %s | %s | %s |".formatted(it.row(), it.title(), text.replace("|", "\\|"),
				it.reversible() ? back : "no");
	}

	private static String effect(Difference difference) {
		boolean told = difference.kind() == DifferenceKind.CHANGED && difference.effect() != ConversionClass.LOSSLESS;
		return told ? " (" + difference.effect().words() + ")" : "";
	}

	private void document(MatrixDatabase database) throws SQLException, IOException {
		if (database.version() != DOCUMENTED_VERSION) {
			return;
		}
		String table = "| row | change | found | taken back |\n| --- | --- | --- | --- |\n"
				+ this.lines.stream().map((line) -> line + "\n").collect(Collectors.joining());
		String document = Files.readString(DOCUMENT);
		int begin = document.indexOf(BEGIN) + BEGIN.length();
		int end = document.indexOf(END);
		if (Boolean.getBoolean("autogenerate.document")) {
			Files.writeString(DOCUMENT, document.substring(0, begin) + table + document.substring(end));
		}
		else {
			assertThat(document.substring(begin, end)).isEqualTo(table);
		}
	}

}
