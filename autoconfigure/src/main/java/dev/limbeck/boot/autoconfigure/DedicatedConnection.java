package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.ConnectionException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The connection that only the migrations use. A service connection replaces one that the
 * application asks for, and is none by itself.
 *
 * @param details the details of all beans
 * @param given what the properties say
 */
record DedicatedConnection(ObjectProvider<MigrationsConnectionDetails> details, PropertiesDatabase given) {

	/**
	 * Find the details of the connection.
	 * @return the details, or {@code null} if the application's connection is to be used
	 * @throws ConnectionException if there are several
	 */
	@Nullable MigrationsConnectionDetails find() {
		if (!isAskedFor()) {
			return null;
		}
		try {
			return this.details.getIfAvailable();
		}
		catch (NoUniqueBeanDefinitionException ex) {
			throw new ConnectionException(
					"There are several connections for the migrations, and it is not known which one is meant.",
					"Mark one of the MigrationsConnectionDetails beans with @Primary.");
		}
	}

	private boolean isAskedFor() {
		if (this.given.isOwnGiven()) {
			return true;
		}
		for (MigrationsConnectionDetails bean : this.details) {
			if (!(bean instanceof MigrationsServiceConnectionDetails)) {
				return true;
			}
		}
		return false;
	}

}
