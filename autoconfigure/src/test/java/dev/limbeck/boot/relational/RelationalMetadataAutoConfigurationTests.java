package dev.limbeck.boot.relational;

import java.util.List;

import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.metadata.relational.RelationalColumnTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnTypes;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.repository.CrudRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RelationalMetadataAutoConfiguration}. The database does not exist.
 */
class RelationalMetadataAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, DataJdbcRepositoriesAutoConfiguration.class,
				RelationalMetadataAutoConfiguration.class))
		.withInitializer(
				(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
		.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:1/nowhere",
				"spring.data.jdbc.dialect=postgresql");

	@Test
	void aggregateThatOnlyARepositoryNamesIsRead() {
		this.runner.withUserConfiguration(Application.class).run((context) -> {
			assertThat(context).hasSingleBean(TargetMetadata.class);
			TargetMetadata metadata = context.getBean(TargetMetadata.class);
			assertThat(metadata.name()).isEqualTo("Spring Data JDBC");
			List<Table> tables = metadata.schema(18).tables();
			assertThat(tables).extracting(Table::name).containsExactly(QualifiedName.of("note"));
			assertThat(tables.get(0).columns()).extracting(Column::type)
				.containsExactly(ColumnTypes.bigint(), ColumnTypes.varchar(80));
		});
	}

	@Test
	void nothingOfSpringDataIsMadeBeforeTheSchemaIsAskedFor() {
		this.runner.withUserConfiguration(Scanned.class).run((context) -> {
			TargetMetadata metadata = context.getBean(TargetMetadata.class);
			ConfigurableListableBeanFactory beans = context.getSourceApplicationContext().getBeanFactory();
			assertThat(beans.containsSingleton("jdbcMappingContext")).isFalse();
			assertThat(metadata.schema(18).tables()).hasSize(1);
			assertThat(beans.containsSingleton("jdbcMappingContext")).isTrue();
		});
	}

	@Test
	void nothingIsThereWithoutSpringDataJdbc() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(RelationalMetadataAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(TargetMetadata.class)
				.doesNotHaveBean(JdbcMappingContext.class));
	}

	@Test
	void backsOffIfSpringDataIsNotOnTheClassPath() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(RelationalMetadataAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.data"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TargetMetadata.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableJdbcRepositories(considerNestedRepositories = true)
	static class Application {

		@Bean
		RelationalColumnTypes shortTexts() {
			return (property) -> property.getType().equals(String.class) ? ColumnTypes.varchar(80) : null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage
	static class Scanned {

	}

	interface Notes extends CrudRepository<Note, Long> {

	}

	// Of several modules of Spring Data, the annotation chooses this one
	@org.springframework.data.relational.core.mapping.Table
	record Note(@Id @Nullable Long id, String text) {
	}

}
