package dev.limbeck.boot.aws;

import java.net.URI;

import dev.limbeck.test.DockerImage;
import dev.limbeck.test.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The same against LocalStack, where Docker has the image. The tag is the last one that
 * starts without an account.
 */
class SecretsManagerContainerTests extends AbstractSecretsManagerTests {

	private static final DockerImage IMAGE = new DockerImage("localstack/localstack:4.14.0");

	private static @Nullable LocalStackContainer container;

	private static @Nullable SecretsManagerClient client;

	// Before each test and not before all: skipped tests are counted, those of a skipped
	// class are not
	@BeforeEach
	void start() {
		if (container == null) {
			String reason = PostgresServer.reasonAgainstContainers();
			reason = (reason != null) ? reason : IMAGE.reasonOfAbsence();
			assumeTrue(reason == null, reason);
			container = startContainer();
		}
	}

	@SuppressWarnings("resource")
	private static LocalStackContainer startContainer() {
		LocalStackContainer container = new LocalStackContainer(DockerImageName.parse(IMAGE.name()))
			.withServices("secretsmanager");
		container.start();
		client = SecretsManagerClient.builder()
			.endpointOverride(container.getEndpoint())
			.region(Region.EU_CENTRAL_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.build();
		return container;
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
