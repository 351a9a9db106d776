package dev.limbeck.schema;

/**
 * A type that is another one with a name, and perhaps conditions, of its own.
 *
 * @param name the name
 * @param base the type that it is made of
 * @since 0.1.0
 */
public record Domain(QualifiedName name, ColumnType base) {

	/**
	 * Create a domain.
	 * @param name the name
	 * @param base the type that it is made of
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Domain {
		Requirement.present("domain", name);
		Requirement.present("base", base);
	}

}
