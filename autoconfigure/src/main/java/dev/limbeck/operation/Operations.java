package dev.limbeck.operation;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The {@code op} that a revision receives: a directive for everything that a migration
 * does. Directives are carried out in the order in which they are called.
 *
 * <pre class="code">
 * op.createTable("users", (table) -&gt; table
 *     .column("id", integer(), (id) -&gt; id.identity())
 *     .column("name", varchar(100), (name) -&gt; name.notNull())
 *     .primaryKey("id"));
 * </pre>
 *
 * Names are taken as they are and quoted where needed; values become literals. Only what
 * is called an expression, a condition, a query, a body or SQL is SQL.
 *
 * @since 0.1.0
 */
public interface Operations extends TableDirectives, ColumnDirectives, IndexDirectives, ConstraintDirectives,
		SequenceDirectives, EnumDirectives, ViewDirectives, RoutineDirectives, DatabaseDirectives, StatementDirectives {

	/**
	 * Return directives that give their operations to a sink.
	 * @param sink the sink
	 * @return the directives
	 */
	static Operations of(OperationSink sink) {
		return new DefaultOperations(sink, null);
	}

	/**
	 * Return the same directives for the objects of a schema.
	 * @param schema the schema; {@code null} for where the connection finds an object, or
	 * else would create it
	 * @return the directives
	 */
	Operations inSchema(@Nullable String schema);

	/**
	 * Return what the revision can know of the run and of the database.
	 * @return the context
	 * @throws IllegalStateException if the operations are not those of a revision that
	 * runs
	 */
	RevisionContext context();

	/**
	 * Do something outside of any transaction, such as to build an index while others
	 * write. What was done before is committed first, and what is done in the block is
	 * not undone if something fails.
	 * @param block calls directives
	 */
	void autocommit(Consumer<Operations> block);

}
