package dev.limbeck.boot.autoconfigure;

import dev.limbeck.revision.MigrationException;

/**
 * A property has a value that it cannot have.
 */
class InvalidPropertyException extends MigrationException {

	InvalidPropertyException(String property, String value, String action) {
		super("The property " + property + " has the value '" + value + "', which is not one of those it knows. "
				+ "Nothing was run.", action);
	}

}
