package dev.limbeck.schema;

import java.util.regex.Pattern;

/**
 * One comparison of an exclusion constraint.
 *
 * @param key what is compared
 * @param operator the operator, such as {@code &&}
 * @since 0.1.0
 */
public record ExcludeElement(IndexKey key, String operator) {

	private static final Pattern OPERATOR = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");

	/**
	 * Create an exclude element.
	 * @param key what is compared
	 * @param operator the operator, such as {@code &&}
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public ExcludeElement {
		Requirement.present("key", key);
		Requirement.text("operator", operator);
		if (!OPERATOR.matcher(operator).matches() || operator.contains("--") || operator.contains("/*")) {
			throw new InvalidSchemaException("operator", "is '" + operator + "', which is not an operator");
		}
	}

}
