package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Says what a function or procedure is.
 *
 * @since 0.1.0
 */
public final class CreateFunctionBuilder {

	private boolean orReplace;

	private String arguments = "";

	private @Nullable String returns;

	private String language = "sql";

	private @Nullable String options;

	private @Nullable String body;

	private @Nullable String comment;

	CreateFunctionBuilder() {
	}

	/**
	 * Replace one of that name and those arguments.
	 * @return this
	 */
	public CreateFunctionBuilder orReplace() {
		this.orReplace = true;
		return this;
	}

	/**
	 * Say what it is called with.
	 * @param arguments the arguments in SQL, such as {@code a integer, b text DEFAULT ''}
	 * @return this
	 */
	public CreateFunctionBuilder arguments(String arguments) {
		this.arguments = arguments;
		return this;
	}

	/**
	 * Say what a function returns.
	 * @param returns the type in SQL, such as {@code integer} or {@code SETOF users}
	 * @return this
	 */
	public CreateFunctionBuilder returns(String returns) {
		this.returns = returns;
		return this;
	}

	/**
	 * Say what language the body is in, if it is not {@code sql}.
	 * @param language the language, such as {@code plpgsql}
	 * @return this
	 */
	public CreateFunctionBuilder language(String language) {
		this.language = language;
		return this;
	}

	/**
	 * Say what else there is to say.
	 * @param options the options in SQL, such as {@code STABLE STRICT}
	 * @return this
	 */
	public CreateFunctionBuilder options(String options) {
		this.options = options;
		return this;
	}

	/**
	 * Say what it does.
	 * @param body the body, without quotes
	 * @return this
	 */
	public CreateFunctionBuilder body(String body) {
		this.body = body;
		return this;
	}

	/**
	 * Describe it.
	 * @param comment the comment
	 * @return this
	 */
	public CreateFunctionBuilder comment(String comment) {
		this.comment = comment;
		return this;
	}

	CreateFunction operation(QualifiedName name, boolean procedure) {
		if (this.body == null) {
			throw new InvalidOperationException("body", "is missing");
		}
		Routine routine = new Routine(name, procedure, this.arguments, this.returns, this.language, this.options,
				this.body, this.comment);
		return new CreateFunction(routine, this.orReplace, null);
	}

}
