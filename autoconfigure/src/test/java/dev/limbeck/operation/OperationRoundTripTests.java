package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Carry out every example on a real server: look at the catalog, undo it, look again.
 */
class OperationRoundTripTests {

	@Test
	void serverHasTheVersionThatWasAskedFor() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		assertThat(DirectiveRun.version(database))
			.isEqualTo(Integer.parseInt(System.getProperty("postgres.version", "18")));
	}

	@ParameterizedTest
	@MethodSource("dev.limbeck.operation.OperationExample#all")
	void exampleIsCarriedOutAndUndone(OperationExample example) {
		DirectiveRun run = DirectiveRun.start();
		if (DirectiveRun.version(run.database()) < example.description().since()) {
			assertThatExceptionOfType(UnwritableOperationException.class)
				.isThrownBy(() -> run.perform(example.operations()))
				.withMessageContaining("came with version " + example.description().since());
			return;
		}
		if (!example.description().given().isEmpty()) {
			run.database().execute(example.description().given());
		}
		Map<String, List<String>> before = run.look();
		run.perform(example.operations());
		Map<String, List<String>> after = run.look();
		assertThat(after).isNotEqualTo(before);
		if (example.description().reversible()) {
			Operation inverse = inverse(example.operations());
			run.perform(List.of(inverse));
			assertThat(run.look()).isEqualTo(before);
			run.perform(List.of(Objects.requireNonNull(inverse.inverse())));
			assertThat(run.look()).isEqualTo(after);
		}
		else {
			assertThat(Inverses.of(example.operations(), Autocommit::new)).isNull();
		}
	}

	private static Operation inverse(List<Operation> operations) {
		List<Operation> inverses = new ArrayList<>();
		for (Operation operation : operations) {
			inverses.add(0, Objects.requireNonNull(operation.inverse(), operation.toString()));
		}
		return (inverses.size() == 1) ? inverses.get(0) : new Autocommit(inverses);
	}

}
