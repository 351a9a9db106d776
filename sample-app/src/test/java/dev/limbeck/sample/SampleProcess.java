package dev.limbeck.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;

/**
 * The packaged application, in a process of its own.
 */
final class SampleProcess implements AutoCloseable {

	static final List<String> REVISIONS = List.of("3f0c1d5a7b21", "8a4e6b92c0d7", "c71d05e8f3a4", "5be2940fa6c8",
			"19c7ad3e50f6", "74f3e8b1206d", "e2b86f17d94c", "a90d52c4e1b7", "d6381fb97e02", "4c9e07b3d581");

	static final String HEAD = "4c9e07b3d581";

	static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
			"-Dfile.encoding=UTF-8");

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private static final Pattern STARTED = Pattern.compile("Started ExpensesApplication in");

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private final Process process;

	private final Thread reader;

	private final StringBuffer output = new StringBuffer();

	private SampleProcess(Process process) {
		this.process = process;
		this.reader = new Thread(this::read, "output of " + process.pid());
		this.reader.setDaemon(true);
		this.reader.start();
	}

	static SampleProcess start(String... arguments) {
		return start(Map.of(), arguments);
	}

	static SampleProcess start(Map<String, String> environment, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(OPTIONS);
		command.addAll(List.of("-jar", System.getProperty("sample.jar", "target/limbeck-sample-app.jar")));
		command.add("--server.port=0");
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		clear(builder.environment());
		builder.environment().putAll(environment);
		try {
			return new SampleProcess(builder.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static SampleProcess startOn(TestDatabase database, String... arguments) {
		List<String> all = new ArrayList<>();
		all.add("--spring.profiles.active=test");
		all.add("--spring.datasource.url=" + database.url());
		all.add("--spring.datasource.username=" + database.username());
		all.add("--spring.datasource.password=" + database.password());
		all.add("--spring.datasource.hikari.maximum-pool-size=4");
		all.addAll(List.of(arguments));
		return start(all.toArray(String[]::new));
	}

	static void clear(Map<String, String> environment) {
		environment.keySet().removeIf(SampleProcess::configuresTheApplication);
	}

	private static boolean configuresTheApplication(String variable) {
		return variable.matches("(SPRING|MIGRATIONS|EXPENSES|AWS|DATABASE|JAVA_TOOL|JDK_JAVA)_.*");
	}

	private void read() {
		try (BufferedReader lines = this.process.inputReader()) {
			lines.lines().forEach((line) -> this.output.append(line).append('\n'));
		}
		catch (IOException | UncheckedIOException ex) {
			this.output.append(ex).append('\n');
		}
	}

	SampleProcess awaitStarted() {
		Awaitility.await().atMost(PATIENCE).failFast(this::requireNotExited).until(this::hasStarted);
		return this;
	}

	void requireNotExited() {
		if (!this.process.isAlive()) {
			throw new AssertionError("The application has exited with code " + awaitExit() + ":\n" + this.output);
		}
	}

	int awaitExit() {
		return awaitExit(PATIENCE);
	}

	int awaitExit(Duration patience) {
		try {
			if (!this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new AssertionError("The application has not exited in " + patience + ":\n" + this.output);
			}
			this.reader.join(patience.toMillis());
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private boolean hasStarted() {
		return STARTED.matcher(this.output).find();
	}

	Duration processorTime() {
		return this.process.info().totalCpuDuration().orElseThrow();
	}

	String output() {
		return this.output.toString();
	}

	int port() {
		Matcher matcher = PORT.matcher(this.output);
		if (!matcher.find()) {
			throw new IllegalStateException("No port in:\n" + this.output);
		}
		return Integer.parseInt(matcher.group(1));
	}

	<T> List<T> migrations(String path) {
		return JsonPath.read(get("/actuator/migrations"), "$.contexts.*.migrations.migrations" + path);
	}

	String get(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path)).build();
		try {
			return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	// SIGTERM, as Kubernetes sends it; Process.destroy() would also close the output
	SampleProcess tellToEnd() {
		this.process.toHandle().destroy();
		return this;
	}

	SampleProcess kill() {
		this.process.destroyForcibly();
		awaitExit();
		return this;
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			awaitExit(Duration.ofSeconds(60));
		}
		finally {
			this.process.destroyForcibly();
		}
	}

}
