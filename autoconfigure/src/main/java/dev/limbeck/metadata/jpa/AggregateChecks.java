package dev.limbeck.metadata.jpa;

import dev.limbeck.schema.CheckConstraint;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Knows the check constraints of columns that hold whole embeddables, such as one of the
 * type {@code jsonb}. Only the exporter of Hibernate's schema tool can say them.
 */
final class AggregateChecks extends StandardTableExporter {

	AggregateChecks(Dialect dialect) {
		super(dialect);
	}

	/**
	 * Return the check constraint of a column.
	 * @param column the column
	 * @return the constraint, or {@code null} if there is nothing to check
	 */
	@Nullable CheckConstraint check(AggregateColumn column) {
		if (isArray(column) || !this.dialect.getAggregateSupport().supportsComponentCheckConstraints()) {
			return null;
		}
		StringBuilder clause = new StringBuilder();
		applyAggregateColumnCheck(clause, column);
		int begin = clause.indexOf("(");
		return (begin >= 0) ? CheckConstraint.of(null, clause.substring(begin + 1, clause.length() - 1)) : null;
	}

	private static boolean isArray(AggregateColumn column) {
		int type = ((BasicValue) column.getValue()).getResolution().getJdbcType().getDefaultSqlTypeCode();
		return switch (type) {
			case SqlTypes.STRUCT_ARRAY, SqlTypes.STRUCT_TABLE, SqlTypes.JSON_ARRAY, SqlTypes.XML_ARRAY,
					SqlTypes.ARRAY ->
				true;
			default -> false;
		};
	}

}
