package dev.limbeck.cli;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The graph as the source of a diagram.
 */
class GraphLanguageTests {

	private static final List<GraphRow> ROWS = List.of(
			new GraphRow("x", List.of("gone"), List.of("a"), false, List.of("x", "say \"hi\" <b> #1 \\n `code`")),
			new GraphRow("b", List.of("a"), List.of(), false, List.of("b")),
			new GraphRow("a", List.of(), List.of(), false, List.of("a", "two\nlines")));

	@Test
	void mermaidHasLabelsWithoutMarkup() {
		assertThat(GraphLanguage.MERMAID.write(ROWS)).isEqualTo("""
				flowchart BT
				    r0["x<br>say #34;hi#34; #60;b#62; #35;1 #92;n #96;code#96;"]
				    r1["b"]
				    r2["a<br>two#92;nlines"]
				    r2 -.-> r0
				    r2 --> r1
				""");
	}

	@Test
	void dotHasQuotedLabels() {
		assertThat(GraphLanguage.DOT.write(ROWS)).isEqualTo("""
				digraph migrations {
				    rankdir=BT
				    node [shape=box]
				    r0 [label="x\\nsay \\"hi\\" <b> #1 \\\\n `code`"]
				    r1 [label="b"]
				    r2 [label="a\\ntwo\\\\nlines"]
				    r2 -> r0 [style=dashed]
				    r2 -> r1
				}
				""");
	}

}
