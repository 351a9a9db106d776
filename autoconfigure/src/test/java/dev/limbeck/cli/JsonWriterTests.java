package dev.limbeck.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * JSON, read again by Jackson.
 */
class JsonWriterTests {

	@Test
	void isIndentedButListsOfPlainValuesAreNot() {
		Map<String, Object> value = new LinkedHashMap<>();
		value.put("ids", List.of("a", "b"));
		value.put("none", List.of());
		value.put("nested", List.of(Map.of("n", 1), Map.of()));
		value.put("nothing", null);
		assertThat(JsonWriter.write(value)).isEqualTo("""
				{
				  "ids": ["a", "b"],
				  "none": [],
				  "nested": [
				    {
				      "n": 1
				    },
				    {}
				  ],
				  "nothing": null
				}""");
	}

	@Test
	void everyCharacterComesBack() {
		StringBuilder text = new StringBuilder();
		for (int c = 0; c <= Character.MAX_VALUE; c++) {
			if (!Character.isSurrogate((char) c)) {
				text.append((char) c);
			}
		}
		text.append("\ud83d\ude00");
		Map<String, Object> value = Map.of("text", text.toString());
		assertThat(JsonMapper.shared().readValue(JsonWriter.write(value), Map.class)).isEqualTo(value);
	}

	@Test
	void whatCouldActOnATerminalIsEscaped() {
		assertThat(JsonWriter.write("\u001b[31m\u202e\u009b\u007f\ud800"))
			.isEqualTo("\"\\u001b[31m\\u202e\\u009b\\u007f\\ud800\"");
	}

	@Test
	void valuesOfEveryKindComeBack() {
		Map<String, Object> value = new LinkedHashMap<>();
		value.put("a", Arrays.asList(1, 2L, true, null, "x", List.of(), Map.of("k", "v")));
		assertThat(JsonMapper.shared().readTree(JsonWriter.write(value)).toString())
			.isEqualTo(JsonMapper.shared().writeValueAsString(value));
	}

	@Test
	void otherValuesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(new Object()));
	}

}
