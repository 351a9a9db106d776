package dev.limbeck.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an IDE knows of the properties: the generated metadata, and the page that lists
 * them.
 */
class MigrationsPropertiesMetadataTests {

	private static final Path PAGE = Path.of("../docs/configuration.md");

	private final JsonNode metadata = read();

	private final Map<String, JsonNode> properties = new TreeMap<>();

	MigrationsPropertiesMetadataTests() {
		this.metadata.get("properties")
			.forEach((property) -> this.properties.put(property.get("name").asString(), property));
	}

	private static JsonNode read() {
		String name = "META-INF/spring-configuration-metadata.json";
		try {
			for (URL url : Collections
				.list(MigrationsPropertiesMetadataTests.class.getClassLoader().getResources(name))) {
				try (InputStream stream = url.openStream()) {
					JsonNode candidate = JsonMapper.shared().readTree(stream);
					if (candidate.toString().contains(MigrationsProperties.class.getName())) {
						return candidate;
					}
				}
			}
			throw new IllegalStateException("There is no metadata of the migrations");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void descriptionsAreSentences() {
		assertThat(this.properties).isNotEmpty();
		this.properties.forEach((name, property) -> assertThat(property.path("description").asString("")).as(name)
			.matches("(?s)[A-Z].*\\.")
			.doesNotStartWith("The ")
			.doesNotStartWith("A "));
	}

	@Test
	void defaultsAreThoseOfTheProperties() {
		Map<String, String> defaults = new LinkedHashMap<>();
		this.properties.forEach((name, property) -> {
			if (property.has("defaultValue") && property.get("defaultValue").isValueNode()) {
				defaults.put(name, defaultValue(property));
			}
		});
		assertThat(defaults).containsEntry("migrations.enabled", "true")
			.containsEntry("migrations.on-startup", "upgrade")
			.containsEntry("migrations.target", "heads")
			.containsEntry("migrations.script-location", "classpath:db/migrations")
			.containsEntry("migrations.version-path-separator", "os")
			.containsEntry("migrations.version-table", "migrations_version")
			.containsEntry("migrations.history-table", "migrations_history")
			.containsEntry("migrations.transaction-mode", "per-revision")
			.containsEntry("migrations.on-checksum-mismatch", "fail")
			.containsEntry("migrations.lock-wait-timeout", "10m")
			.containsEntry("migrations.file-template", "{rev}_{slug}")
			.containsEntry("migrations.truncate-slug-length", "40")
			.containsEntry("migrations.timezone", "UTC")
			.containsEntry("migrations.output-encoding", "UTF-8")
			.containsEntry("migrations.command.context", "environment")
			.containsEntry("management.endpoint.migrations.access", "read-only");
		assertThat(this.properties.get("migrations.version-locations").get("defaultValue")).isEmpty();
		assertThat(this.properties.get("migrations.post-write-hooks").get("defaultValue")).isEmpty();
	}

	// Boot's processor writes the default access of an endpoint as read_only
	private static String defaultValue(JsonNode property) {
		String value = property.get("defaultValue").asString();
		return value.equals("read_only") ? "read-only" : value;
	}

	// The names are what a start looks for before it binds them
	@Test
	void propertiesOfAuthoringAreKnownToTheStart() {
		assertThat(MigrationRunnerFactory.AUTHORING)
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(AuthoringProperties.class.getRecordComponents())
				.map((component) -> DataObjectPropertyName.toDashedForm(component.getName()))
				.toList());
	}

	@Test
	void typesHelpTheEditor() {
		assertThat(type("migrations.lock-wait-timeout")).isEqualTo("java.time.Duration");
		assertThat(type("migrations.on-startup")).isEqualTo(MigrationsProperties.OnStartup.class.getName());
		assertThat(type("migrations.placeholders")).isEqualTo("java.util.Map<java.lang.String,java.lang.String>");
		assertThat(type("migrations.environments"))
			.isEqualTo("java.util.Map<java.lang.String," + MigrationsProperties.class.getName() + ">");
		assertThat(type("migrations.version-locations")).isEqualTo("java.util.List<java.lang.String>");
	}

	private String type(String name) {
		return this.properties.get(name).get("type").asString();
	}

	@Test
	void hintsAreThere() {
		Map<String, JsonNode> hints = new TreeMap<>();
		this.metadata.get("hints").forEach((hint) -> hints.put(hint.get("name").asString(), hint));
		assertThat(hints).containsKeys("migrations.target", "migrations.version-path-separator",
				"migrations.script-location", "migrations.file-template", "migrations.timezone");
		assertThat(this.properties.keySet()).containsAll(hints.keySet());
		assertThat(hints.get("migrations.version-path-separator").get("values").findValuesAsString("value"))
			.containsExactly("os", "space", "newline", ":", ";", ",");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void propertiesThatThereAreCountAsKnown(CapturedOutput output) {
		Map<String, Object> all = new TreeMap<>(this.properties);
		all.put("migrations.placeholders.any.thing", "x");
		all.put("migrations.autogenerate.unmapped-kinds.index", "drop");
		all.put("migrations.version-locations[1]", "x");
		all.put("migrations.post-write-hooks[0].ignore-exit-code", "x");
		all.put("migrations.environments.other.secret.name", "x");
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("all", all));
		ConfigurationPropertySources.attach(environment);
		new UnknownProperties(environment).report();
		assertThat(output).isEmpty();
	}

	@Test
	void pageListsEveryPropertyAsTheMetadataDoes() throws IOException {
		List<String> rows = Files.readAllLines(PAGE).stream().filter((line) -> line.startsWith("| `")).toList();
		assertThat(rows).hasSameSizeAs(this.properties.keySet());
		this.properties.forEach((name, property) -> {
			JsonNode value = property.path("defaultValue");
			String shown = (value.isValueNode() && !value.isMissingNode()) ? "`" + defaultValue(property) + "`" : "";
			assertThat(rows).as(name)
				.anyMatch((row) -> row.replaceAll("\\s+", " ")
					.startsWith(("| `" + name + "` | " + shown + " | " + property.get("description").asString() + " |")
						.replaceAll("\\s+", " ")));
		});
	}

}
