package dev.limbeck.boot.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Says that no AWS region is set. Spring Cloud AWS creates its clients before anybody
 * reads a secret, so that the start fails there.
 */
class MissingRegionFailureAnalyzer extends AbstractFailureAnalyzer<SdkClientException> {

	private final Environment environment;

	MissingRegionFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SdkClientException cause) {
		boolean asked = this.environment.containsProperty("migrations.secret.name")
				|| this.environment.containsProperty("migrations.datasource.secret-name");
		return (asked && SecretFailure.isMissingRegion(cause)) ? new FailureAnalysis(
				"The secret that holds the URL of the database cannot be read from AWS Secrets Manager: "
						+ SecretFailure.NO_REGION + ".",
				SecretFailure.SET_REGION, cause) : null;
	}

}
