package dev.limbeck.boot.cli;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandArgumentsTests {

	private static List<String> command(String... args) {
		return CommandArguments.of(args).command();
	}

	@Test
	void argumentsAfterTheWordAreTheCommands() {
		assertThat(command("migrations", "upgrade", "head", "-x", "a=b", "--sql")).containsExactly("upgrade", "head",
				"-x", "a=b", "--sql");
	}

	@Test
	void everythingBeforeTheWordIsSprings() {
		assertThat(command("--sql", "--server.port=0", "migrations", "current")).containsExactly("current");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--spring.profiles.active=prod", "--migrations.datasource.url=jdbc:postgresql://h/db?a=b",
			"--migrations.post-write-hooks[0].type=exec", "--a.b", "--debug", "--trace", "--debug=false",
			"--migrations.placeholders.a=several words\nand lines" })
	void optionOfSpringIsNotTheCommands(String option) {
		assertThat(command("migrations", option, "current")).containsExactly("current");
		assertThat(command("migrations", "current", option)).containsExactly("current");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--sql", "--output=a.b.sql", "--json", "-x", "a.b=c", "-1", "--rev-id=1.2", "--debugging",
			"--see a.b", "migrations" })
	void everythingElseIsTheCommands(String argument) {
		assertThat(command("migrations", "upgrade", argument)).containsExactly("upgrade", argument);
	}

	@Test
	void everythingAfterTwoDashesIsTheCommands() {
		assertThat(command("migrations", "upgrade", "--", "--a.b=c", "--debug")).containsExactly("upgrade", "--",
				"--a.b=c", "--debug");
	}

	@Test
	void debugIsSeenWhereverItStands() {
		assertThat(CommandArguments.of("migrations", "current").debug()).isFalse();
		assertThat(CommandArguments.of("--debug", "migrations", "current").debug()).isTrue();
		assertThat(CommandArguments.of("migrations", "current", "--trace").debug()).isTrue();
		assertThat(CommandArguments.of("migrations", "current", "--debug=false").debug()).isFalse();
		assertThat(CommandArguments.of("migrations", "current", "--", "--debug").debug()).isFalse();
	}

}
