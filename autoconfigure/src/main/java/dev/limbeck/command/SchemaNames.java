package dev.limbeck.command;

import java.util.HashSet;
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
