package dev.limbeck.autogenerate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;

/**
 * The names of the schemas in which the objects of a target are.
 *
 * @param target the target
 */
record SchemaNames(Schema target) {

	/**
	 * Return the names of the schemas that the target has left: those in which a table is
	 * said to have been, or in which something may have been that is said to have been
	 * renamed. A dot may be a character of a name, so whatever stands before one may be a
	 * schema.
	 * @param renames what is said, such as {@code old.users=users}
	 * @return the names
	 */
	Set<String> former(List<String> renames) {
		Set<String> names = new HashSet<>();
		this.target.tables().forEach((table) -> {
			QualifiedName before = table.hints().renamedFrom();
			if (before != null && before.schema() != null) {
				names.add(before.schema());
			}
		});
		for (String rename : renames) {
			for (int dot = rename.indexOf('.'); dot > 0; dot = rename.indexOf('.', dot + 1)) {
				names.add(rename.substring(0, dot));
			}
		}
		return names;
	}

	Set<String> all() {
		Set<String> names = new HashSet<>();
		this.target.namespaces().stream().map(Namespace::name).forEach(names::add);
		objects().forEach((name) -> {
			if (name.schema() != null) {
				names.add(name.schema());
			}
		});
		return names;
	}

	private Stream<QualifiedName> objects() {
		return Stream
			.of(this.target.tables().stream().map(Table::name), this.target.sequences().stream().map(Sequence::name),
					this.target.enumTypes().stream().map(EnumType::name), this.target.views().stream().map(View::name),
					this.target.materializedViews().stream().map(MaterializedView::name),
					this.target.routines().stream().map(Routine::name))
			.flatMap((names) -> names);
	}

}
