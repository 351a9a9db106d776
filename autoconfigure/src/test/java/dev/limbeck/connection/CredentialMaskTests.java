package dev.limbeck.connection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CredentialMask}.
 */
class CredentialMaskTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			failed for //app:pw@db1:5432/app here | failed for //******@db1:5432/app here
			(app:pw@db1) and 'a:b@c'              | (******@db1) and 'a:b@c'
			at app:p@w:x@db1                      | at ******@db1
			12:30 by a@b.example                  | 12:30 by a@b.example
			my.password=pw&x                      | my.password=******
			""")
	void credentialsAreMasked(String text, String masked) {
		assertThat(CredentialMask.apply(text.replace("'", "\""))).isEqualTo(masked.replace("'a:b@c'", "\"******@c\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0f", "\"a\":1,", "a=", ":", "pwd" })
	@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
	void longTextIsReadInLinearTime(String part) {
		String text = "Batch entry 0: VALUES (" + part.repeat(100_000) + ") was aborted";
		assertThat(CredentialMask.apply(text)).isEqualTo(text);
	}

	@Test
	void textWithoutCredentialsIsTheSame() {
		String text = "relation \"t\" does not exist";
		assertThat(CredentialMask.apply(text)).isSameAs(text);
	}

}
