package dev.limbeck.boot.aws;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.limbeck.connection.SecretException;
import dev.limbeck.connection.SecretReader;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Reads secrets from AWS Secrets Manager, one request a secret.
 *
 * @since 0.1.0
 */
public final class SecretsManagerSecretReader implements SecretReader {

	private final ObjectProvider<SecretsManagerClient> clients;

	private final Duration timeout;

	/**
	 * Create a reader.
	 * @param clients the client, not created before a secret is read
	 * @param timeout how long a request may take, retries included
	 */
	public SecretsManagerSecretReader(ObjectProvider<SecretsManagerClient> clients, Duration timeout) {
		this.clients = clients;
		this.timeout = timeout;
	}

	@Override
	public String read(String name) {
		SecretFailure failure = new SecretFailure(name, this.timeout);
		SecretsManagerClient secretsManager = client(failure);
		failure = failure.in(secretsManager.serviceClientConfiguration());
		GetSecretValueResponse response = request(secretsManager, name, failure);
		String text = text(response);
		if (text == null || text.isBlank()) {
			throw failure.empty();
		}
		return text;
	}

	private SecretsManagerClient client(SecretFailure failure) {
		try {
			SecretsManagerClient client = this.clients.getIfAvailable();
			if (client == null) {
				throw failure.noClient();
			}
			return client;
		}
		catch (BeansException ex) {
			throw failure.clientNotCreated(ex);
		}
	}

	private GetSecretValueResponse request(SecretsManagerClient secretsManager, String name, SecretFailure failure) {
		GetSecretValueRequest request = GetSecretValueRequest.builder()
			.secretId(name)
			.overrideConfiguration((configuration) -> configuration.apiCallTimeout(this.timeout))
			.build();
		try {
			return secretsManager.getSecretValue(request);
		}
		catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException | AbortedException ex) {
			throw failure.noAnswer();
		}
		catch (SecretsManagerException ex) {
			throw refusal(failure, ex);
		}
		catch (SdkClientException ex) {
			throw failure.unreachable(ex);
		}
	}

	private static SecretException refusal(SecretFailure failure, SecretsManagerException ex) {
		AwsErrorDetails details = ex.awsErrorDetails();
		String code = (details != null) ? details.errorCode() : null;
		return (code != null) ? failure.refused(code, details.errorMessage()) : failure.httpStatus(ex.statusCode());
	}

	private static @Nullable String text(GetSecretValueResponse response) {
		if (response.secretString() != null) {
			return response.secretString();
		}
		// What is not UTF-8 becomes U+FFFD, where the SDK's own method fails
		return (response.secretBinary() != null)
				? new String(response.secretBinary().asByteArrayUnsafe(), StandardCharsets.UTF_8) : null;
	}

}
