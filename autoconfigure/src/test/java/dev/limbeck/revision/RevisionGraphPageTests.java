package dev.limbeck.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Hold {@code docs/revision-graph.md} against the graph that it describes.
 */
class RevisionGraphPageTests {

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern ARROW = Pattern.compile("(\\w+) (-->|-\\.->) (\\w+)");

	private static final String REFUSED = "refused: ";

	private final List<String> lines = Files.readAllLines(Path.of("../docs/revision-graph.md"));

	private final RevisionGraph graph = RevisionGraph.of(table("| revision | down_revision ").stream()
		.map((cells) -> new Revision(codes(cells.get(0)).get(0), codes(cells.get(1)), codes(cells.get(2)),
				codes(cells.get(3)), "", "page"))
		.toList());

	RevisionGraphPageTests() throws IOException {
	}

	@Test
	void theMermaidDiagramIsTheGraphOfTheTable() {
		List<String> expected = new ArrayList<>();
		for (Revision revision : this.graph.revisions()) {
			revision.downRevisions().forEach((down) -> expected.add(down + " --> " + revision.id()));
			revision.dependsOn().forEach((needed) -> expected.add(needed + " -.-> " + revision.id()));
		}
		assertThat(this.lines.stream().map(String::strip).filter((line) -> ARROW.matcher(line).matches()))
			.containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void theWordsNameTheRevisionsThatTheyMean() {
		List<List<Revision>> meant = List.of(this.graph.bases(), this.graph.heads(), this.graph.effectiveHeads(),
				this.graph.branchPoints(), this.graph.mergePoints());
		assertThat(table("| word |")).map((cells) -> codes(cells.get(2)))
			.isEqualTo(meant.stream().map(Graphs::ids).toList());
	}

	@Test
	void everyIdentifierStandsForWhatThePageSays() {
		List<List<String>> identifiers = table("| identifier |");
		assertThat(identifiers).hasSizeGreaterThan(30);
		for (List<String> cells : identifiers) {
			String meaning = cells.get(3);
			if (meaning.startsWith(REFUSED)) {
				RevisionException ex = catchThrowableOfType(RevisionException.class, () -> standsFor(cells));
				assertThat(ex).as("%s", cells).isNotNull();
				assertThat(ex.category()).as("%s", cells).isEqualTo(meaning.substring(REFUSED.length()));
			}
			else {
				assertThat(meaning.equals("nothing") || !codes(meaning).isEmpty()).as("%s", cells).isTrue();
				assertThat(standsFor(cells)).as("%s", cells).isEqualTo(codes(meaning));
			}
		}
	}

	@Test
	void everyCommandRunsWhatThePageSays() {
		List<List<String>> commands = table("| command | rows before ");
		assertThat(commands).hasSizeGreaterThan(8);
		for (List<String> cells : commands) {
			MigrationPlan<?> plan = plan(List.of(codes(cells.get(0)).get(0).split(" ")), codes(cells.get(1)));
			List<String> runs = new ArrayList<>();
			for (MigrationStep step : plan.steps()) {
				if (step instanceof RevisionStep revisionStep) {
					runs.add(revisionStep.revision().id());
				}
			}
			assertThat(runs).as("%s", cells).isEqualTo(codes(cells.get(2)));
			assertThat(plan.finalHeads()).as("%s", cells).isEqualTo(codes(cells.get(3)));
		}
	}

	private List<String> standsFor(List<String> cells) {
		String identifier = codes(cells.get(0)).get(0);
		List<String> rows = codes(cells.get(2));
		return switch (cells.get(1)) {
			case "any" -> Graphs.ids(this.graph.resolve(identifier));
			case "show" -> Graphs.ids(this.graph.show(rows, identifier));
			case "history" -> Graphs.ids(this.graph.history(rows, identifier));
			case "upgrade" -> Graphs.resolveUpgrade(this.graph, rows, identifier);
			case "downgrade" -> Graphs.resolveDowngrade(this.graph, rows, identifier);
			default -> throw new IllegalStateException(cells.get(1));
		};
	}

	private MigrationPlan<?> plan(List<String> command, List<String> rows) {
		return switch (command.get(0)) {
			case "upgrade" -> this.graph.planUpgrade(rows, command.get(1));
			case "downgrade" -> this.graph.planDowngrade(rows, command.get(1));
			case "stamp" -> this.graph.planStamp(rows, command.subList(1, command.size()), false);
			default -> throw new IllegalStateException(command.get(0));
		};
	}

	private List<List<String>> table(String header) {
		List<List<String>> rows = new ArrayList<>();
		this.lines.stream()
			.dropWhile((line) -> !line.startsWith(header))
			.skip(2)
			.takeWhile((line) -> line.startsWith("|"))
			.forEach((line) -> rows
				.add(List.of(line.substring(1).split("\\|", -1)).stream().map(String::strip).toList()));
		return rows;
	}

	private static List<String> codes(String cell) {
		return CODE.matcher(cell).results().map((MatchResult match) -> match.group(1)).toList();
	}

}
