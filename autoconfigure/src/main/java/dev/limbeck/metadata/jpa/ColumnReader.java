package dev.limbeck.metadata.jpa;

import java.util.List;
import java.util.Set;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.UniqueConstraint;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns. What an application has written in SQL wins over what Hibernate adds,
 * since both would stand in the statement of Hibernate's own schema tool.
 */
final class ColumnReader {

	private final Metadata metadata;

	private final Dialect dialect;

	private final Set<org.hibernate.mapping.Column> discriminators;

	ColumnReader(Metadata metadata, Set<org.hibernate.mapping.Column> discriminators) {
		this.metadata = metadata;
		this.discriminators = discriminators;
		this.dialect = metadata.getDatabase().getDialect();
	}

	/**
	 * Read a column.
	 * @param column the column
	 * @param table the table
	 * @param parts receives the column, and the constraints that it declares
	 */
	void read(org.hibernate.mapping.Column column, org.hibernate.mapping.Table table, TableParts parts) {
		String name = Names.of(column);
		ColumnDefinition text = new ColumnDefinition(name, written(column));
		parts.add(column(name, column, text));
		for (Constraint constraint : text.constraints()) {
			parts.add(constraint);
		}
		if (text.primary() && !table.hasPrimaryKey()) {
			parts.add(PrimaryKey.of(null, name));
		}
		if (column.isUnique() && !table.isPrimaryKey(column)) {
			String unique = column.getUniqueKeyName();
			parts.add(UniqueConstraint.of(null, name), (unique != null) ? Names.of(unique) : null, false);
		}
		readChecks(column, parts);
	}

	private String written(org.hibernate.mapping.Column column) {
		String options = column.getOptions();
		return column.getSqlType(this.metadata) + ((options != null && !options.isBlank()) ? " " + options : "");
	}

	private Column column(String name, org.hibernate.mapping.Column column, ColumnDefinition text) {
		ColumnType type = ColumnType.parse(text.type());
		boolean serial = type.name().endsWith("serial");
		Generated generated = generated(column, text);
		Identity identity = identity(column, text, type);
		boolean counted = serial || identity != null || generated != null;
		return new Column(name, type, nullable(column, text), counted ? null : serverDefault(column, text),
				serial ? null : identity, generated, collation(column, text), Comments.read(column.getComment()));
	}

	// Hibernate cannot say NOT NULL behind an expression
	private boolean nullable(org.hibernate.mapping.Column column, ColumnDefinition text) {
		Boolean written = text.nullable();
		if (written != null && !written) {
			return false;
		}
		boolean left = column.getGeneratedAs() != null && !this.dialect.supportsNotNullAfterGeneratedAs();
		return left || column.isNullable();
	}

	private @Nullable ServerDefault serverDefault(org.hibernate.mapping.Column column, ColumnDefinition text) {
		String value = column.getDefaultValue();
		String expression = (value != null) ? this.dialect.getColumnDefaultString(value) : text.defaultExpression();
		return (expression != null && !expression.equalsIgnoreCase("null")) ? ServerDefault.expression(expression)
				: null;
	}

	private static @Nullable Identity identity(org.hibernate.mapping.Column column, ColumnDefinition text,
			ColumnType type) {
		Identity written = text.identity();
		if (written != null) {
			return new Identity(written.always(), written.options().retyped(null, type));
		}
		return column.isIdentity() ? new Identity(false, SequenceOptions.DEFAULTS) : null;
	}

	private @Nullable Generated generated(org.hibernate.mapping.Column column, ColumnDefinition text) {
		String expression = column.getGeneratedAs();
		if (expression == null) {
			return text.generated();
		}
		return new ColumnDefinition("", this.dialect.generatedAs(expression).strip()).generated();
	}

	private static @Nullable QualifiedName collation(org.hibernate.mapping.Column column, ColumnDefinition text) {
		String collation = column.getCollation();
		if (collation == null) {
			return text.collation();
		}
		// Hibernate quotes it whole, in which case it is in the schema of the server
		return QualifiedName.of(unquoted(collation));
	}

	private static String unquoted(String name) {
		boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
		return quoted ? name.substring(1, name.length() - 1) : name;
	}

	// Hibernate writes those of a column that have no name as one, those of Bean
	// Validation
	// in an order that no two processes need share
	private void readChecks(org.hibernate.mapping.Column column, TableParts parts) {
		boolean discriminator = this.discriminators.contains(column);
		List<String> conditions = column.getCheckConstraints()
			.stream()
			.filter((check) -> check.isAnonymous())
			.map((check) -> check.getConstraint())
			.map((condition) -> discriminator ? CheckText.sorted(condition) : condition)
			.sorted()
			.toList();
		if (conditions.size() == 1) {
			parts.add(CheckConstraint.of(null, conditions.get(0)));
		}
		else if (!conditions.isEmpty()) {
			parts.add(CheckConstraint.of(null, "(" + String.join(") and (", conditions) + ")"));
		}
		column.getCheckConstraints()
			.stream()
			.filter((check) -> check.isNamed())
			.forEach((check) -> parts.add(CheckText.read(check)));
	}

}
