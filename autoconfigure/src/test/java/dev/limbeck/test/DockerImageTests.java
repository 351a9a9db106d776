package dev.limbeck.test;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for {@link DockerImage}.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DockerImageTests {

	@Test
	void imageThatIsThereHasNoReason() {
		assumeTrue(PostgresServer.shared().isContainer(), "Docker runs no PostgreSQL here");
		assertThat(PostgresServer.image().reasonOfAbsence()).isNull();
	}

	@Test
	void imageThatIsNotToBeHadIsAskedForOnce() {
		assumeTrue(PostgresServer.shared().isContainer(), "Docker runs no PostgreSQL here");
		DockerImage image = new DockerImage("nowhere.invalid/postgres:18");
		String reason = image.reasonOfAbsence();
		assertThat(reason).contains("nowhere.invalid/postgres:18 is not to be had").doesNotContain("\n");
		assertThat(new DockerImage(image.name()).reasonOfAbsence()).isSameAs(reason);
	}

	@Test
	void serverFallsBackToTheEmbeddedOneIfTheImageIsNotToBeHad() {
		assumeTrue(PostgresServer.shared().isContainer(), "Docker runs no PostgreSQL here");
		DockerImage image = new DockerImage("nowhere.invalid/postgres:18");
		assertThat(PostgresServer.start("auto", image).isContainer()).isFalse();
	}

	@Test
	void serverOfDockerDoesNotFallBack() {
		assumeTrue(PostgresServer.shared().isContainer(), "Docker runs no PostgreSQL here");
		DockerImage image = new DockerImage("nowhere.invalid/postgres:18");
		assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> PostgresServer.start("docker", image)))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("nowhere.invalid/postgres:18 is not to be had");
	}

}
