package dev.limbeck.boot.jpa;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import dev.limbeck.boot.jpa.first.FirstEntity;
import dev.limbeck.boot.jpa.second.SecondEntity;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.test.PostgresServer;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JpaMetadataAutoConfiguration}.
 */
class JpaMetadataAutoConfigurationTests {

	private static List<QualifiedName> tables(Schema schema) {
		return schema.tables().stream().map(Table::name).toList();
	}

	@Test
	void usualStartKeepsNothing() {
		ModelContext.application(FirstUnit.class, PostgresServer.shared().createDatabase().dataSource())
			.run((context) -> assertThat(context).doesNotHaveBean(TargetMetadata.class)
				.doesNotHaveBean(BootModels.class));
	}

	@Test
	void backsOffWithoutJpa() {
		for (String missing : List.of("org.hibernate", "jakarta.persistence", "org.springframework.orm")) {
			new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(JpaMetadataAutoConfiguration.class))
				.withPropertyValues(BootModels.IN_COMMAND + "=true", BootModels.IN_APPLICATION + "=true")
				.withClassLoader(new FilteredClassLoader(missing))
				.run((context) -> assertThat(context).hasNotFailed()
					.doesNotHaveBean(TargetMetadata.class)
					.doesNotHaveBean("dev.limbeck.boot.jpa.BootModels"));
		}
	}

	@Test
	void applicationCanBeProcessedAheadOfTime() {
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			TestPropertyValues.of(BootModels.IN_APPLICATION + "=true").applyTo(context);
			new AnnotatedBeanDefinitionReader(context).register(HandmadeUnit.class, JpaMetadataAutoConfiguration.class);
			DefaultGenerationContext generation = new DefaultGenerationContext(
					new ClassNameGenerator(ClassName.get("app", "Application")), files);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			generation.writeGeneratedContent();
		}
		assertThat(files.getGeneratedFiles(Kind.SOURCE).keySet()).anyMatch((name) -> name.contains("BootModels"));
	}

	@Test
	void schemaIsReadWithoutAConnection() {
		Schema schema = ModelContext.schema(FirstUnit.class, 17);
		assertThat(tables(schema)).containsExactly(QualifiedName.of("first_entity"));
	}

	@Test
	void beanValidationCounts() {
		Table table = ModelContext.schema(FirstUnit.class, 18).tables().get(0);
		assertThat(table.column("some_name").nullable()).isFalse();
		assertThat(table.column("some_name").type().arguments()).containsExactly("80");
	}

	@Test
	void generatedColumnIsWhatTheServerCanDo() {
		assertThat(ModelContext.schema(FirstUnit.class, 18).tables().get(0).column("twice").generated().stored())
			.isFalse();
		assertThat(ModelContext.schema(FirstUnit.class, 17).tables().get(0).column("twice").generated().stored())
			.isTrue();
	}

	@Test
	void namingStrategyOfTheApplicationCounts() {
		assertThat(tables(ModelContext.schema(ShoutingUnit.class, 18)))
			.containsExactly(QualifiedName.of("t_firstentity"));
	}

	@Test
	void everyUnitHasItsOwnMetadata() {
		List<Schema> schemas = ModelContext.read(ModelContext.command(TwoUnits.class),
				(beans) -> beans.getBeanProvider(TargetMetadata.class)
					.stream()
					.map((metadata) -> metadata.schema(18))
					.toList());
		assertThat(schemas).extracting(JpaMetadataAutoConfigurationTests::tables)
			.containsExactlyInAnyOrder(List.of(QualifiedName.of("FirstEntity".toLowerCase())),
					List.of(QualifiedName.of("app", "secondentity")));
	}

	@Test
	void integratorOfTheApplicationStays() {
		AtomicInteger integrated = new AtomicInteger();
		Integrator integrator = new Integrator() {

			@Override
			public void integrate(Metadata metadata, BootstrapContext bootstrapContext,
					SessionFactoryImplementor sessionFactory) {
				integrated.incrementAndGet();
			}

		};
		ModelContext.read(
				ModelContext.command(FirstUnit.class)
					.withBean(HibernatePropertiesCustomizer.class,
							() -> (properties) -> properties.put("hibernate.integrator_provider",
									(IntegratorProvider) () -> List.of(integrator))),
				(beans) -> beans.getBean(TargetMetadata.class).schema(18));
		assertThat(integrated).hasValue(1);
	}

	@Test
	void modelIsForgottenOnceItIsRead() {
		ModelContext.read(ModelContext.command(FirstUnit.class), (beans) -> {
			TargetMetadata metadata = beans.getBean(TargetMetadata.class);
			Schema schema = metadata.schema(18);
			assertThat(beans.getBean(BootModels.class).take("entityManagerFactory")).isNull();
			assertThat(metadata.schema(18)).isSameAs(schema);
			return schema;
		});
	}

	@Test
	void applicationCanAskForItsOwnMetadata() {
		ModelContext.application(FirstUnit.class, PostgresServer.shared().createDatabase().dataSource())
			.withPropertyValues(BootModels.IN_APPLICATION + "=true", "spring.jpa.hibernate.ddl-auto=create")
			.run((context) -> {
				assertThat(context.getBean(EntityManagerFactory.class).isOpen()).isTrue();
				assertThat(tables(context.getBean(TargetMetadata.class).schema(18)))
					.containsExactly(QualifiedName.of("first_entity"));
			});
	}

	@Test
	void factoryThatSpringHasNotMadeIsNamed() {
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> ModelContext.schema(HandmadeUnit.class, 18))
			.withMessageContaining("'handmade' does not tell which entities it has");
	}

	@Test
	void mappingThatHibernateRefusesIsNamed() {
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> ModelContext.schema(FirstUnit.class, 18,
					"spring.jpa.properties.hibernate.physical_naming_strategy=no.such.Strategy"))
			.withMessageContaining("'entityManagerFactory' cannot be made: ")
			.withMessageContaining("no.such.Strategy");
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = FirstEntity.class)
	static class FirstUnit {

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = FirstEntity.class)
	static class ShoutingUnit {

		@Bean
		PhysicalNamingStrategy namingStrategy() {
			return new PhysicalNamingStrategyStandardImpl() {

				@Override
				public Identifier toPhysicalTableName(Identifier logicalName, JdbcEnvironment context) {
					return Identifier.toIdentifier("T_" + logicalName.getText());
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoUnits {

		@Bean
		LocalContainerEntityManagerFactoryBean firstFactory(DataSource dataSource) {
			return factory(dataSource, "first", FirstEntity.class);
		}

		@Bean
		LocalContainerEntityManagerFactoryBean secondFactory(DataSource dataSource) {
			LocalContainerEntityManagerFactoryBean factory = factory(dataSource, "second", SecondEntity.class);
			factory.getJpaPropertyMap().put("hibernate.default_schema", "app");
			return factory;
		}

		private static LocalContainerEntityManagerFactoryBean factory(DataSource dataSource, String name,
				Class<?> entity) {
			LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
			factory.setDataSource(dataSource);
			factory.setPersistenceUnitName(name);
			factory.setPackagesToScan(entity.getPackageName());
			factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
			factory.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", "create");
			return factory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HandmadeUnit {

		@Bean
		EntityManagerFactory handmade(DataSource dataSource) {
			LocalContainerEntityManagerFactoryBean factory = TwoUnits.factory(dataSource, "handmade",
					FirstEntity.class);
			factory.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", "none");
			factory.getJpaPropertyMap().put("hibernate.boot.allow_jdbc_metadata_access", "false");
			factory.getJpaPropertyMap().put("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect");
			factory.setPersistenceProvider(new HibernatePersistenceProvider());
			factory.afterPropertiesSet();
			return factory.getObject();
		}

	}

}
