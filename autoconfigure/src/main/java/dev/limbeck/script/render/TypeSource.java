package dev.limbeck.script.render;

import java.util.List;
import java.util.Map;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ColumnTypes;
import dev.limbeck.schema.InvalidSchemaException;
import org.jspecify.annotations.Nullable;

/**
 * Types of columns as calls of {@link ColumnTypes}.
 *
 * @param imports the imports of the source
 */
record TypeSource(JavaImports imports) {

	private static final Map<String, String> PLAIN = Map.ofEntries(Map.entry("smallint", "smallint"),
			Map.entry("integer", "integer"), Map.entry("bigint", "bigint"), Map.entry("real", "real"),
			Map.entry("double precision", "doublePrecision"), Map.entry("boolean", "bool"), Map.entry("text", "text"),
			Map.entry("bytea", "bytea"), Map.entry("date", "date"), Map.entry("uuid", "uuid"),
			Map.entry("json", "json"), Map.entry("jsonb", "jsonb"), Map.entry("inet", "inet"),
			Map.entry("tsvector", "tsvector"), Map.entry("time", "time"), Map.entry("timetz", "timetz"),
			Map.entry("timestamp", "timestamp"), Map.entry("timestamptz", "timestamptz"),
			Map.entry("interval", "interval"), Map.entry("numeric", "numeric"), Map.entry("varchar", "varchar"));

	private static final Map<String, String> SIZED = Map.of("varchar", "varchar", "char", "character", "bit", "bit",
			"varbit", "varbit", "time", "time", "timestamp", "timestamp", "timestamptz", "timestamptz");

	String of(ColumnType type) {
		if (type.isArray()) {
			String inner = of(new ColumnType(type.schema(), type.name(), type.arguments(), type.dimensions() - 1));
			return call("array", inner);
		}
		if (type.isStandard()) {
			String standard = standard(type);
			if (standard != null) {
				return standard;
			}
		}
		if (type.arguments().isEmpty() && !type.isStandard()) {
			return (type.schema() != null) ? call("named", JavaLiterals.strings(List.of(type.schema(), type.name())))
					: call("named", JavaLiterals.string(type.name()));
		}
		return parsesBack(type) ? call("type", JavaLiterals.string(type.toString())) : constructor(type);
	}

	private @Nullable String standard(ColumnType type) {
		List<String> arguments = type.arguments();
		if (arguments.isEmpty() && PLAIN.containsKey(type.name())) {
			return call(String.valueOf(PLAIN.get(type.name())), "");
		}
		boolean sized = arguments.size() == 1 && SIZED.containsKey(type.name());
		boolean scaled = arguments.size() == 2 && type.name().equals("numeric");
		if (sized || scaled) {
			return call(sized ? String.valueOf(SIZED.get(type.name())) : "numeric", String.join(", ", arguments));
		}
		return null;
	}

	private static boolean parsesBack(ColumnType type) {
		try {
			return ColumnType.parse(type.toString()).equals(type);
		}
		catch (InvalidSchemaException ex) {
			return false;
		}
	}

	private String constructor(ColumnType type) {
		String schema = (type.schema() != null) ? JavaLiterals.string(type.schema()) : "null";
		String typeArguments = this.imports.syntax()
			.list(this.imports, type.arguments().stream().map(JavaLiterals::string).toList());
		return this.imports.syntax()
			.construct(this.imports.type(ColumnType.class),
					schema + ", " + JavaLiterals.string(type.name()) + ", " + typeArguments + ", " + type.dimensions());
	}

	private String call(String method, String arguments) {
		return this.imports.method(ColumnTypes.class, method) + "(" + arguments + ")";
	}

}
