package dev.limbeck.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;

/**
 * What all parts of an application's model need together. Namespaces and extensions may
 * be needed by several of them; everything else belongs to one.
 *
 * @param schema the schema
 * @param ignored what is left out of the comparison
 * @param notes what the model asks for, too, and is not compared
 * @since 0.1.0
 */
public record TargetSchema(Schema schema, IgnoredObjects ignored, List<String> notes) {

	/**
	 * Create a target schema.
	 * @param schema the schema
	 * @param ignored what is left out of the comparison
	 * @param notes what the model asks for, too, and is not compared
	 */
	public TargetSchema {
		notes = List.copyOf(notes);
	}

	/**
	 * Merge the parts of a model.
	 * @param parts the parts
	 * @param serverVersion the major version of the server that the schema is for
	 * @param defaultSchema the schema that names without one are in, so that a name with
	 * it is the same
	 * @return all of them together
	 * @throws UnreadableModelException if two parts claim the same object
	 */
	public static TargetSchema of(List<? extends TargetMetadata> parts, int serverVersion, String defaultSchema) {
		Merge merge = new Merge(defaultSchema);
		IgnoredObjects ignored = IgnoredObjects.NONE;
		List<String> notes = new ArrayList<>();
		for (TargetMetadata part : parts) {
			merge.add(part.name(), part.schema(serverVersion));
			ignored = ignored.and(part.ignored(serverVersion).named(merge::name));
			notes.addAll(part.notes(serverVersion));
		}
		return new TargetSchema(merge.schema(), ignored, notes);
	}

	/**
	 * What has been claimed so far, and by whom.
	 */
	private static final class Merge {

		private final String defaultSchema;

		private final Map<String, String> owners = new LinkedHashMap<>();

		private final Map<String, Namespace> namespaces = new LinkedHashMap<>();

		private final Map<String, Extension> extensions = new LinkedHashMap<>();

		private final List<EnumType> enumTypes = new ArrayList<>();

		private final List<Sequence> sequences = new ArrayList<>();

		private final List<Table> tables = new ArrayList<>();

		private final List<View> views = new ArrayList<>();

		private final List<MaterializedView> materializedViews = new ArrayList<>();

		private final List<Routine> routines = new ArrayList<>();

		private final List<Domain> domains = new ArrayList<>();

		Merge(String defaultSchema) {
			this.defaultSchema = defaultSchema;
		}

		void add(String source, Schema part) {
			part.namespaces().forEach((each) -> this.namespaces.merge(each.name(), each, Merge::both));
			part.extensions().forEach((each) -> this.extensions.merge(each.name(), each, Merge::both));
			claim(source, "relation", "table", part.tables(), Table::name);
			claim(source, "relation", "view", part.views(), View::name);
			claim(source, "relation", "materialized view", part.materializedViews(), MaterializedView::name);
			claim(source, "relation", "sequence", part.sequences(), Sequence::name);
			claim(source, "type", "enum type", part.enumTypes(), EnumType::name);
			claim(source, "type", "domain", part.domains(), Domain::name);
			part.routines()
				.forEach((each) -> claim(source, "routine", "function",
						name(each.name()) + "(" + each.arguments() + ")"));
			this.tables.addAll(part.tables());
			this.views.addAll(part.views());
			this.materializedViews.addAll(part.materializedViews());
			this.sequences.addAll(part.sequences());
			this.enumTypes.addAll(part.enumTypes());
			this.domains.addAll(part.domains());
			this.routines.addAll(part.routines());
		}

		// The one that says more
		private static Namespace both(Namespace one, Namespace other) {
			return (one.owner() == null && one.comment() == null) ? other : one;
		}

		private static Extension both(Extension one, Extension other) {
			return (one.schema() == null && one.version() == null) ? other : one;
		}

		private <T> void claim(String source, String kind, String what, List<T> objects,
				Function<T, QualifiedName> name) {
			objects.forEach((object) -> claim(source, kind, what, name(name.apply(object)).toString()));
		}

		private void claim(String source, String kind, String what, String name) {
			String owner = this.owners.putIfAbsent(kind + " " + name, source);
			if (owner != null) {
				throw claimedTwice(what, name, owner, source);
			}
		}

		private static UnreadableModelException claimedTwice(String what, String name, String one, String other) {
			String sources = Objects.equals(one, other) ? "twice by " + one : "by " + one + " and by " + other;
			return new UnreadableModelException(
					"The " + what + " '" + name + "' is declared " + sources
							+ ", and it is not known which of them says how it is to be.",
					"Declare it in one place. An entity can be left out with @MigrationsIgnore.");
		}

		private QualifiedName name(QualifiedName name) {
			return this.defaultSchema.equals(name.schema()) ? QualifiedName.of(name.name()) : name;
		}

		Schema schema() {
			return new Schema(List.copyOf(this.namespaces.values()), List.copyOf(this.extensions.values()),
					this.enumTypes, this.sequences, this.tables, this.views, this.materializedViews, this.routines,
					this.domains);
		}

	}

}
