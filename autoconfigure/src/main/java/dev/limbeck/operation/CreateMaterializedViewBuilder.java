package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexBuilder;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about a materialized view besides its query.
 *
 * @since 0.1.0
 */
public final class CreateMaterializedViewBuilder {

	private final Map<String, String> storageParameters = new LinkedHashMap<>();

	private final List<Index> indexes = new ArrayList<>();

	private boolean ifNotExists;

	private boolean withData = true;

	private List<String> columns = List.of();

	private @Nullable String tablespace;

	private @Nullable String comment;

	CreateMaterializedViewBuilder() {
	}

	/**
	 * Do nothing if there is one of that name, whatever it is like.
	 * @return this
	 */
	public CreateMaterializedViewBuilder ifNotExists() {
		this.ifNotExists = true;
		return this;
	}

	/**
	 * Leave it unfilled, so that it cannot be read before it is refreshed.
	 * @return this
	 */
	public CreateMaterializedViewBuilder withNoData() {
		this.withData = false;
		return this;
	}

	/**
	 * Name the columns.
	 * @param columns the names
	 * @return this
	 */
	public CreateMaterializedViewBuilder columns(String... columns) {
		this.columns = List.of(columns);
		return this;
	}

	/**
	 * Index columns or expressions.
	 * @param definition says which, and how
	 * @return this
	 */
	public CreateMaterializedViewBuilder index(Consumer<IndexBuilder> definition) {
		this.indexes.add(Index.of(null, definition));
		return this;
	}

	/**
	 * Set a storage parameter.
	 * @param parameter the parameter
	 * @param value the value
	 * @return this
	 */
	public CreateMaterializedViewBuilder with(String parameter, String value) {
		this.storageParameters.put(parameter, value);
		return this;
	}

	/**
	 * Put it in a tablespace.
	 * @param tablespace the tablespace
	 * @return this
	 */
	public CreateMaterializedViewBuilder tablespace(String tablespace) {
		this.tablespace = tablespace;
		return this;
	}

	/**
	 * Describe it.
	 * @param comment the comment
	 * @return this
	 */
	public CreateMaterializedViewBuilder comment(String comment) {
		this.comment = comment;
		return this;
	}

	CreateMaterializedView operation(QualifiedName name, String query) {
		MaterializedView view = new MaterializedView(name, this.columns, query, this.indexes, this.storageParameters,
				this.tablespace, this.comment);
		return new CreateMaterializedView(view, this.ifNotExists, this.withData);
	}

}
