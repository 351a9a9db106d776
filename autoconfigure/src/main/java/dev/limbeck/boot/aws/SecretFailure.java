package dev.limbeck.boot.aws;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

import javax.net.ssl.SSLException;

import dev.limbeck.connection.CredentialMask;
import dev.limbeck.connection.SecretException;
import dev.limbeck.runtime.ForeignFailure;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerServiceClientConfiguration;

import org.springframework.beans.BeansException;

/**
 * Says why a secret could not be read: which secret, where, what AWS answered and what to
 * do. Causes are dropped, for the SDK may quote what it read.
 *
 * @param name the name of the secret
 * @param timeout how long the request might take
 * @param location the region and the endpoint, as the end of a sentence
 */
record SecretFailure(String name, Duration timeout, String location) {

	static final String NO_REGION = "no AWS region is set";

	static final String SET_REGION = "Set spring.cloud.aws.region.static or AWS_REGION.";

	private static final String NO_CREDENTIALS = "Unable to load credentials";

	SecretFailure(String name, Duration timeout) {
		this(name, timeout, "from AWS Secrets Manager");
	}

	SecretFailure in(SecretsManagerServiceClientConfiguration configuration) {
		Region region = configuration.region();
		URI endpoint = configuration.endpointOverride().orElse(null);
		String where = "from AWS Secrets Manager in region " + ((region != null) ? region.id() : "(none)")
				+ ((endpoint != null) ? " at " + endpoint.getHost() + ":" + endpoint.getPort() : "");
		return new SecretFailure(this.name, this.timeout, where);
	}

	SecretException refused(String code, @Nullable String message) {
		String said = (message != null) ? ": " + CredentialMask.apply(message) : "";
		return failure(code + said, switch (code) {
			case "ResourceNotFoundException" -> "Create the secret in this region and account, or correct "
					+ "migrations.secret.name, migrations.environment or spring.cloud.aws.region.static.";
			case "AccessDeniedException", "DecryptionFailure" ->
				"Allow the role of the application secretsmanager:GetSecretValue on this secret, and kms:Decrypt on "
						+ "its key if it is not aws/secretsmanager.";
			case "ThrottlingException", "TooManyRequestsException", "LimitExceededException" ->
				"Start again later; AWS limits how often secrets may be read.";
			case "UnrecognizedClientException", "InvalidClientTokenId", "InvalidSignatureException",
					"ExpiredTokenException", "ExpiredToken", "IncompleteSignature", "MissingAuthenticationToken" ->
				"Renew the AWS credentials of the application.";
			default -> "Look the error code up in the documentation of AWS Secrets Manager.";
		});
	}

	SecretException httpStatus(int status) {
		return failure("HTTP status " + status + " without an AWS error code", checkEndpoint());
	}

	SecretException noAnswer() {
		return failure("no answer within " + seconds(),
				checkEndpoint()
						+ " A security group, a missing VPC endpoint or a proxy may keep the request from arriving. "
						+ "migrations.secret.timeout sets the limit.");
	}

	SecretException empty() {
		return failure("it is empty", "Store the URL of the database, or the JSON that Amazon RDS writes, in it.");
	}

	SecretException unreachable(SdkClientException ex) {
		String message = String.valueOf(ex.getMessage());
		if (message.startsWith(NO_CREDENTIALS)) {
			return failure("there are no AWS credentials",
					"Give the application a role, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
		}
		for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof SocketException || cause instanceof UnknownHostException
					|| cause instanceof InterruptedIOException || cause instanceof SSLException) {
				return failure("the connection failed (" + cause.getClass().getSimpleName() + ")", checkEndpoint());
			}
		}
		return failure("the answer could not be understood", checkEndpoint());
	}

	SecretException noClient() {
		return failure(
				"there is no SecretsManagerClient bean, for the auto-configuration of Spring Cloud AWS is "
						+ "missing or switched off",
				"Add the dependency io.awspring.cloud:spring-cloud-aws-starter-secrets-manager, and remove "
						+ "spring.cloud.aws.secretsmanager.enabled=false.");
	}

	SecretException clientNotCreated(BeansException ex) {
		Throwable root = ex.getMostSpecificCause();
		if (isMissingRegion(root)) {
			return failure(NO_REGION, SET_REGION);
		}
		return failure("the client could not be created (" + root.getClass().getName() + ": "
				+ ForeignFailure.describe(root) + ")", "Check the properties spring.cloud.aws.*.");
	}

	static boolean isMissingRegion(Throwable failure) {
		String message = String.valueOf(failure.getMessage());
		return message.startsWith("Unable to load region") || message.startsWith("No region provided");
	}

	private SecretException failure(String reason, String action) {
		return new SecretException(this.name, "could not be read " + this.location + ": " + reason + ".", action);
	}

	private String checkEndpoint() {
		return "Check that the application can reach AWS Secrets Manager, and spring.cloud.aws.endpoint if it is set.";
	}

	private String seconds() {
		return this.timeout.toMillis() / 1000.0 + " s";
	}

}
