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
import org.jspecify.annotations.Nullable;

/**
 * What has names that can change.
 *
 * @param <N> what a name is
 */
interface NameKind<N> {

	Set<N> names(Schema schema);

	ComparedObject object(N name);

	N name(QualifiedName name);

	/**
	 * Return what gives something another name.
	 * @param there what there is
	 * @param from the name that it has
	 * @param to the new name
	 * @return the operations
	 */
	List<Operation> operations(NamedObjects there, N from, N to);

	Schema renamed(NamedObjects there, N from, N to);

	void tell(FollowingNames following, N from, N to);

	/**
	 * Return a name that nothing has, for what is in the way.
	 * @param schema what is there
	 * @param name the name that it has
	 * @return the other name
	 */
	N aside(Schema schema, N name);

	/**
	 * Return what keeps something from its new name, although that is free.
	 * @param there what there is
	 * @param from the name that it has
	 * @param to the new name
	 * @return another name that is in the way, {@code null} if there is none
	 */
	@Nullable QualifiedName obstacle(NamedObjects there, N from, N to);

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
		default @Nullable QualifiedName obstacle(NamedObjects there, String from, String to) {
			return null;
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
		public List<Operation> operations(NamedObjects there, String from, String to) {
			return List.of(new AlterColumn(this.table, from, List.of(new ColumnChange.Rename(to)), null));
		}

		@Override
		public Schema renamed(NamedObjects there, String from, String to) {
			return new SchemaRenaming(there).column(this.table, from, to);
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
		public List<Operation> operations(NamedObjects there, String from, String to) {
			return List.of(new RenameEnumValue(this.type, from, to));
		}

		@Override
		public Schema renamed(NamedObjects there, String from, String to) {
			return new SchemaRenaming(there).enumValue(this.type, from, to);
		}

		@Override
		public void tell(FollowingNames following, String from, String to) {
			// nothing is called after a value
		}

	}

}
