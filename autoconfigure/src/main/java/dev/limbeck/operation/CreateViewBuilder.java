package dev.limbeck.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about a view besides its query.
 *
 * @since 0.1.0
 */
public final class CreateViewBuilder {

	private final Map<String, String> options = new LinkedHashMap<>();

	private boolean orReplace;

	private List<String> columns = List.of();

	private @Nullable String checkOption;

	private @Nullable String comment;

	CreateViewBuilder() {
	}

	/**
	 * Replace a view of that name. The columns it has must stay, and new ones come last.
	 * @return this
	 */
	public CreateViewBuilder orReplace() {
		this.orReplace = true;
		return this;
	}

	/**
	 * Name the columns.
	 * @param columns the names
	 * @return this
	 */
	public CreateViewBuilder columns(String... columns) {
		this.columns = List.of(columns);
		return this;
	}

	/**
	 * Set an option.
	 * @param option the option, such as {@code security_barrier}
	 * @param value the value
	 * @return this
	 */
	public CreateViewBuilder with(String option, String value) {
		this.options.put(option, value);
		return this;
	}

	/**
	 * Refuse rows that the view would not show.
	 * @return this
	 */
	public CreateViewBuilder checkOption() {
		this.checkOption = "CASCADED";
		return this;
	}

	/**
	 * Refuse rows that the view itself would not show, whatever views below it do.
	 * @return this
	 */
	public CreateViewBuilder localCheckOption() {
		this.checkOption = "LOCAL";
		return this;
	}

	/**
	 * Describe the view.
	 * @param comment the comment
	 * @return this
	 */
	public CreateViewBuilder comment(String comment) {
		this.comment = comment;
		return this;
	}

	CreateView operation(QualifiedName name, String query) {
		View view = new View(name, this.columns, query, this.options, this.checkOption, this.comment);
		return new CreateView(view, this.orReplace, null);
	}

}
