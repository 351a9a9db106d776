package dev.limbeck.metadata.jpa;

import java.util.function.Supplier;

import dev.limbeck.metadata.UnreadableModelException;
import org.hibernate.AssertionFailure;
import org.hibernate.HibernateException;

/**
 * Where in a model something is read, for the messages about what cannot be.
 *
 * @param unit what the persistence unit is called
 * @param object what is read, such as {@code column 'total' of table 'orders'}
 */
record ModelLocation(String unit, String object) {

	ModelLocation of(String part) {
		return new ModelLocation(this.unit, part + " of " + this.object);
	}

	/**
	 * Read something that is here.
	 * @param reading reads it
	 * @param <T> what it is
	 * @return what was read
	 */
	<T> T read(Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (HibernateException | AssertionFailure | IllegalArgumentException ex) {
			throw new UnreadableModelException(this.unit + ": " + this.object + " cannot be read: " + ex.getMessage(),
					"Change the mapping, or leave it out of the comparison with @MigrationsIgnore.", ex);
		}
	}

}
