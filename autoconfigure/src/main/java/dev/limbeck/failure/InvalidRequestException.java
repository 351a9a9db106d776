package dev.limbeck.failure;

/**
 * What was asked of a command makes no sense. Nothing was done.
 *
 * @since 0.1.0
 */
public class InvalidRequestException extends MigrationException {

	/**
	 * Create an exception.
	 * @param problem what makes no sense, without a full stop
	 * @param action what to ask instead
	 */
	public InvalidRequestException(String problem, String action) {
		super(problem + ". Nothing was done.", action);
	}

}
