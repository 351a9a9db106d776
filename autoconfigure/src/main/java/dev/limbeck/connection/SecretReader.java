package dev.limbeck.connection;

/**
 * Reads secrets from where they are kept. A bean of this type replaces AWS Secrets
 * Manager.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SecretReader {

	/**
	 * Read a secret, now and without a cache.
	 * @param name the name of the secret
	 * @return its text
	 * @throws SecretException if the secret cannot be had
	 */
	String read(String name);

}
