package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.limbeck.schema.CheckBuilder;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Takes the definition of a column apart that an application has written in SQL: a type,
 * and whatever stands behind it.
 */
final class ColumnDefinition {

	private static final Set<String> CLAUSES = Set.of("constraint", "default", "not", "null", "generated", "collate",
			"check", "unique", "primary", "references", "compression", "storage");

	private final String column;

	private final SqlCursor cursor;

	private final String type;

	private final List<Constraint> constraints = new ArrayList<>();

	private @Nullable Boolean nullable;

	private @Nullable String defaultExpression;

	private @Nullable Identity identity;

	private @Nullable Generated generated;

	private @Nullable QualifiedName collation;

	private boolean primary;

	private @Nullable String constraintName;

	ColumnDefinition(String column, String text) {
		this.column = column;
		this.cursor = new SqlCursor(text);
		this.type = this.cursor.until(CLAUSES);
		while (this.cursor.hasNext()) {
			readClause();
		}
	}

	private void readClause() {
		if (this.cursor.accept("constraint")) {
			this.constraintName = this.cursor.name();
		}
		else {
			readNamed(this.cursor.oneOf("not null", "null", "default", "generated", "collate", "check", "unique",
					"primary key", "references", "compression", "storage"));
			this.constraintName = null;
		}
	}

	private void readNamed(String clause) {
		switch (clause) {
			case "not null" -> this.nullable = false;
			case "null" -> this.nullable = true;
			case "default" -> this.defaultExpression = this.cursor.expression(CLAUSES);
			case "generated" -> readGenerated();
			case "collate" -> this.collation = this.cursor.qualifiedName();
			case "check" -> readCheck();
			case "unique" -> readUnique();
			case "primary key" -> this.primary = true;
			case "references" -> readReference();
			// how values are stored is nothing that is compared
			default -> this.cursor.name();
		}
	}

	private void readGenerated() {
		boolean always = this.cursor.oneOf("always", "by default").equals("always");
		this.cursor.expect("as");
		if (this.cursor.accept("identity")) {
			SequenceOptions options = this.cursor.isAt(SqlToken.Kind.GROUP)
					? CounterText.read(this.cursor.group().inside(), SequenceOptions.DEFAULTS)
					: SequenceOptions.DEFAULTS;
			this.identity = new Identity(always, options);
			return;
		}
		String expression = this.cursor.group().inside();
		boolean stored = this.cursor.accept("stored");
		if (!stored) {
			// what the server takes it for as well, from the version on that has them
			this.cursor.accept("virtual");
		}
		this.generated = new Generated(expression, stored);
	}

	private void readCheck() {
		String condition = this.cursor.group().inside();
		boolean noInherit = this.cursor.accept("no inherit");
		this.constraints.add(noInherit ? CheckBuilder.build(this.constraintName, condition, CheckBuilder::noInherit)
				: CheckConstraint.of(this.constraintName, condition));
	}

	private void readUnique() {
		boolean nullsNotDistinct = this.cursor.accept("nulls not distinct");
		Deferrability deferrability = Deferrability.NOT_DEFERRABLE;
		Deferrability read = DeferrabilityText.read(this.cursor, deferrability);
		while (read != null) {
			deferrability = read;
			read = DeferrabilityText.read(this.cursor, deferrability);
		}
		this.constraints.add(new UniqueConstraint(this.constraintName, List.of(this.column), List.of(),
				nullsNotDistinct, false, deferrability, null));
	}

	private void readReference() {
		QualifiedName table = this.cursor.qualifiedName();
		List<String> columns = this.cursor.isAt(SqlToken.Kind.GROUP) ? this.cursor.names() : List.of();
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("the column that it refers to in '" + table + "' is not named");
		}
		this.constraints.add(new ReferenceText(ReferentialAction.NO_ACTION).read(this.cursor)
			.foreignKey(this.constraintName, List.of(this.column), table, columns));
	}

	String type() {
		return this.type;
	}

	@Nullable Boolean nullable() {
		return this.nullable;
	}

	@Nullable String defaultExpression() {
		return this.defaultExpression;
	}

	@Nullable Identity identity() {
		return this.identity;
	}

	@Nullable Generated generated() {
		return this.generated;
	}

	@Nullable QualifiedName collation() {
		return this.collation;
	}

	boolean primary() {
		return this.primary;
	}

	List<Constraint> constraints() {
		return List.copyOf(this.constraints);
	}

}
