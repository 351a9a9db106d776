package dev.limbeck.runtime;

/**
 * How much of what the server says is told.
 *
 * @param notices whether notices are for the log of every day, and not only for one that
 * looks for faults
 * @param errorDetail whether the details of errors are told, which may hold the data of
 * rows
 * @since 0.1.0
 */
public record MessageSettings(boolean notices, boolean errorDetail) {

	private static final MessageSettings DEFAULTS = new MessageSettings(false, false);

	/**
	 * Return the settings of an application that sets nothing.
	 * @return the defaults
	 */
	public static MessageSettings defaults() {
		return DEFAULTS;
	}

}
