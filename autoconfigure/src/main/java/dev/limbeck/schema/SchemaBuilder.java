package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Says what there is in a database.
 *
 * @since 0.1.0
 */
public final class SchemaBuilder {

	private final @Nullable String namespace;

	private final List<Object> objects;

	SchemaBuilder(@Nullable String namespace) {
		this(namespace, new ArrayList<>());
	}

	private SchemaBuilder(@Nullable String namespace, List<Object> objects) {
		this.namespace = namespace;
		this.objects = objects;
	}

	/**
	 * Say what there is in a named part of the database.
	 * @param name the name of the part
	 * @param definition says what there is
	 * @return this
	 */
	public SchemaBuilder inSchema(String name, Consumer<SchemaBuilder> definition) {
		definition.accept(new SchemaBuilder(name, this.objects));
		return this;
	}

	/**
	 * Add a named part.
	 * @param name the name
	 * @return this
	 */
	public SchemaBuilder namespace(String name) {
		return add(new Namespace(name, null, null));
	}

	/**
	 * Add an extension.
	 * @param name the name
	 * @return this
	 */
	public SchemaBuilder extension(String name) {
		return add(new Extension(name, this.namespace, null, null));
	}

	/**
	 * Add an enum type.
	 * @param name the name
	 * @param values the values
	 * @return this
	 */
	public SchemaBuilder enumType(String name, String... values) {
		return add(new EnumType(qualify(name), List.of(values), null));
	}

	/**
	 * Add a sequence.
	 * @param name the name
	 * @param definition says how it counts
	 * @return this
	 */
	public SchemaBuilder sequence(String name, Consumer<SequenceBuilder> definition) {
		SequenceBuilder builder = new SequenceBuilder(qualify(name));
		definition.accept(builder);
		return add(builder.sequence());
	}

	/**
	 * Add a table.
	 * @param name the name
	 * @param definition says what it consists of
	 * @return this
	 */
	public SchemaBuilder table(String name, Consumer<TableBuilder> definition) {
		return add(Table.of(qualify(name), definition));
	}

	/**
	 * Add a view.
	 * @param name the name
	 * @param query the query
	 * @return this
	 */
	public SchemaBuilder view(String name, String query) {
		return add(new View(qualify(name), List.of(), query, Map.of(), null, null));
	}

	/**
	 * Add a materialized view.
	 * @param name the name
	 * @param query the query
	 * @return this
	 */
	public SchemaBuilder materializedView(String name, String query) {
		return add(new MaterializedView(qualify(name), List.of(), query, List.of(), Map.of(), null, null));
	}

	/**
	 * Add a named part.
	 * @param namespace the part
	 * @return this
	 */
	public SchemaBuilder add(Namespace namespace) {
		return keep(namespace);
	}

	/**
	 * Add an extension.
	 * @param extension the extension
	 * @return this
	 */
	public SchemaBuilder add(Extension extension) {
		return keep(extension);
	}

	/**
	 * Add an enum type.
	 * @param enumType the enum type
	 * @return this
	 */
	public SchemaBuilder add(EnumType enumType) {
		return keep(enumType);
	}

	/**
	 * Add a sequence.
	 * @param sequence the sequence
	 * @return this
	 */
	public SchemaBuilder add(Sequence sequence) {
		return keep(sequence);
	}

	/**
	 * Add a table.
	 * @param table the table
	 * @return this
	 */
	public SchemaBuilder add(Table table) {
		return keep(table);
	}

	/**
	 * Add a view.
	 * @param view the view
	 * @return this
	 */
	public SchemaBuilder add(View view) {
		return keep(view);
	}

	/**
	 * Add a materialized view.
	 * @param view the materialized view
	 * @return this
	 */
	public SchemaBuilder add(MaterializedView view) {
		return keep(view);
	}

	/**
	 * Add a function or procedure.
	 * @param routine the function or procedure
	 * @return this
	 */
	public SchemaBuilder add(Routine routine) {
		return keep(routine);
	}

	private SchemaBuilder keep(Object object) {
		this.objects.add(object);
		return this;
	}

	private QualifiedName qualify(String name) {
		return QualifiedName.of(this.namespace, name);
	}

	Schema schema() {
		return new Schema(all(Namespace.class), all(Extension.class), all(EnumType.class), all(Sequence.class),
				all(Table.class), all(View.class), all(MaterializedView.class), all(Routine.class));
	}

	private <T> List<T> all(Class<T> type) {
		return this.objects.stream().filter(type::isInstance).map(type::cast).toList();
	}

}
