package dev.limbeck.boot.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint of an application of 128 MB whose database has a long history, asked by
 * many at once.
 */
@Timeout(180)
class MigrationsEndpointLoadTests {

	private static final int CALLERS = 40;

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final HttpClient client = HttpClient.newHttpClient();

	private Process process;

	private String base;

	@BeforeEach
	void start(@TempDir Path directory) throws Exception {
		new RevisionDirectory(directory).write("a1", "", "").write("b2", "a1", "");
		Path port = directory.resolve("port");
		this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx128m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), Application.class.getName(),
				"--spring.datasource.url=" + this.database.url(),
				"--spring.datasource.username=" + this.database.username(),
				"--spring.datasource.password=" + this.database.password(),
				"--spring.datasource.hikari.maximum-pool-size=4", "--migrations.version-locations=file:" + directory,
				"--server.port=0", "--port-file=" + port,
				"--management.endpoints.web.exposure.include=migrations,probe")
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("log").toFile())
			.start();
		awaitStart(directory, port);
		this.base = "http://localhost:" + Files.readString(port) + "/actuator/";
		this.database.execute("INSERT INTO migrations_history (revision, direction, heads_after, message, checksum,"
				+ " started_at, duration_ms, database_user, outcome) SELECT 'b2', 'stamp', 'b2', repeat('m', 60),"
				+ " repeat('c', 64), now(), 12, 'ada', 'success' FROM generate_series(1, 100000)");
	}

	private void awaitStart(Path directory, Path port) {
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
			assertThat(this.process.isAlive()).as(() -> log(directory)).isTrue();
			return Files.exists(port);
		});
	}

	private static String log(Path directory) {
		try {
			return Files.readString(directory.resolve("log"));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	@AfterEach
	void stop() throws InterruptedException {
		this.process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
	}

	@Test
	void longHistoryIsReadByManyAtOnce() throws Exception {
		for (int round = 0; round < 5; round++) {
			List<HttpResponse<String>> responses = join(callAll());
			assertThat(responses).allSatisfy((response) -> {
				assertThat(response.statusCode()).isEqualTo(200);
				assertThat(response.body()).contains("\"historyTotal\":10000").hasSizeLessThan(400_000);
			});
		}
		assertThat(this.process.isAlive()).isTrue();
	}

	@Test
	void tableThatIsLockedLeavesThePoolToTheApplication() throws Exception {
		try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
			statement.execute("BEGIN; LOCK TABLE migrations_version");
			List<CompletableFuture<HttpResponse<String>>> calls = callAll();
			for (int i = 0; i < 5; i++) {
				HttpResponse<String> response = this.client.send(
						HttpRequest.newBuilder(URI.create(this.base + "probe")).timeout(Duration.ofSeconds(2)).build(),
						BodyHandlers.ofString());
				assertThat(response.body()).contains("UP");
			}
			assertThat(join(calls)).allSatisfy((response) -> {
				assertThat(response.statusCode()).isEqualTo(200);
				assertThat(response.body()).contains("\"state\":\"unknown\"");
			});
		}
	}

	private List<CompletableFuture<HttpResponse<String>>> callAll() {
		List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
		for (int i = 0; i < CALLERS; i++) {
			String path = (i % 4 == 0) ? "migrations/b2?limit=1000" : "migrations?limit=" + (1000 - i);
			calls.add(this.client.sendAsync(HttpRequest.newBuilder(URI.create(this.base + path)).build(),
					BodyHandlers.ofString()));
		}
		return calls;
	}

	private static List<HttpResponse<String>> join(List<CompletableFuture<HttpResponse<String>>> calls)
			throws Exception {
		List<HttpResponse<String>> responses = new ArrayList<>();
		for (CompletableFuture<HttpResponse<String>> call : calls) {
			responses.add(call.get(60, TimeUnit.SECONDS));
		}
		return responses;
	}

	/**
	 * An application with a web server.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MigrationsConnectionAutoConfiguration.class, DataSourceAutoConfiguration.class,
			MigrationsAutoConfiguration.class, MigrationsEndpointAutoConfiguration.class,
			JacksonAutoConfiguration.class, JacksonEndpointAutoConfiguration.class, EndpointAutoConfiguration.class,
			WebEndpointAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
			DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
			ManagementContextAutoConfiguration.class, ServletManagementContextAutoConfiguration.class,
			TomcatServletWebServerAutoConfiguration.class })
	public static class Application {

		// The JVM of the test starts it
		public static void main(String[] args) throws IOException {
			ConfigurableApplicationContext context = SpringApplication.run(Application.class, args);
			Path file = Path.of(context.getEnvironment().getRequiredProperty("port-file"));
			Path written = Files.writeString(file.resolveSibling("port-written"),
					context.getEnvironment().getRequiredProperty("local.server.port"));
			Files.move(written, file);
		}

		@Bean
		Probe probe(DataSource dataSource) {
			return new Probe(dataSource);
		}

	}

	/**
	 * Asks the pool for a connection, as Spring Boot's health indicator does.
	 */
	@Endpoint(id = "probe")
	public static class Probe {

		private final DataSource dataSource;

		Probe(DataSource dataSource) {
			this.dataSource = dataSource;
		}

		@ReadOperation
		public String probe() throws SQLException {
			try (Connection connection = this.dataSource.getConnection()) {
				return connection.isValid(5) ? "UP" : "DOWN";
			}
		}

	}

}
