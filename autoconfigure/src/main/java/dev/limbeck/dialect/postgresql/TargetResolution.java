package dev.limbeck.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TableHints;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Gives the objects of a target the names that they are to have: without the default
 * schema, by the naming convention if they have none, and no longer than the server keeps
 * them.
 */
final class TargetResolution {

	private static final int MAXIMUM_BYTES = 63;

	private final InspectionScope scope;

	private final NamingConvention naming;

	TargetResolution(InspectionScope scope, NamingConvention naming) {
		this.scope = scope;
		this.naming = naming;
	}

	Schema resolve(Schema target) {
		return new Schema(target.namespaces(), target.extensions(),
				target.enumTypes()
					.stream()
					.map((type) -> new EnumType(name(type.name()), type.values(), type.comment()))
					.toList(),
				target.sequences().stream().map(this::sequence).toList(),
				target.tables().stream().map(this::table).toList(), target.views().stream().map(this::view).toList(),
				target.materializedViews().stream().map(this::view).toList(),
				target.routines().stream().map(this::routine).toList(), target.domains());
	}

	private QualifiedName name(QualifiedName name) {
		QualifiedName relative = this.scope.name(name);
		return QualifiedName.of(relative.schema(), truncated(relative.name()));
	}

	static String truncated(String name) {
		if (name.getBytes(StandardCharsets.UTF_8).length <= MAXIMUM_BYTES) {
			return name;
		}
		StringBuilder kept = new StringBuilder();
		int length = 0;
		for (int codePoint : name.codePoints().toArray()) {
			String character = Character.toString(codePoint);
			length += character.getBytes(StandardCharsets.UTF_8).length;
			if (length > MAXIMUM_BYTES) {
				break;
			}
			kept.append(character);
		}
		return kept.toString();
	}

	private Sequence sequence(Sequence sequence) {
		return new Sequence(name(sequence.name()), sequence.type(), sequence.options(), owner(sequence.ownedBy()),
				sequence.comment());
	}

	private @Nullable SequenceOwner owner(@Nullable SequenceOwner owner) {
		return (owner != null) ? new SequenceOwner(name(owner.table()), truncated(owner.column())) : null;
	}

	private View view(View view) {
		return new View(name(view.name()), view.columns(), view.query(), view.options(), view.checkOption(),
				view.comment());
	}

	private MaterializedView view(MaterializedView view) {
		List<Index> indexes = view.indexes()
			.stream()
			.map((index) -> index.withName(truncated(this.naming.nameOf(view.name(), index))))
			.toList();
		return new MaterializedView(name(view.name()), view.columns(), view.query(), indexes, view.storageParameters(),
				view.tablespace(), view.comment());
	}

	private Routine routine(Routine routine) {
		return new Routine(name(routine.name()), routine.procedure(), routine.arguments(), routine.returns(),
				routine.language(), routine.options(), routine.body(), routine.comment());
	}

	private Table table(Table table) {
		Set<String> generated = new LinkedHashSet<>();
		Set<String> keyed = new HashSet<>(
				(table.primaryKey() != null) ? table.primaryKey().columns() : List.<String>of());
		List<Column> columns = table.columns().stream().map((column) -> column(column, keyed)).toList();
		List<Constraint> constraints = new ArrayList<>();
		for (Constraint constraint : table.constraints()) {
			String name = truncated(this.naming.nameOf(table.name(), constraint));
			if (constraint.name() == null || constraint instanceof PrimaryKey) {
				generated.add(name);
			}
			constraints.add(relative(constraint).withName(name));
		}
		List<Index> indexes = new ArrayList<>();
		for (Index index : table.indexes()) {
			String name = truncated(this.naming.nameOf(table.name(), index));
			if (index.name() == null) {
				generated.add(name);
			}
			indexes.add(index.withName(name));
		}
		return table.withName(name(table.name()))
			.withColumns(columns)
			.withConstraints(constraints)
			.withIndexes(indexes)
			.withHints(hints(table.hints(), generated));
	}

	private TableHints hints(TableHints hints, Set<String> generated) {
		QualifiedName renamedFrom = hints.renamedFrom();
		Set<String> all = new LinkedHashSet<>(generated);
		hints.generatedNames().forEach((name) -> all.add(truncated(name)));
		return new TableHints((renamedFrom != null) ? name(renamedFrom) : null, hints.renamedColumns(), all,
				hints.keyInAnyOrder());
	}

	private Column column(Column column, Set<String> keyed) {
		boolean nullable = column.nullable() && !keyed.contains(column.name())
				&& !column.type().name().endsWith("serial");
		return new Column(truncated(column.name()), type(column.type()), nullable, column.serverDefault(),
				column.identity(), column.generated(), column.collation(), column.comment());
	}

	private ColumnType type(ColumnType type) {
		if (type.schema() == null || !type.schema().equals(this.scope.defaultSchema())) {
			return type;
		}
		ColumnType relative = new ColumnType(null, type.name(), type.arguments(), type.dimensions());
		return relative.isStandard() ? type : relative;
	}

	private Constraint relative(Constraint constraint) {
		if (!(constraint instanceof ForeignKey key)) {
			return constraint;
		}
		return new ForeignKey(key.name(), key.columns(), name(key.referredTable()), key.referredColumns(),
				key.onDelete(), key.setOnDelete(), key.onUpdate(), key.match(), key.period(), key.deferrability(),
				key.validated(), key.enforced(), key.comment());
	}

}
