package dev.limbeck.command;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import dev.limbeck.compare.ComparedObject;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.ObjectType;
import dev.limbeck.compare.Presence;
import dev.limbeck.compare.Renames;
import dev.limbeck.compare.SchemaComparator;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.TypeRules;
import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * What was read, so that it can be compared once more when somebody has said what was
 * renamed.
 *
 * @param rules what the database thinks of two types
 * @param serverVersion the major version of the server
 * @param database where it was read
 * @param actual what is there
 * @param target what is wanted
 * @param ignored what the model leaves out of the comparison
 */
record ComparedSchemas(TypeRules rules, int serverVersion, String database, Schema actual, NormalizedTarget target,
		IgnoredObjects ignored) {

	private static final Set<ObjectType> DETAILS = EnumSet.of(ObjectType.INDEX, ObjectType.UNIQUE_CONSTRAINT,
			ObjectType.CHECK_CONSTRAINT, ObjectType.EXCLUDE_CONSTRAINT);

	ModelComparison compare(ComparisonOptions options) {
		Set<QualifiedName> outlined = outlined(options.renames());
		ComparisonOptions all = options
			.objects((object, presence) -> !isIgnored(object) && !isDetail(object, presence, outlined))
			.defaults((table, actual, wanted) -> (outlined.contains(table) && wanted.serverDefault() == null)
					? Boolean.FALSE : null);
		return new ModelComparison(this, options,
				new SchemaComparator(this.rules, this.serverVersion, all).compare(this.actual, this.target));
	}

	// Under the names that they had before, too
	private Set<QualifiedName> outlined(Renames renames) {
		Set<QualifiedName> names = new HashSet<>(this.ignored.outlined());
		for (Table table : this.target.declared().tables()) {
			QualifiedName before = table.hints().renamedFrom();
			if (before != null && this.ignored.isOutlined(table.name())) {
				names.add(before);
			}
		}
		renames.all()
			.stream()
			.filter((rename) -> rename.type() == ObjectType.TABLE && this.ignored.isOutlined(rename.to()))
			.forEach((rename) -> names.add(rename.from()));
		return names;
	}

	private static boolean isDetail(ComparedObject object, Presence presence, Set<QualifiedName> outlined) {
		QualifiedName table = object.table();
		return presence == Presence.DATABASE && table != null && outlined.contains(table)
				&& DETAILS.contains(object.type());
	}

	// What is about a column that is left out goes with it
	private boolean isIgnored(ComparedObject object) {
		QualifiedName table = object.table();
		return switch (object.type()) {
			case TABLE -> this.ignored.hasTable(object.name());
			case COLUMN -> table != null && this.ignored.hasColumn(table, object.name().name());
			default -> false;
		};
	}

	RenameWords renameWords() {
		return new RenameWords(this.actual, this.target.declared());
	}

}
