package dev.limbeck.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.EnumType;
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
import dev.limbeck.schema.TableOptions;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Gives the objects of a target the names that they are to have: without the default
 * schema, by the naming convention if they have none, and no longer than the server keeps
 * them.
 */
final class TargetResolution {

	private static final int MAXIMUM_BYTES = 63;

	private static final int MAXIMUM_BYTES_OF_CHAR = 3;

	private final InspectionScope scope;

	private final NamingConvention naming;

	private final ResolvedConstraint constraints = new ResolvedConstraint(this::name, TargetResolution::truncated);

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
		boolean shortEnough = name.length() <= MAXIMUM_BYTES / MAXIMUM_BYTES_OF_CHAR;
		if (shortEnough || name.getBytes(StandardCharsets.UTF_8).length <= MAXIMUM_BYTES) {
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
				sequence.comment(), sequence.extent());
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
			constraints.add(constraint.accept(this.constraints).withName(name));
		}
		List<Index> indexes = new ArrayList<>();
		for (Index index : table.indexes()) {
			String name = truncated(this.naming.nameOf(table.name(), index));
			if (index.name() == null) {
				generated.add(name);
			}
			indexes.add(new Index(name, index.keys().stream().map(this.constraints::key).toList(), index.unique(),
					index.nullsNotDistinct(), index.method(),
					index.include().stream().map(TargetResolution::truncated).toList(), index.where(),
					index.storageParameters(), index.tablespace(), index.valid(), index.comment()));
		}
		return new Table(name(table.name()), columns, null, List.of(), List.of(), List.of(), List.of(), indexes,
				options(table.options()), table.comment(), hints(table.hints(), generated))
			.withConstraints(constraints);
	}

	private TableOptions options(TableOptions options) {
		return options.inherits().isEmpty() ? options
				: new TableOptions(options.unlogged(), options.partitionBy(),
						options.inherits().stream().map(this::name).toList(), options.storageParameters(),
						options.tablespace());
	}

	private TableHints hints(TableHints hints, Set<String> generated) {
		QualifiedName renamedFrom = hints.renamedFrom();
		Set<String> all = new LinkedHashSet<>(generated);
		hints.generatedNames().forEach((name) -> all.add(truncated(name)));
		Map<String, QualifiedName> counters = new LinkedHashMap<>();
		hints.counters().forEach((column, sequence) -> counters.put(truncated(column), name(sequence)));
		return new TableHints((renamedFrom != null) ? name(renamedFrom) : null, hints.renamedColumns(), all,
				hints.keyInAnyOrder(), counters, hints.extent(), hints.declaredBy());
	}

	private Column column(Column column, Set<String> keyed) {
		boolean nullable = column.nullable() && !keyed.contains(column.name())
				&& !column.type().name().endsWith("serial");
		String name = truncated(column.name());
		ColumnType type = type(column.type());
		if (nullable == column.nullable() && name.equals(column.name()) && type.equals(column.type())) {
			return column;
		}
		return new Column(name, type, nullable, column.serverDefault(), column.identity(), column.generated(),
				column.collation(), column.comment());
	}

	private ColumnType type(ColumnType type) {
		if (type.schema() == null || !type.schema().equals(this.scope.defaultSchema())) {
			return type;
		}
		ColumnType relative = new ColumnType(null, type.name(), type.arguments(), type.dimensions());
		return relative.isStandard() ? type : relative;
	}

}
