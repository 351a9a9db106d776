package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.CreationRank;
import dev.limbeck.dialect.DatabaseContents;
import dev.limbeck.dialect.FurtherObject;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.operation.AlterSequence;
import dev.limbeck.operation.CreateEnum;
import dev.limbeck.operation.CreateExtension;
import dev.limbeck.operation.CreateFunction;
import dev.limbeck.operation.CreateMaterializedView;
import dev.limbeck.operation.CreateSchema;
import dev.limbeck.operation.CreateSequence;
import dev.limbeck.operation.CreateView;
import dev.limbeck.operation.ExecuteSql;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;

/**
 * Finds the operations that make an empty database like another, each behind what it
 * needs.
 *
 * @since 0.1.0
 */
public final class SchemaCreation {

	private final DatabaseContents contents;

	private final Schema selected;

	private final List<ObjectFilter> filters;

	private final CreationGraph graph;

	/**
	 * Create it.
	 * @param contents what is wanted
	 * @param options which objects are wanted
	 */
	public SchemaCreation(DatabaseContents contents, ComparisonOptions options) {
		this.contents = contents;
		this.filters = options.objectFilters();
		this.selected = new ObjectSelection(this.filters, Renames.NONE, Schema.EMPTY, contents.schema())
			.select(contents.schema());
		this.graph = new CreationGraph(contents.needs());
	}

	/**
	 * Return everything that an empty database lacks.
	 * @return the comparison with an empty database
	 */
	public Comparison comparison() {
		addSchema();
		add(this.contents.further().stream().filter(this::includes).toList());
		List<CreationStep> steps = this.graph.ordered();
		ComparisonBuilder findings = new ComparisonBuilder();
		this.graph.circles()
			.forEach((circle) -> findings.problem(circle.object(),
					"It needs something that needs it, so there is no order in which both can be created.",
					"Create one of them in a simpler form first, and replace it behind the other."));
		List<Difference> differences = steps.stream()
			.filter(CreationStep::reported)
			.map((step) -> step.difference(findings))
			.toList();
		return new Comparison(differences, findings.comparison(new ColumnCounters(Schema.EMPTY)).problems(), List.of(),
				List.of(), directives(steps));
	}

	private void addSchema() {
		Schema schema = this.selected;
		schema.namespaces()
			.forEach((namespace) -> add(Kind.SCHEMA, QualifiedName.of(namespace.name()), CreationRank.SCHEMA,
					ObjectType.SCHEMA, new CreateSchema(namespace, false)));
		schema.extensions()
			.forEach((extension) -> add(Kind.EXTENSION, QualifiedName.of(extension.name()), CreationRank.EXTENSION,
					ObjectType.EXTENSION, new CreateExtension(extension, true, false)));
		schema.enumTypes()
			.forEach((type) -> add(Kind.TYPE, type.name(), CreationRank.TYPE, ObjectType.ENUM_TYPE,
					new CreateEnum(type)));
		schema.sequences().forEach(this::add);
		schema.routines()
			.forEach((routine) -> this.graph.add(CreationStep.of(
					new ObjectAddress(Kind.ROUTINE, routine.name(), routine.arguments()), CreationRank.ROUTINE,
					ComparedObject.of(ObjectType.FUNCTION, routine.name()), new CreateFunction(routine, false, null))));
		schema.tables().forEach((table) -> new TableCreation(table, this.graph).add());
		schema.views()
			.forEach((view) -> add(Kind.RELATION, view.name(), CreationRank.VIEW, ObjectType.VIEW,
					new CreateView(view, false, null)));
		schema.materializedViews()
			.forEach((view) -> add(Kind.RELATION, view.name(), CreationRank.MATERIALIZED_VIEW,
					ObjectType.MATERIALIZED_VIEW, new CreateMaterializedView(view, false, true)));
	}

	private void add(Kind kind, QualifiedName name, CreationRank rank, ObjectType type, Operation operation) {
		this.graph.add(CreationStep.of(ObjectAddress.of(kind, name), rank, ComparedObject.of(type, name), operation));
	}

	// A column that a sequence belongs to is created behind the sequence, which its
	// default counts on
	private void add(Sequence sequence) {
		Sequence free = new Sequence(sequence.name(), sequence.type(), sequence.options(), null, sequence.comment());
		add(Kind.RELATION, sequence.name(), CreationRank.SEQUENCE, ObjectType.SEQUENCE,
				new CreateSequence(free, false));
		if (sequence.ownedBy() != null) {
			ObjectAddress owning = new ObjectAddress(Kind.FURTHER, sequence.name(), "owner of " + sequence.name());
			AlterSequence own = new AlterSequence(sequence.name(), null, SequenceOptions.DEFAULTS, false, null,
					sequence.ownedBy(), false, free);
			this.graph.add(CreationStep
				.of(owning, CreationRank.SEQUENCE_OWNER, ComparedObject.of(ObjectType.SEQUENCE, sequence.name()), own)
				.unreported());
			this.graph.need(owning, ObjectAddress.relation(sequence.name()));
			this.graph.need(owning, ObjectAddress.relation(sequence.ownedBy().table()));
		}
	}

	private void add(List<FurtherObject> objects) {
		Map<ObjectAddress, FurtherObject> separate = new LinkedHashMap<>();
		objects.forEach((object) -> separate.put(object.address(), object));
		for (FurtherObject object : objects) {
			FurtherObject.Clause clause = object.clause();
			if (clause != null && separate.containsKey(clause.whole())
					&& this.graph.include(object.address(), clause.whole())) {
				separate.remove(object.address());
				separate.computeIfPresent(clause.whole(), (address, whole) -> whole.with(clause));
			}
		}
		separate.values().forEach(this::add);
	}

	private void add(FurtherObject object) {
		List<Operation> drop = (object.drop() != null) ? List.of(new ExecuteSql(object.drop(), List.of())) : List.of();
		this.graph.add(new CreationStep(object.address(), object.rank(), compared(object),
				List.of(new ExecuteSql(object.create(), List.of())), drop, true));
		if (object.table() != null) {
			this.graph.need(object.address(), ObjectAddress.relation(object.table()));
		}
	}

	private static ComparedObject compared(FurtherObject object) {
		return new ComparedObject(ObjectType.of(object.kind()), object.table(), object.name());
	}

	// What is about a table that is left out goes with it
	private boolean includes(FurtherObject object) {
		QualifiedName table = object.table();
		boolean removed = table != null && isRelation(this.contents.schema(), table)
				&& !isRelation(this.selected, table);
		return !removed
				&& this.filters.stream().allMatch((filter) -> filter.includes(compared(object), Presence.TARGET));
	}

	private static boolean isRelation(Schema schema, QualifiedName name) {
		return schema.table(name) != null || schema.views().stream().anyMatch((view) -> view.name().equals(name))
				|| schema.materializedViews().stream().anyMatch((view) -> view.name().equals(name));
	}

	private RevisionDirectives directives(List<CreationStep> steps) {
		List<DirectedOperation> upgrade = new ArrayList<>();
		List<DirectedOperation> downgrade = new ArrayList<>();
		int first = -1;
		int last = -1;
		for (CreationStep step : steps) {
			if (step.createsRoutine()) {
				first = (first < 0) ? upgrade.size() : first;
				last = upgrade.size() + step.upgrade().size();
			}
			step.upgrade().forEach((operation) -> upgrade.add(new DirectedOperation(operation, false)));
			downgrade.addAll(0,
					step.downgrade().stream().map((operation) -> new DirectedOperation(operation, false)).toList());
		}
		if (first >= 0) {
			upgrade.add(last, execute(this.contents.unchecked().after()));
			upgrade.add(first, execute(this.contents.unchecked().before()));
		}
		return new RevisionDirectives(null, upgrade, downgrade);
	}

	private static DirectedOperation execute(String sql) {
		return new DirectedOperation(new ExecuteSql(sql, List.of()), false);
	}

}
