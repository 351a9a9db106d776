package dev.limbeck.dialect;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;

/**
 * Names the constraints and indexes that were not given a name. The patterns have the
 * tokens that Alembic and SQLAlchemy know, such as
 * {@code uq_%(table_name)s_%(column_0_N_name)s}:
 * <ul>
 * <li>{@code table_name} and, for foreign keys, {@code referred_table_name};</li>
 * <li>{@code column_0_name}, {@code column_1_name} and so on, one column;
 * {@code column_0N_name}, all columns; {@code column_0_N_name}, all columns with
 * underscores between them;</li>
 * <li>the same with {@code label}, which has the table before the column, with
 * {@code key}, which is the name here, and for foreign keys with {@code referred_}
 * before;</li>
 * <li>{@code constraint_name}, for checks only: a hash of the condition.</li>
 * </ul>
 * A name longer than 63 bytes is cut, and ends in a hash of the whole name.
 *
 * @since 0.1.0
 */
public final class NamingConvention {

	private static final Map<String, String> DEFAULTS = Map.of("ix", "ix_%(table_name)s_%(column_0_N_name)s", "uq",
			"uq_%(table_name)s_%(column_0_N_name)s", "ck", "ck_%(table_name)s_%(constraint_name)s", "fk",
			"fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s", "pk", "pk_%(table_name)s", "ex",
			"ex_%(table_name)s_%(column_0_N_name)s");

	private final Map<String, NamePattern> patterns = new HashMap<>();

	private NamingConvention(Map<String, String> patterns) {
		Map<String, String> all = new HashMap<>(DEFAULTS);
		all.putAll(patterns);
		all.forEach((kind, pattern) -> this.patterns.put(kind, new NamePattern(kind, pattern)));
	}

	/**
	 * Return the convention that holds if nothing else is said: {@code pk_users},
	 * {@code uq_users_name}, {@code fk_users_team_id_teams}, {@code ix_users_name},
	 * {@code ck_users_} with a hash of the condition, {@code ex_} for exclusions.
	 * @return the convention
	 */
	public static NamingConvention standard() {
		return new NamingConvention(Map.of());
	}

	/**
	 * Return a convention.
	 * @param patterns the patterns by kind: {@code pk}, {@code uq}, {@code fk},
	 * {@code ck}, {@code ex} and {@code ix}; what is missing is as in {@link #standard()}
	 * @return the convention
	 * @throws IllegalArgumentException if a kind or a token is unknown
	 */
	public static NamingConvention of(Map<String, String> patterns) {
		for (String kind : patterns.keySet()) {
			if (!DEFAULTS.containsKey(kind)) {
				throw new IllegalArgumentException(
						"There is no naming convention for '" + kind + "', but for pk, uq, fk, ck, ex and ix");
			}
		}
		return new NamingConvention(patterns);
	}

	/**
	 * Return the name of a constraint.
	 * @param table the table
	 * @param constraint the constraint
	 * @return its own name, or else the one by this convention
	 */
	public String nameOf(QualifiedName table, Constraint constraint) {
		String name = constraint.name();
		if (name != null) {
			return name;
		}
		NameParts parts = constraint.accept(new ConstraintParts(table));
		return pattern(parts.kind()).name(parts);
	}

	/**
	 * Return the name of an index.
	 * @param table the table
	 * @param index the index
	 * @return its own name, or else the one by this convention
	 */
	public String nameOf(QualifiedName table, Index index) {
		String name = index.name();
		return (name != null) ? name
				: pattern("ix").name(NameParts.of("ix", table, ConstraintParts.columns(index.keys().stream())));
	}

	/**
	 * Tell whether a check has a name that this convention gives. The condition does not
	 * count, since the server has its own way to print it.
	 * @param table the table
	 * @param check the check
	 * @return whether the name is one of a check that was not given one
	 */
	public boolean isGenerated(QualifiedName table, CheckConstraint check) {
		String condition = "true";
		String sample = nameOf(table, CheckConstraint.of(null, condition));
		String[] around = sample.split(NamePattern.hash(condition), -1);
		String name = String.valueOf(check.name());
		return around.length == 2 && name.length() == sample.length() && name.startsWith(around[0])
				&& name.endsWith(around[1])
				&& NamePattern.isHash(name.substring(around[0].length(), name.length() - around[1].length()));
	}

	private NamePattern pattern(String kind) {
		return Objects.requireNonNull(this.patterns.get(kind));
	}

}
