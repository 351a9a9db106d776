package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;

/**
 * What all directives have in common: they become an operation, and names are in a
 * schema.
 *
 * @since 0.1.0
 */
public interface Directives {

	/**
	 * Carry out an operation.
	 * @param operation the operation, ours or one's own
	 */
	void invoke(Operation operation);

	/**
	 * Return a name in the schema that all names are in.
	 * @param name the name
	 * @return the name with the schema, if there is one
	 */
	QualifiedName qualify(String name);

}
