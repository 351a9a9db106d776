package dev.limbeck.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a stream can show.
 */
class TerminalTests {

	private final Terminal terminal = new Terminal(true, StandardCharsets.UTF_8);

	@Test
	void terminalShowsColoursUnlessToldOtherwise() {
		assertThat(this.terminal.showsColours(Map.of("TERM", "xterm"))).isTrue();
		assertThat(this.terminal.showsColours(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
		assertThat(this.terminal.showsColours(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
		assertThat(this.terminal.showsColours(Map.of("TERM", "dumb"))).isFalse();
		assertThat(this.terminal.showsColours(Map.of())).isFalse();
	}

	@Test
	void fileShowsNoColours() {
		assertThat(new Terminal(false, StandardCharsets.UTF_8).showsColours(Map.of("TERM", "xterm"))).isFalse();
		Output plain = Output.plain(new PrintWriter(new StringWriter()));
		assertThat(plain.colour() || plain.unicode() || plain.terminal()).isFalse();
	}

	@Test
	void streamsOfATestAreNoTerminals() {
		assertThat(Output.standardOutput(Map.of("TERM", "xterm")).colour()).isFalse();
		assertThat(Output.standardError(Map.of("TERM", "xterm")).terminal()).isFalse();
	}

	@Test
	void timesAreShort() {
		assertThat(Elapsed.describe(Duration.ofMillis(999))).isEqualTo("999 ms");
		assertThat(Elapsed.describe(Duration.ofMillis(1340))).isEqualTo("1.3 s");
		assertThat(Elapsed.describe(Duration.ofSeconds(135))).isEqualTo("2 min 15 s");
	}

}
