package dev.limbeck.dialect.postgresql;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.TypeRules;
import dev.limbeck.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL thinks of two types.
 */
final class PostgresqlTypeRules implements TypeRules {

	private static final Set<String> TIMED = Set.of("time", "timetz", "timestamp", "timestamptz");

	private static final List<String> FULL_PRECISION = List.of("6");

	private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "name");

	private static final int OLDEST_WITH_EVERY_TYPE = 15;

	// An assignment cast leads from each of a family to each other
	private static final List<Set<String>> FAMILIES = List.of(TEXTS,
			Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
			Set.of("date", "timestamp", "timestamptz"), Set.of("time", "timetz"), Set.of("json", "jsonb"),
			Set.of("inet", "cidr"), Set.of("bit", "varbit"));

	private final DdlContext context = DdlContext.of(OLDEST_WITH_EVERY_TYPE, NamingConvention.standard());

	@Override
	public boolean satisfies(ColumnType actual, ColumnType demanded) {
		if (actual.isArray() != demanded.isArray() || !base(actual).equals(base(demanded))) {
			return false;
		}
		boolean anySchema = actual.schema() == null || demanded.schema() == null;
		return (anySchema || Objects.equals(actual.schema(), demanded.schema()))
				&& (demanded.arguments().isEmpty() || arguments(actual).equals(arguments(demanded)));
	}

	private static String base(ColumnType type) {
		return switch (type.name()) {
			case "smallserial" -> "smallint";
			case "serial" -> "integer";
			case "bigserial" -> "bigint";
			default -> type.name();
		};
	}

	private static List<String> arguments(ColumnType type) {
		boolean timed = TIMED.contains(type.name()) || type.name().equals("interval")
				|| (type.name().startsWith("interval ") && type.name().endsWith("second"));
		return (timed && type.arguments().isEmpty()) ? FULL_PRECISION : type.arguments();
	}

	@Override
	public @Nullable String conversion(String column, ColumnType from, ColumnType to) {
		String name = this.context.name(column);
		String cast = "::" + this.context.type(to);
		if (from.isArray() != to.isArray()) {
			return from.isArray() ? name + "[1]::text" + cast : "ARRAY[" + name + "]::text[]" + cast;
		}
		if (isAssignable(from, to)) {
			return null;
		}
		return name + (isCastable(base(from), base(to)) ? "" : "::text" + (from.isArray() ? "[]" : "")) + cast;
	}

	private boolean isAssignable(ColumnType from, ColumnType to) {
		String source = base(from);
		String destination = base(to);
		if (from.schema() == null && to.schema() == null && source.equals(destination)) {
			return true;
		}
		if (to.isStandard() && TEXTS.contains(destination)) {
			return true;
		}
		return from.isStandard() && to.isStandard()
				&& (FAMILIES.stream().anyMatch((family) -> family.contains(source) && family.contains(destination))
						|| (Set.of("timestamp", "timestamptz").contains(source)
								&& Set.of("time", "timetz").contains(destination)));
	}

	private static boolean isCastable(String source, String destination) {
		return TEXTS.contains(source) || (source.equals("integer") && destination.equals("boolean"))
				|| (source.equals("boolean") && destination.equals("integer"));
	}

}
