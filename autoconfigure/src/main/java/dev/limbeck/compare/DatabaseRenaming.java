package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameEnum;
import dev.limbeck.operation.RenameEnumValue;
import dev.limbeck.operation.RenameSequence;
import dev.limbeck.operation.RenameTable;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Renames what has been renamed, and what has its name from that, so that everything else
 * is compared under the new names.
 */
final class DatabaseRenaming {

	private final Findings findings;

	private final Renames renames;

	private final Schema target;

	private final FollowingNames following;

	private Schema schema;

	DatabaseRenaming(Comparing comparing, Schema database, Schema target) {
		this.findings = comparing.findings();
		this.renames = comparing.options().renames();
		this.schema = database;
		this.target = target;
		this.following = new FollowingNames(target);
	}

	Schema apply() {
		Set<QualifiedName> actual = new HashSet<>();
		this.schema.tables().forEach((table) -> actual.add(table.name()));
		for (Table table : this.target.tables()) {
			QualifiedName before = table.hints().renamedFrom();
			renameTable(actual, (before != null) ? before : this.renames.previous(ObjectType.TABLE, null, table.name()),
					table.name());
		}
		boolean followed = true;
		while (followed) {
			followed = followTables(actual);
		}
		this.target.tables().forEach(this::renameColumns);
		this.target.tables().forEach(this::followColumns);
		this.target.enumTypes().forEach(this::renameEnum);
		this.target.sequences().forEach(this::renameSequence);
		return this.schema;
	}

	private static boolean isPossible(Set<QualifiedName> names, @Nullable QualifiedName from, QualifiedName to) {
		return from != null && names.contains(from) && !names.contains(to)
				&& Objects.equals(from.schema(), to.schema());
	}

	private boolean renameTable(Set<QualifiedName> names, @Nullable QualifiedName from, QualifiedName to) {
		if (from == null || !isPossible(names, from, to)) {
			return false;
		}
		rename(ComparedObject.of(ObjectType.TABLE, from), to, new RenameTable(from, to.name()));
		this.schema = new SchemaRenaming(this.schema).table(from, to);
		this.following.renamed(from, to);
		names.remove(from);
		names.add(to);
		return true;
	}

	private boolean followTables(Set<QualifiedName> names) {
		boolean found = false;
		for (Table table : this.target.tables()) {
			if (!names.contains(table.name())) {
				found |= renameTable(names, this.following.table(table.name(), names), table.name());
			}
		}
		return found;
	}

	private void rename(ComparedObject object, QualifiedName to, Operation operation) {
		this.findings.renamed(object, to.toString()).step(Phase.RENAME, operation);
	}

	private void renameColumns(Table table) {
		Map<String, String> all = new LinkedHashMap<>(table.hints().renamedColumns());
		for (RenameCandidate rename : this.renames.all()) {
			if (rename.type() == ObjectType.COLUMN && table.name().equals(rename.table())) {
				all.put(rename.from().name(), rename.to().name());
			}
		}
		Table actual = all.isEmpty() ? null : this.schema.table(table.name());
		if (actual == null) {
			return;
		}
		all.forEach((from, to) -> {
			if (actual.column(from) != null && actual.column(to) == null && table.column(to) != null) {
				renameColumn(table.name(), from, to);
			}
		});
	}

	private void followColumns(Table table) {
		for (Column column : table.columns()) {
			Table actual = this.schema.table(table.name());
			String from = (actual != null && actual.column(column.name()) == null)
					? this.following.column(table, column.name(), actual) : null;
			if (from != null) {
				renameColumn(table.name(), from, column.name());
			}
		}
	}

	private void renameColumn(QualifiedName table, String from, String to) {
		Operation operation = new AlterColumn(table, from, List.of(new ColumnChange.Rename(to)), null);
		rename(ComparedObject.of(ObjectType.COLUMN, table, from), QualifiedName.of(to), operation);
		this.schema = new SchemaRenaming(this.schema).column(table, from, to);
		this.following.renamed(table, from, to);
	}

	private void renameEnum(EnumType type) {
		Set<QualifiedName> names = new HashSet<>(this.schema.enumTypes().stream().map(EnumType::name).toList());
		QualifiedName from = this.renames.previous(ObjectType.ENUM_TYPE, null, type.name());
		if (from != null && isPossible(names, from, type.name())) {
			rename(ComparedObject.of(ObjectType.ENUM_TYPE, from), type.name(),
					new RenameEnum(from, type.name().name()));
			this.schema = new SchemaRenaming(this.schema).enumType(from, type.name());
		}
		for (EnumType actual : this.schema.enumTypes()) {
			if (actual.name().equals(type.name())) {
				renameValues(actual, type);
			}
		}
	}

	private void renameValues(EnumType actual, EnumType wanted) {
		List<String> values = new ArrayList<>(actual.values());
		for (String value : wanted.values()) {
			QualifiedName from = value.isBlank() ? null
					: this.renames.previous(ObjectType.ENUM_VALUE, actual.name(), QualifiedName.of(value));
			if (from != null && values.contains(from.name()) && !values.contains(value)) {
				rename(ComparedObject.of(ObjectType.ENUM_VALUE, actual.name(), from.name()), QualifiedName.of(value),
						new RenameEnumValue(actual.name(), from.name(), value));
				values.set(values.indexOf(from.name()), value);
				this.schema = new SchemaRenaming(this.schema).enumValue(actual.name(), from.name(), value);
			}
		}
	}

	private void renameSequence(Sequence sequence) {
		ColumnCounters counters = new ColumnCounters(this.schema);
		if (counters.isSequence(sequence.name())) {
			return;
		}
		ColumnCounters wanted = new ColumnCounters(this.target);
		QualifiedName said = this.renames.previous(ObjectType.SEQUENCE, null, sequence.name());
		QualifiedName from = (said != null) ? said : this.following.sequence(sequence.name(),
				(name) -> counters.isSequence(name) && wanted.named(name) == null);
		if (from != null && counters.isSequence(from) && Objects.equals(from.schema(), sequence.name().schema())) {
			rename(ComparedObject.of(ObjectType.SEQUENCE, from), sequence.name(),
					new RenameSequence(from, sequence.name().name()));
			this.schema = new SchemaRenaming(this.schema).sequence(from, sequence.name());
		}
	}

}
