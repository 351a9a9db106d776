package dev.limbeck.cli;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drawings in a terminal. The rows are given newest first.
 */
class GraphDrawingTests {

	@Test
	void lineHasNothingBetweenItsNodes() {
		assertDrawing("""
				○  c
				○  b
				○  a
				""", row("c", "b"), row("b", "a"), row("a", ""));
	}

	@Test
	void mergePointOpensALaneAndBranchPointClosesIt() {
		assertDrawing("""
				○  e
				○  d
				├─╮
				│ ○  c2
				○ │  c1
				├─╯
				○  b
				○  a
				""", row("e", "d"), row("d", "c1,c2"), row("c2", "b"), row("c1", "b"), row("b", "a"), row("a", ""));
	}

	@Test
	void headsAndBasesStandForThemselves() {
		assertDrawing("""
				○  y
				○  x
				○  b
				○  a
				""", row("y", "x"), row("x", ""), row("b", "a"), row("a", ""));
	}

	@Test
	void linesThatRunBesideEachOtherKeepTheirLanes() {
		assertDrawing("""
				○  b2
				│ ○  y2
				○ │  b1
				  ○  y1
				""", row("b2", "b1"), row("y2", "y1"), row("b1", ""), row("y1", ""));
	}

	@Test
	void laneThatEndedIsTakenAgain() {
		assertDrawing("""
				○  a2
				│ ○  b2
				○ │  a1
				○ │  c1
				  ○  b1
				""", row("a2", "a1"), row("b2", "b1"), row("a1", ""), row("c1", ""), row("b1", ""));
	}

	@Test
	void mergeOfThreeOpensTwoLanesAtOnce() {
		assertDrawing("""
				○  m
				├─┬─╮
				│ │ ○  c
				│ ○ │  b
				│ ├─╯
				○ │  a
				├─╯
				○  r
				""", row("m", "a,b,c"), row("c", "r"), row("b", "r"), row("a", "r"), row("r", ""));
	}

	@Test
	void lineCrossesLanesWithoutTouchingThem() {
		assertDrawing("""
				○  m
				├─╮
				○ │  a
				│ │ ○  x
				├─│─╯
				│ ○  b
				├─╯
				○  r
				""", row("m", "a,b"), row("a", "r"), row("x", "r"), row("b", "r"), row("r", ""));
	}

	@Test
	void dependencyIsDashed() {
		assertDrawing("""
				○  x2
				├┄╮
				│ ╎ ○  e
				│ ├─╯
				│ ○  d
				○  x1
				""", row("x2", "x1", "d"), row("e", "d"), row("d", ""), row("x1", ""));
	}

	@Test
	void downRevisionsAndDependenciesOfTheSameRevisionMeetAtIt() {
		assertDrawing("""
				○  c
				│ ○  x
				├┄╯
				○  a
				""", row("c", "a"), row("x", "", "a"), row("a", ""));
	}

	@Test
	void linesToRevisionsThatAreNotShownAreLeftOut() {
		assertDrawing("""
				○  c
				○  b
				""", row("c", "b,elsewhere"), row("b", "older"));
	}

	@Test
	void furtherLinesOfTextStandBesideTheLanes() {
		GraphRow merge = new GraphRow("m", List.of("a", "b"), List.of(), true, List.of("m", "one", "two", "three"));
		assertDrawing("""
				●  m
				├─╮  one
				│ │  two
				│ │  three
				│ ○  b
				○  a
				""", merge, row("b", ""), row("a", ""));
	}

	@Test
	void plainCharactersDoWhereThereAreNoOthers() {
		List<String> drawing = new GraphDrawing(GraphGlyphs.ASCII)
			.draw(List.of(row("m", "a,b"), row("a", "r"), row("x", "r", "b"), row("b", "r"), row("r", "")));
		assertThat(String.join("\n", drawing) + "\n").isEqualTo("""
				*  m
				|\\
				* |  a
				| | *  x
				+-|-+
				| +.'
				| *  b
				|/
				*  r
				""");
	}

	@Test
	void plainCharactersTellAMeetingFromACrossing() {
		List<String> drawing = new GraphDrawing(GraphGlyphs.ASCII).draw(List.of(row("m", "a,b,c"), row("n", "a,c,d"),
				row("a", "r"), row("b", "r"), row("o", "c,r"), row("c", "r"), row("d", "r"), row("r", "")));
		assertThat(String.join("\n", drawing) + "\n").isEqualTo("""
				*  m
				+-.-.
				| | | *  n
				+-|-+-+
				* | | |  a
				| * | |  b
				|/  | |
				| * | |  o
				+-+-' |
				| *   |  c
				|/    |
				|     *  d
				+-----'
				*  r
				""");
	}

	@Test
	void drawingOfManyBranchesIsAsWideAsTheyAreMany() {
		List<GraphRow> rows = Stream
			.concat(Stream.iterate(99, (i) -> i >= 0, (i) -> i - 1).map((i) -> row("b" + i, "r")),
					Stream.of(row("r", "")))
			.toList();
		List<String> drawing = new GraphDrawing(GraphGlyphs.UNICODE).draw(rows);
		assertThat(drawing).hasSize(200).allMatch((line) -> line.length() < 12);
	}

	private static void assertDrawing(String expected, GraphRow... rows) {
		List<String> drawing = new GraphDrawing(GraphGlyphs.UNICODE).draw(List.of(rows));
		assertThat(String.join("\n", drawing) + "\n").isEqualTo(expected);
	}

	private static GraphRow row(String id, String down) {
		return row(id, down, "");
	}

	private static GraphRow row(String id, String down, String dependencies) {
		return new GraphRow(id, ids(down), ids(dependencies), false, List.of(id));
	}

	private static List<String> ids(String text) {
		return Stream.of(text.split(",")).filter((id) -> !id.isEmpty()).toList();
	}

}
