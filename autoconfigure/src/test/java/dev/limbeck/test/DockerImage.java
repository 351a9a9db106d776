package dev.limbeck.test;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * An image of Docker that tests need. Testcontainers goes on trying for minutes, in each
 * class again; this asks once, and remembers the answer as long as the JVM runs.
 *
 * @param name the name, with its tag
 */
public record DockerImage(String name) {

	private static final Map<String, Optional<String>> answers = new ConcurrentHashMap<>();

	/**
	 * Tell why there is no container of this image.
	 * @return the reason, in one line, or {@code null} if it can be started
	 */
	public @Nullable String reasonOfAbsence() {
		return answers.computeIfAbsent(this.name, (name) -> Optional.ofNullable(ask())).orElse(null);
	}

	private @Nullable String ask() {
		try {
			return DockerClientFactory.instance().isDockerAvailable() ? ask(DockerClientFactory.instance().client())
					: "Docker is not available";
		}
		catch (RuntimeException ex) {
			return "Testcontainers cannot work with Docker: " + firstLine(ex);
		}
	}

	private @Nullable String ask(DockerClient client) {
		DockerImageName image = ImageNameSubstitutor.instance().apply(DockerImageName.parse(this.name));
		try {
			if (!isThere(client, image)) {
				pull(client, image);
			}
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "the test was interrupted";
		}
		catch (RuntimeException ex) {
			return "the image " + this.name + " is not to be had: " + firstLine(ex);
		}
	}

	private static String firstLine(RuntimeException ex) {
		return String.valueOf(ex.getMessage()).strip().lines().findFirst().orElse(ex.toString());
	}

	private static boolean isThere(DockerClient client, DockerImageName image) {
		try {
			client.inspectImageCmd(image.asCanonicalNameString()).exec();
			return true;
		}
		catch (NotFoundException ex) {
			return false;
		}
	}

	private static void pull(DockerClient client, DockerImageName image) throws InterruptedException {
		boolean pulled = client.pullImageCmd(image.getUnversionedPart())
			.withTag(image.getVersionPart())
			.exec(new PullImageResultCallback())
			.awaitCompletion(10, TimeUnit.MINUTES);
		if (!pulled) {
			throw new IllegalStateException("pulling it has not ended in 10 minutes");
		}
	}

}
