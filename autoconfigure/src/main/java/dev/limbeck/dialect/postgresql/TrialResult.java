package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ExcludeElement;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;

/**
 * What the server has printed of a target on trial, put back into the target.
 */
final class TrialResult {

	private final TrialNames names;

	private final Schema printed;

	private final Map<QualifiedName, Table> tables = new HashMap<>();

	TrialResult(TrialNames names, Schema printed) {
		this.names = names;
		this.printed = printed;
		printed.tables().forEach((table) -> this.tables.put(table.name(), table));
	}

	Table table(Table declared) {
		Table there = Objects.requireNonNull(this.tables.get(inScope(declared.name())));
		List<Column> columns = declared.columns()
			.stream()
			.map((column) -> column(column, Objects.requireNonNull(there.column(column.name()))))
			.toList();
		List<Constraint> constraints = declared.constraints()
			.stream()
			.map((constraint) -> constraint(constraint, there))
			.toList();
		List<Index> indexes = declared.indexes().stream().map((index) -> index(index, there)).toList();
		return declared.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
	}

	// What was inspected has no schema if it is in the default one
	private QualifiedName inScope(QualifiedName name) {
		QualifiedName there = this.names.there(name);
		return Objects.equals(there.schema(), this.names.defaultSchema()) ? QualifiedName.of(there.name()) : there;
	}

	private Column column(Column declared, Column there) {
		Column back = this.names.back(there);
		return new Column(declared.name(), back.type(), declared.nullable(), back.serverDefault(), declared.identity(),
				back.generated(), declared.collation(), declared.comment());
	}

	private Constraint constraint(Constraint declared, Table there) {
		if (declared instanceof CheckConstraint check) {
			CheckConstraint printedCheck = find(check, there.checkConstraints());
			return new CheckConstraint(check.name(), this.names.back(printedCheck.condition()), check.noInherit(),
					check.validated(), check.enforced(), check.comment());
		}
		if (declared instanceof ExcludeConstraint exclusion) {
			ExcludeConstraint other = find(exclusion, there.excludeConstraints());
			List<ExcludeElement> elements = new ArrayList<>();
			other.elements()
				.forEach((element) -> elements.add(new ExcludeElement(key(element.key()), element.operator())));
			return new ExcludeConstraint(exclusion.name(), exclusion.method(), elements, exclusion.include(),
					this.names.backIfAny(other.where()), exclusion.deferrability(), exclusion.comment());
		}
		return declared;
	}

	private static <T extends Constraint> T find(T declared, List<T> printed) {
		return printed.stream()
			.filter((candidate) -> Objects.equals(candidate.name(), declared.name()))
			.findFirst()
			.orElseThrow();
	}

	private Index index(Index declared, Table there) {
		return there.indexes()
			.stream()
			.filter((candidate) -> Objects.equals(candidate.name(), declared.name()))
			.findFirst()
			.map((other) -> new Index(declared.name(), other.keys().stream().map(this::key).toList(), declared.unique(),
					declared.nullsNotDistinct(), declared.method(), declared.include(),
					this.names.backIfAny(other.where()), declared.storageParameters(), declared.tablespace(), true,
					declared.comment()))
			.orElse(declared);
	}

	private IndexKey key(IndexKey key) {
		return new IndexKey(key.column(), this.names.backIfAny(key.expression()), key.collation(), key.operatorClass(),
				key.operatorClassParameters(), key.descending(), key.nullsFirst());
	}

	View view(View declared) {
		View there = this.printed.views()
			.stream()
			.filter((view) -> view.name().equals(inScope(declared.name())))
			.findFirst()
			.orElseThrow();
		return new View(declared.name(), List.of(), this.names.back(there.query()), declared.options(),
				declared.checkOption(), declared.comment());
	}

	MaterializedView view(MaterializedView declared) {
		MaterializedView there = this.printed.materializedViews()
			.stream()
			.filter((view) -> view.name().equals(inScope(declared.name())))
			.findFirst()
			.orElseThrow();
		return new MaterializedView(declared.name(), List.of(), this.names.back(there.query()), declared.indexes(),
				declared.storageParameters(), declared.tablespace(), declared.comment());
	}

	List<Routine> routines(List<Routine> declared) {
		List<Routine> result = new ArrayList<>();
		List<Routine> open = new ArrayList<>(this.printed.routines());
		for (Routine routine : declared) {
			Routine there = open.stream()
				.filter((candidate) -> candidate.name().equals(inScope(routine.name()))
						&& candidate.body().equals(routine.body()))
				.findFirst()
				.orElseThrow();
			open.remove(there);
			result.add(new Routine(routine.name(), routine.procedure(), this.names.back(there.arguments()),
					this.names.backIfAny(there.returns()), there.language(), there.options(), there.body(),
					routine.comment()));
		}
		return result;
	}

}
