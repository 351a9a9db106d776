package dev.limbeck.dialect;

/**
 * A database cannot be migrated through a connection: it cannot write, or a pooler
 * between shares its sessions.
 *
 * @since 0.1.0
 */
public class UnsuitableDatabaseException extends RuntimeException {

	private final String action;

	/**
	 * Create an exception.
	 * @param message what is wrong with the database or the connection
	 * @param action what to do about it
	 */
	public UnsuitableDatabaseException(String message, String action) {
		super(message);
		this.action = action;
	}

	/**
	 * Return what to do about it.
	 * @return one or more sentences
	 */
	public String getAction() {
		return this.action;
	}

}
