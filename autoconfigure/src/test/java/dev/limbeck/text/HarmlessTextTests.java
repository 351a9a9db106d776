package dev.limbeck.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Text of others on its way to a terminal.
 */
class HarmlessTextTests {

	@Test
	void controlCharactersBecomeVisible() {
		assertThat(HarmlessText.line("a\u001b]0;title\u0007\r\n\tb\u009b1m\u202ec\u2028"))
			.isEqualTo("a\\u001b]0;title\\u0007" + "\\r\\n\\tb\\u009b1m\\u202ec\\u2028");
	}

	@Test
	void lettersOfAllLanguagesAndPicturesStay() {
		String text = "Größe 数量 \ud83d\udc69\u200d\ud83d\udcbb";
		assertThat(HarmlessText.line(text)).isEqualTo(text);
	}

	@Test
	void linesKeepTheirEnds() {
		assertThat(HarmlessText.lines("a\n\tb\u001b[2J")).isEqualTo("a\n\tb\\u001b[2J");
	}

}
