package dev.limbeck.boot.aws;

import java.net.URI;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The same against LocalStack, where Docker is available. The tag is the last one that
 * starts without an account.
 */
class SecretsManagerContainerTests extends AbstractSecretsManagerTests {

	private static LocalStackContainer container;

	private static SecretsManagerClient client;

	@BeforeAll
	@SuppressWarnings("resource")
	static void start() {
		Assumptions.assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "Docker is not available");
		container = new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
			.withServices("secretsmanager");
		container.start();
		client = SecretsManagerClient.builder()
			.endpointOverride(container.getEndpoint())
			.region(Region.EU_CENTRAL_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.build();
	}

	@AfterAll
	static void stop() {
		if (container != null) {
			client.close();
			container.stop();
		}
	}

	@Override
	URI endpoint() {
		return container.getEndpoint();
	}

	@Override
	void put(String name, String text) {
		client.createSecret((request) -> request.name(name).secretString(text));
	}

	@Override
	void putBinary(String name, byte[] bytes) {
		client.createSecret((request) -> request.name(name).secretBinary(SdkBytes.fromByteArray(bytes)));
	}

}
