package dev.limbeck.compare;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameEnum;
import dev.limbeck.operation.RenameSequence;
import dev.limbeck.operation.RenameTable;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;

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
		public Operation operation(QualifiedName from, QualifiedName to) {
			return new RenameTable(from, to.name());
		}

		@Override
		public Schema renamed(Schema schema, QualifiedName from, QualifiedName to) {
			return new SchemaRenaming(schema).table(from, to);
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
		public Operation operation(QualifiedName from, QualifiedName to) {
			return new RenameEnum(from, to.name());
		}

		@Override
		public Schema renamed(Schema schema, QualifiedName from, QualifiedName to) {
			return new SchemaRenaming(schema).enumType(from, to);
		}

	},

	SEQUENCES(ObjectType.SEQUENCE) {

		@Override
		public Set<QualifiedName> names(Schema schema) {
			return new ColumnCounters(schema).names();
		}

		@Override
		public Operation operation(QualifiedName from, QualifiedName to) {
			return new RenameSequence(from, to.name());
		}

		@Override
		public Schema renamed(Schema schema, QualifiedName from, QualifiedName to) {
			return new SchemaRenaming(schema).sequence(from, to);
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
	public boolean isSamePlace(QualifiedName from, QualifiedName to) {
		return Objects.equals(from.schema(), to.schema());
	}

}
