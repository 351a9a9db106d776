package dev.limbeck.script;

import dev.limbeck.operation.Operations;

/**
 * A revision that is written in Java: a class with {@link Revision @Revision} in the
 * package that mirrors a version location, or a bean. Each run makes a new object of a
 * class.
 *
 * @since 0.1.0
 */
public interface MigrationScript {

	/**
	 * Do what the revision is about.
	 * @param op takes what is to be done
	 * @throws Exception if something goes wrong; the transaction is rolled back
	 */
	void upgrade(Operations op) throws Exception;

	/**
	 * Take back what the upgrade did. If a class does not have this method, its revision
	 * is irreversible, and a downgrade through it is refused before anything runs; with
	 * an empty method there is nothing to take back.
	 * @param op takes what is to be done
	 * @throws Exception if something goes wrong; the transaction is rolled back
	 */
	default void downgrade(Operations op) throws Exception {
		throw new UnsupportedOperationException("no downgrade");
	}

}
