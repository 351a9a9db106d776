package dev.limbeck.operation;

/**
 * Text that is JSON, for a column of type {@code json} or {@code jsonb}.
 *
 * @param text the JSON
 * @since 0.1.0
 */
public record Json(String text) {

	/**
	 * Create a json.
	 * @param text the JSON
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public Json {
		OperationRequirement.text("json", text);
	}

	/**
	 * Return JSON.
	 * @param text the JSON
	 * @return the JSON
	 */
	public static Json of(String text) {
		return new Json(text);
	}

}
