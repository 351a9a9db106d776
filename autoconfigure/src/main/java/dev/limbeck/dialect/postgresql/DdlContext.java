package dev.limbeck.dialect.postgresql;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.LiteralValue;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of the writer share.
 *
 * @param version the major version of the server
 * @param names writes names
 * @param literals writes values
 * @param naming names what has no name
 */
record DdlContext(int version, PostgresqlNames names, PostgresqlLiterals literals, NamingConvention naming) {

	static DdlContext of(int version, NamingConvention naming) {
		PostgresqlNames names = new PostgresqlNames();
		return new DdlContext(version, names, new PostgresqlLiterals(names), naming);
	}

	/**
	 * See that the server knows something.
	 * @param since the version that brought it
	 * @param feature what it is called
	 */
	void require(int since, String feature) {
		if (this.version < since) {
			throw new UnwritableOperationException(
					"PostgreSQL %s does not know %s, which came with version %s.".formatted(this.version, feature,
							since),
					"Do without it, or migrate a later version; the version that a script is for is migrations.offline.server-version.");
		}
	}

	String name(String name) {
		return this.names.name(name);
	}

	String name(QualifiedName name) {
		return this.names.name(name);
	}

	String columns(List<String> columns) {
		return "(" + this.names.list(columns) + ")";
	}

	String literal(@Nullable Object value) {
		return this.literals.literal(value);
	}

	String type(ColumnType type) {
		return new TypeName(this).of(type);
	}

	String serverDefault(ServerDefault serverDefault) {
		return (serverDefault instanceof SqlExpression expression) ? SqlFragment.of("default", expression.sql())
				: literal(((LiteralValue) serverDefault).value());
	}

	/**
	 * Return options in parentheses.
	 * @param keyword what stands before them
	 * @param options the options
	 * @return the clause with a blank before it, empty if there are no options
	 */
	String options(String keyword, Map<String, String> options) {
		if (options.isEmpty()) {
			return "";
		}
		return options.entrySet()
			.stream()
			.map((option) -> optionName(option.getKey()) + " = " + optionValue(option.getValue()))
			.collect(Collectors.joining(", ", " " + keyword + " (", ")"));
	}

	private String optionName(String option) {
		int dot = option.indexOf('.');
		return (dot < 0) ? name(option) : name(option.substring(0, dot)) + "." + name(option.substring(dot + 1));
	}

	private String optionValue(String value) {
		return value.matches("\\d{1,18}(\\.\\d{1,18})?|true|false|on|off|auto") ? value : literal(value);
	}

	DdlStatement comment(String kind, String object, @Nullable String comment) {
		return new DdlStatement("COMMENT ON " + kind + " " + object + " IS " + literal(comment), true);
	}

	/**
	 * Move an object into another schema. The default one has no name here: whoever runs
	 * the statement may have another.
	 * @param kind what kind of object it is
	 * @param object the object
	 * @param schema the schema, {@code null} for the default one
	 * @return the statement
	 */
	DdlStatement setSchema(String kind, QualifiedName object, @Nullable String schema) {
		String sql = "ALTER " + kind + " " + name(object) + " SET SCHEMA ";
		return statement((schema != null) ? sql + name(schema)
				: "DO " + PostgresqlText.dollarQuoted(
						"BEGIN EXECUTE pg_catalog.concat(%s, pg_catalog.quote_ident(pg_catalog.current_schema())); END"
							.formatted(literal(sql))));
	}

	static DdlStatement statement(String sql) {
		return new DdlStatement(sql, true);
	}

	static String drop(String kind, String object, boolean ifExists, boolean cascade) {
		return "DROP " + kind + (ifExists ? " IF EXISTS " : " ") + object + (cascade ? " CASCADE" : "");
	}

}
