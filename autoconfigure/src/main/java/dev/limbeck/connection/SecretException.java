package dev.limbeck.connection;

/**
 * Thrown when a secret cannot be read.
 *
 * @since 0.1.0
 */
public class SecretException extends ConnectionException {

	private final String secretName;

	/**
	 * Create an exception.
	 * @param secretName the name of the secret
	 * @param reason what happened, the end of a sentence
	 * @param action what to do about it
	 */
	public SecretException(String secretName, String reason, String action) {
		super("The secret '" + secretName + "' " + reason, action);
		this.secretName = secretName;
	}

	/**
	 * Return the name of the secret.
	 * @return the name or the ARN
	 */
	public String getSecretName() {
		return this.secretName;
	}

}
