package dev.limbeck.dialect;

import java.util.Map;
import java.util.Set;

import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.schema.QualifiedName;

/**
 * Names that the server has given to objects of its own, which it finds before those of
 * the default schema. To mean the latter, a statement has to name the schema.
 *
 * @param defaultSchema the schema that names without one are in
 * @param names the names, by what kind of name they are
 * @since 0.1.0
 */
public record SystemNames(String defaultSchema, Map<Kind, Set<String>> names) {

	/**
	 * Create it.
	 * @param defaultSchema the schema that names without one are in
	 * @param names the names, by what kind of name they are
	 */
	public SystemNames {
		names = Map.copyOf(names);
	}

	/**
	 * Tell whether the server finds an object of its own by a name.
	 * @param kind what kind of name it is
	 * @param name the name
	 * @return whether it does
	 */
	public boolean hide(Kind kind, QualifiedName name) {
		return name.schema() == null && this.names.getOrDefault(kind, Set.of()).contains(name.name());
	}

	/**
	 * Return a name with the default schema if the server would find something else
	 * without it.
	 * @param kind what kind of name it is
	 * @param name the name
	 * @return the name
	 */
	public QualifiedName qualified(Kind kind, QualifiedName name) {
		return hide(kind, name) ? inDefaultSchema(name) : name;
	}

	/**
	 * Return a name with the default schema.
	 * @param name a name without a schema
	 * @return the name
	 */
	public QualifiedName inDefaultSchema(QualifiedName name) {
		return QualifiedName.of(this.defaultSchema, name.name());
	}

}
