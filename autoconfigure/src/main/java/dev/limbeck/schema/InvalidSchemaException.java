package dev.limbeck.schema;

/**
 * Part of a schema is missing or wrong.
 *
 * @since 0.1.0
 */
public final class InvalidSchemaException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String field;

	private final String problem;

	/**
	 * Create an exception.
	 * @param field the part that is wrong, such as {@code columns}
	 * @param problem what is wrong with it, as the rest of a sentence that starts with it
	 */
	public InvalidSchemaException(String field, String problem) {
		super("'%s' %s".formatted(field, problem));
		this.field = field;
		this.problem = problem;
	}

	/**
	 * Return the part that is wrong.
	 * @return the name of a parameter or of a record's component
	 */
	public String getField() {
		return this.field;
	}

	/**
	 * Return what is wrong with it.
	 * @return the rest of a sentence that starts with the field
	 */
	public String getProblem() {
		return this.problem;
	}

}
