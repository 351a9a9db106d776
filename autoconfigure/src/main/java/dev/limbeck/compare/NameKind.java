package dev.limbeck.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameEnumValue;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * What has names that can change.
 *
 * @param <N> what a name is
 */
interface NameKind<N> {

	Set<N> names(Schema schema);

	ComparedObject object(N name);

	N name(QualifiedName name);

	Operation operation(N from, N to);

	Schema renamed(Schema schema, N from, N to);

	void tell(FollowingNames following, N from, N to);

	/**
	 * Return a name that nothing has, for what is in the way.
	 * @param schema what is there
	 * @param name the name that it has
	 * @return the other name
	 */
	N aside(Schema schema, N name);

	boolean isSamePlace(N from, N to);

	/**
	 * What has names within something else.
	 */
	interface OfParts extends NameKind<String> {

		@Override
		default String name(QualifiedName name) {
			return name.name();
		}

		@Override
		default String aside(Schema schema, String name) {
			return SpareName.of(name, names(schema)::contains);
		}

		@Override
		default boolean isSamePlace(String from, String to) {
			return true;
		}

	}

	/**
	 * The columns of a table.
	 *
	 * @param table the table
	 */
	record OfColumns(QualifiedName table) implements OfParts {

		@Override
		public Set<String> names(Schema schema) {
			Table there = schema.table(this.table);
			return new LinkedHashSet<>(
					(there != null) ? there.columns().stream().map(Column::name).toList() : List.of());
		}

		@Override
		public ComparedObject object(String name) {
			return ComparedObject.of(ObjectType.COLUMN, this.table, name);
		}

		@Override
		public Operation operation(String from, String to) {
			return new AlterColumn(this.table, from, List.of(new ColumnChange.Rename(to)), null);
		}

		@Override
		public Schema renamed(Schema schema, String from, String to) {
			return new SchemaRenaming(schema).column(this.table, from, to);
		}

		@Override
		public void tell(FollowingNames following, String from, String to) {
			following.renamed(this.table, from, to);
		}

	}

	/**
	 * The values of an enum type.
	 *
	 * @param type the type
	 */
	record OfValues(QualifiedName type) implements OfParts {

		@Override
		public Set<String> names(Schema schema) {
			return new LinkedHashSet<>(schema.enumTypes()
				.stream()
				.filter((there) -> there.name().equals(this.type))
				.map(EnumType::values)
				.findFirst()
				.orElse(List.of()));
		}

		@Override
		public ComparedObject object(String name) {
			return ComparedObject.of(ObjectType.ENUM_VALUE, this.type, name);
		}

		@Override
		public Operation operation(String from, String to) {
			return new RenameEnumValue(this.type, from, to);
		}

		@Override
		public Schema renamed(Schema schema, String from, String to) {
			return new SchemaRenaming(schema).enumValue(this.type, from, to);
		}

		@Override
		public void tell(FollowingNames following, String from, String to) {
			// nothing is called after a value
		}

	}

}
