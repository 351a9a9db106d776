package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.SecretException;
import dev.limbeck.connection.SecretReader;

/**
 * Stands where no secret can be read and says what to add.
 */
final class MissingSecretReader implements SecretReader {

	@Override
	public String read(String name) {
		throw new SecretException(name, "cannot be read: there is no client of AWS Secrets Manager on the classpath.",
				"Add the dependency io.awspring.cloud:spring-cloud-aws-starter-secrets-manager.");
	}

}
