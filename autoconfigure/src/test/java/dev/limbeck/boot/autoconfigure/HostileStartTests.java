package dev.limbeck.boot.autoconfigure;

import java.nio.file.Path;

import dev.limbeck.boot.actuate.MigrationsEndpoint;
import dev.limbeck.boot.actuate.MigrationsEndpointAutoConfiguration;
import dev.limbeck.test.HostileSchema;
import dev.limbeck.test.RevisionDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a role has planted in a schema of the search path is not called by an application
 * that starts, in whatever mode, nor by its endpoint.
 */
class HostileStartTests {

	private static HostileSchema original;

	private final HostileSchema hostile = original.copy();

	private ApplicationContextRunner runner;

	@BeforeAll
	static void plant() {
		original = HostileSchema.create();
	}

	@BeforeEach
	void setUp(@TempDir Path path) {
		RevisionDirectory directory = new RevisionDirectory(path).write("a1", "", "CREATE TABLE public.t (id int);")
			.write("b2", "a1", "-- migrate:autocommit\nCREATE INDEX CONCURRENTLY i ON public.t (id);\n-- migrate:end");
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MigrationsConnectionAutoConfiguration.class,
					DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class,
					DisabledMigrationsAutoConfiguration.class, EndpointAutoConfiguration.class,
					MigrationsEndpointAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + this.hostile.database().url(),
					"spring.datasource.username=" + this.hostile.database().username(),
					"spring.datasource.password=" + this.hostile.database().password(),
					"management.endpoints.web.exposure.include=migrations",
					"migrations.version-locations=" + directory.location());
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void startsCallNothing(boolean first) {
		if (first) {
			this.hostile.beforeTheServers();
		}
		start("validate", true);
		start("none", false);
		start("upgrade", false);
		start("upgrade", false);
		start("validate", false);
		assertThat(this.hostile.calls()).isEmpty();
	}

	private void start(String mode, boolean fails) {
		this.runner.withPropertyValues("migrations.on-startup=" + mode).run((context) -> {
			if (fails) {
				assertThat(context).hasFailed();
			}
			else {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(MigrationsEndpoint.class).migrations(null).contexts()).isNotEmpty();
				assertThat(context.getBean(MigrationsEndpoint.class).revision("a1", null)).isNotNull();
			}
		});
	}

}
