package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameEnum;
import dev.limbeck.operation.RenameSequence;
import dev.limbeck.operation.RenameTable;
import dev.limbeck.operation.SetEnumSchema;
import dev.limbeck.operation.SetSequenceSchema;
import dev.limbeck.operation.SetTableSchema;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What has names of its own.
 */
enum QualifiedNameKind implements NameKind<QualifiedName> {

	TABLES(ObjectType.TABLE) {

		@Override
		public Set<QualifiedName> names(Schema schema) {
			Set<QualifiedName> names = new LinkedHashSet<>();
			schema.tables().forEach((table) -> names.add(table.name()));
			return names;
		}

		@Override
		Operation rename(QualifiedName from, String to) {
			return new RenameTable(from, to);
		}

		@Override
		Operation move(QualifiedName from, @Nullable String to) {
			return new SetTableSchema(from, to);
		}

		@Override
		public Schema renamed(NamedObjects there, QualifiedName from, QualifiedName to) {
			return new SchemaRenaming(there).table(from, to);
		}

		@Override
		public @Nullable QualifiedName obstacle(NamedObjects there, QualifiedName from, QualifiedName to) {
			return there.obstacle(from, to);
		}

		@Override
		public void tell(FollowingNames following, QualifiedName from, QualifiedName to) {
			following.renamed(from, to);
		}

	},

	ENUM_TYPES(ObjectType.ENUM_TYPE) {

		@Override
		public Set<QualifiedName> names(Schema schema) {
			Set<QualifiedName> names = new LinkedHashSet<>();
			schema.enumTypes().forEach((type) -> names.add(type.name()));
			return names;
		}

		@Override
		Operation rename(QualifiedName from, String to) {
			return new RenameEnum(from, to);
		}

		@Override
		Operation move(QualifiedName from, @Nullable String to) {
			return new SetEnumSchema(from, to);
		}

		@Override
		public Schema renamed(NamedObjects there, QualifiedName from, QualifiedName to) {
			return new SchemaRenaming(there).enumType(from, to);
		}

	},

	SEQUENCES(ObjectType.SEQUENCE) {

		@Override
		public Set<QualifiedName> names(Schema schema) {
			return new ColumnCounters(schema).names();
		}

		@Override
		Operation rename(QualifiedName from, String to) {
			return new RenameSequence(from, to);
		}

		@Override
		Operation move(QualifiedName from, @Nullable String to) {
			return new SetSequenceSchema(from, to);
		}

		@Override
		public Schema renamed(NamedObjects there, QualifiedName from, QualifiedName to) {
			return new SchemaRenaming(there).sequence(from, to);
		}

		@Override
		public @Nullable QualifiedName obstacle(NamedObjects there, QualifiedName from, QualifiedName to) {
			return there.owner(from, to);
		}

	};

	private final ObjectType type;

	QualifiedNameKind(ObjectType type) {
		this.type = type;
	}

	@Override
	public ComparedObject object(QualifiedName name) {
		return ComparedObject.of(this.type, name);
	}

	@Override
	public QualifiedName name(QualifiedName name) {
		return name;
	}

	@Override
	public void tell(FollowingNames following, QualifiedName from, QualifiedName to) {
		// only what belongs to a table is called after it
	}

	@Override
	public QualifiedName aside(Schema schema, QualifiedName name) {
		return new ColumnCounters(schema).aside(name);
	}

	@Override
	public @Nullable QualifiedName obstacle(NamedObjects there, QualifiedName from, QualifiedName to) {
		return null;
	}

	@Override
	public List<Operation> operations(NamedObjects there, QualifiedName from, QualifiedName to) {
		List<Operation> operations = new ArrayList<>();
		QualifiedName now = from;
		for (QualifiedName next : there.way(from, to)) {
			operations.add(next.name().equals(now.name()) ? move(now, next.schema()) : rename(now, next.name()));
			now = next;
		}
		return operations;
	}

	abstract Operation rename(QualifiedName from, String to);

	abstract Operation move(QualifiedName from, @Nullable String to);

}
