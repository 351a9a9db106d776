package dev.limbeck.compare;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Tells before the comparison whether it may drop something, if only to create it again,
 * or change a type. What is not there under its name may have another one.
 *
 * @param comparing how to compare
 * @param database the database
 * @param target the target
 */
record PossibleRemovals(ComparisonContext comparing, Schema database, Schema target) {

	boolean areThere() {
		return inTables() || inEnumTypes() || inViews() || inRoutines()
				|| !names(this.target.sequences(), Sequence::name)
					.containsAll(names(this.database.sequences(), Sequence::name));
	}

	private static <T, N> Set<N> names(Collection<T> objects, Function<T, N> name) {
		Set<N> names = new HashSet<>();
		objects.forEach((object) -> names.add(name.apply(object)));
		return names;
	}

	private boolean inTables() {
		Map<QualifiedName, Table> wanted = new HashMap<>();
		this.target.tables().forEach((table) -> wanted.put(table.name(), table));
		return this.database.tables().stream().anyMatch((table) -> mayLose(table, wanted.get(table.name())));
	}

	private boolean mayLose(Table existing, @Nullable Table wanted) {
		return wanted == null || existing.columns().stream().anyMatch((column) -> mayLose(existing, column, wanted))
				|| !wanted.constraints().containsAll(existing.constraints())
				|| !wanted.indexes().containsAll(existing.indexes());
	}

	private boolean mayLose(Table table, Column existing, Table target) {
		Column wanted = target.column(existing.name());
		return wanted == null || this.comparing.isTypeChanged(table.name(), existing, wanted)
				|| ComparisonContext.isCollationChanged(existing, wanted)
				|| !Objects.equals(existing.generated(), wanted.generated())
				|| (existing.identity() != null && wanted.identity() == null);
	}

	private boolean inEnumTypes() {
		return this.database.enumTypes()
			.stream()
			.anyMatch((type) -> this.target.enumTypes().stream().noneMatch((wanted) -> isSame(type, wanted)));
	}

	private static boolean isSame(EnumType one, EnumType other) {
		return one.name().equals(other.name()) && Set.copyOf(one.values()).equals(Set.copyOf(other.values()));
	}

	// A target that does not have all views has no say about the others
	private boolean inViews() {
		List<AnyView> wanted = AnyView.all(this.target);
		return AnyView.all(this.database)
			.stream()
			.anyMatch((view) -> wanted.stream().noneMatch((other) -> isSame(view, other))
					&& (this.comparing.isComplete(view.object().type(), view.name())
							|| wanted.stream().anyMatch((other) -> other.name().equals(view.name()))));
	}

	private static boolean isSame(AnyView one, AnyView other) {
		return one.object().equals(other.object()) && one.isSame(other);
	}

	private boolean inRoutines() {
		return this.database.routines()
			.stream()
			.anyMatch((routine) -> this.target.routines().stream().noneMatch((wanted) -> isSame(routine, wanted))
					&& (this.comparing.isComplete(ObjectType.FUNCTION, routine.name()) || this.target.routines()
						.stream()
						.anyMatch((wanted) -> wanted.name().equals(routine.name()))));
	}

	private static boolean isSame(Routine one, Routine other) {
		return one.name().equals(other.name()) && one.arguments().equals(other.arguments())
				&& one.procedure() == other.procedure() && Objects.equals(one.returns(), other.returns());
	}

}
