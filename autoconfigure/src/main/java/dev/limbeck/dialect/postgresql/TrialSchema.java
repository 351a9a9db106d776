package dev.limbeck.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.operation.CreateEnum;
import dev.limbeck.operation.CreateExtension;
import dev.limbeck.operation.CreateFunction;
import dev.limbeck.operation.CreateMaterializedView;
import dev.limbeck.operation.CreateSequence;
import dev.limbeck.operation.CreateTable;
import dev.limbeck.operation.CreateView;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ExcludeElement;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TableOptions;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Creates as much of a target on trial as it takes for the server to print its
 * expressions: no keys, no foreign keys, no plain indexes.
 */
final class TrialSchema {

	private final TrialTransaction transaction;

	private final TrialNames names;

	private final DdlWriter writer;

	TrialSchema(TrialTransaction transaction, TrialNames names, DdlWriter writer) {
		this.transaction = transaction;
		this.names = names;
		this.writer = writer;
	}

	/**
	 * Create the extensions of which the target may need the types.
	 * @param extensions those that the database has not
	 */
	void createExtensions(List<Extension> extensions) {
		for (Extension extension : extensions) {
			Extension there = new Extension(extension.name(), null, extension.version(), null);
			this.transaction.create(this.writer.write(new CreateExtension(there, true, true)), extension.name());
		}
	}

	void create(Schema target, List<Table> tables) throws SQLException {
		for (EnumType type : target.enumTypes()) {
			EnumType there = new EnumType(this.names.there(type.name()), type.values(), null);
			create("enum type '" + type.name() + "'", new CreateEnum(there));
		}
		for (Sequence sequence : target.sequences()) {
			Sequence there = new Sequence(this.names.there(sequence.name()), sequence.type(), sequence.options(), null,
					null);
			create("sequence '" + sequence.name() + "'", new CreateSequence(there, false));
		}
		Map<String, Operation> open = new LinkedHashMap<>();
		target.routines().forEach((routine) -> open.put("function '" + routine.name() + "'", there(routine)));
		attemptAll(open);
		for (Table table : tables) {
			create("table '" + table.name() + "'", new CreateTable(there(table), false));
		}
		target.views().forEach((view) -> open.put("view '" + view.name() + "'", there(view)));
		target.materializedViews().forEach((view) -> open.put("view '" + view.name() + "'", there(view)));
		createInAnyOrder(open);
	}

	private void create(String what, Operation operation) {
		this.transaction.create(what, this.writer.write(operation));
	}

	// Functions and views may need each other, and only the server knows which
	private void createInAnyOrder(Map<String, Operation> open) throws SQLException {
		Map<String, SQLException> failures = attemptAll(open);
		int before = open.size() + 1;
		while (!open.isEmpty() && open.size() < before) {
			before = open.size();
			failures = attemptAll(open);
		}
		for (Map.Entry<String, SQLException> failure : failures.entrySet()) {
			throw this.transaction.refusal(failure.getKey(), failure.getValue());
		}
	}

	private Map<String, SQLException> attemptAll(Map<String, Operation> open) throws SQLException {
		Map<String, SQLException> failures = new LinkedHashMap<>();
		for (Map.Entry<String, Operation> entry : List.copyOf(open.entrySet())) {
			List<DdlStatement> statements = this.writer.write(entry.getValue());
			SQLException failure = this.transaction.attempt(statements);
			if (failure == null) {
				open.remove(entry.getKey());
			}
			else {
				failures.put(entry.getKey(), failure);
			}
		}
		return failures;
	}

	private Operation there(Routine routine) {
		String returns = (routine.returns() != null) ? this.names.there(routine.returns()) : null;
		return new CreateFunction(new Routine(this.names.there(routine.name()), routine.procedure(),
				this.names.there(routine.arguments()), returns, routine.language(), routine.options(), routine.body(),
				null), false, null);
	}

	private Operation there(View view) {
		return new CreateView(new View(this.names.there(view.name()), view.columns(), this.names.there(view.query()),
				view.options(), view.checkOption(), null), false, null);
	}

	private Operation there(MaterializedView view) {
		return new CreateMaterializedView(new MaterializedView(this.names.there(view.name()), view.columns(),
				this.names.there(view.query()), List.of(), Map.of(), null, null), false, false);
	}

	private Table there(Table table) {
		List<Constraint> constraints = new ArrayList<>();
		table.checkConstraints().stream().map(this::there).forEach(constraints::add);
		table.excludeConstraints().stream().map(this::there).forEach(constraints::add);
		Stream<Index> special = table.indexes().stream().filter(UnverifiedTable::isSpecial);
		return new Table(this.names.there(table.name()), table.columns().stream().map(this.names::there).toList(), null,
				List.of(), List.of(), List.of(), List.of(), special.map(this::there).toList(), TableOptions.NONE, null)
			.withConstraints(constraints);
	}

	private CheckConstraint there(CheckConstraint check) {
		return new CheckConstraint(check.name(), this.names.there(check.condition()), check.noInherit(),
				check.validated(), check.enforced(), null);
	}

	private ExcludeConstraint there(ExcludeConstraint exclusion) {
		List<ExcludeElement> elements = exclusion.elements()
			.stream()
			.map((element) -> new ExcludeElement(there(element.key()), element.operator()))
			.toList();
		return new ExcludeConstraint(exclusion.name(), exclusion.method(), elements, exclusion.include(),
				thereIfAny(exclusion.where()), exclusion.deferrability(), null);
	}

	private Index there(Index index) {
		return new Index(index.name(), index.keys().stream().map(this::there).toList(), index.unique(),
				index.nullsNotDistinct(), index.method(), index.include(), thereIfAny(index.where()),
				index.storageParameters(), null, true, null);
	}

	private IndexKey there(IndexKey key) {
		return new IndexKey(key.column(), thereIfAny(key.expression()), key.collation(), key.operatorClass(),
				key.operatorClassParameters(), key.descending(), key.nullsFirst());
	}

	private @Nullable String thereIfAny(@Nullable String expression) {
		return (expression != null) ? this.names.there(expression) : null;
	}

}
