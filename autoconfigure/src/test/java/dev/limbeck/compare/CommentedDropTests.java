package dev.limbeck.compare;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.schema.Schema;
import dev.limbeck.test.PostgresServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is left of each change of the matrix if that is taken out which loses data: it
 * runs, and runs back.
 */
class CommentedDropTests {

	@TestFactory
	Stream<DynamicTest> whatIsLeftRunsBothWays() throws SQLException {
		MatrixDatabase database = new MatrixDatabase(PostgresServer.shared().createDatabase());
		return DetectionMatrixTests.cases()
			.stream()
			.filter((it) -> it.since() <= database.version())
			.map((it) -> DynamicTest.dynamicTest(it.toString(), () -> check(database, it)));
	}

	private static void check(MatrixDatabase database, MatrixCase it) throws SQLException {
		Schema target = DetectionMatrixTests.target(database, it);
		database.reset(it.database());
		Schema before = database.inspect();
		RevisionDirectives directives = database.compare(target, it.options()).directives();
		database.apply(harmless(directives.upgrade()));
		database.apply(harmless(directives.downgrade()));
		if (directives.downgrade().stream().anyMatch(CommentedDropTests::isCommentAlone)) {
			database.apply(harmless(directives.upgrade()));
			return;
		}
		if (it.reversible()) {
			assertThat(DetectionMatrixTests.back(database, before)).extracting(Difference::description).isEmpty();
		}
	}

	// The upgrade runs, and is to run again
	private static boolean isCommentAlone(DirectedOperation downgrade) {
		return downgrade.destructive() && downgrade.counterpart() == Consent.NONE;
	}

	private static List<DirectedOperation> harmless(List<DirectedOperation> operations) {
		return operations.stream().filter((operation) -> !operation.destructive()).toList();
	}

}
