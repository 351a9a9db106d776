package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.DdlStatement;

/**
 * Puts rows together into statements that are neither many nor huge.
 */
final class InsertBatches {

	private static final int MAXIMUM_ROWS = 500;

	private static final int MAXIMUM_LENGTH = 500_000;

	private final String head;

	private final List<DdlStatement> statements = new ArrayList<>();

	private final StringBuilder batch = new StringBuilder();

	private int rows;

	InsertBatches(String head) {
		this.head = head;
	}

	void add(String row) {
		if (this.rows == MAXIMUM_ROWS || (this.rows > 0 && this.batch.length() + row.length() > MAXIMUM_LENGTH)) {
			flush();
		}
		this.batch.append((this.rows == 0) ? this.head : ",").append("\n    ").append(row);
		this.rows++;
	}

	List<DdlStatement> statements() {
		if (this.rows > 0) {
			flush();
		}
		return List.copyOf(this.statements);
	}

	private void flush() {
		this.statements.add(DdlContext.statement(this.batch.toString()));
		this.batch.setLength(0);
		this.rows = 0;
	}

}
