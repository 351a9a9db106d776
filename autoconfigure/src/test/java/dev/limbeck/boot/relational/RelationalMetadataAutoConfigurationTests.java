package dev.limbeck.boot.relational;

import dev.limbeck.metadata.TargetMetadata;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.jdbc.core.convert.JdbcConverter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RelationalMetadataAutoConfiguration}.
 */
class RelationalMetadataAutoConfigurationTests {

	private static final String METADATA = "migrationsRelationalTargetMetadata";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RelationalMetadataAutoConfiguration.class));

	@Test
	void backsOffWithoutSpringDataJdbc() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.data"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TargetMetadata.class));
	}

	@Test
	void backsOffWithoutAConverter() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TargetMetadata.class));
	}

	@Test
	void startMakesNothingOfSpringData() {
		this.runner
			.withBean(JdbcConverter.class, RelationalMetadataAutoConfigurationTests::refuse,
					(definition) -> definition.setLazyInit(true))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeanFactory().containsBeanDefinition(METADATA)).isTrue();
				assertThat(context.getBeanFactory().containsSingleton(METADATA)).isFalse();
				assertThat(context.getBean(TargetMetadata.class).name()).isEqualTo("Spring Data JDBC");
			});
	}

	private static JdbcConverter refuse() {
		throw new IllegalStateException("Nobody is to make it");
	}

}
