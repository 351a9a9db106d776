package dev.limbeck.boot.cli;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import dev.limbeck.boot.autoconfigure.MigrationsDataSource;
import dev.limbeck.boot.cli.scanned.Pools;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.MethodInvokingFactoryBean;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.jndi.JndiObjectFactoryBean;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseBeansTests {

	private final MockEnvironment environment = new MockEnvironment();

	private @Nullable String find(Class<?> source, boolean ownConnection) {
		Set<String> types = ownConnection ? Set.of()
				: Set.of(DataSource.class.getName(), JdbcConnectionDetails.class.getName());
		return new DatabaseBeans(getClass().getClassLoader(), List.of(source), this.environment).find(types,
				ownConnection);
	}

	@Test
	void dataSourceIsFoundWhereComponentsAre() {
		assertThat(find(Scanning.class, false)).isEqualTo("makes the bean 'shopDatabase' in " + Pools.class.getName());
		assertThat(find(Scanning.class, true)).isNull();
	}

	@Test
	void profileThatIsNotActiveIsRespected() {
		assertThat(find(Profiled.class, false)).isNull();
		this.environment.setActiveProfiles("own");
		assertThat(find(Profiled.class, false)).contains("'details'");
	}

	@Test
	void dataSourceForOnePurposeDoesNotDecide() {
		assertThat(find(Special.class, false)).isNull();
	}

	@Test
	void dataSourceOfTheMigrationsDecidesInAnyCase() {
		assertThat(find(Marked.class, false)).contains("'marked'");
		assertThat(find(Marked.class, true)).contains("'marked'");
	}

	@Test
	void whatChangesADataSourceDecides() {
		assertThat(find(RoleOfTheTenant.class, false)).isEqualTo("makes the bean " + RoleOfTheTenant.class.getName());
		assertThat(find(RoleOfTheTenant.class, true)).isNull();
	}

	@Test
	void autoConfigurationThatIsExcludedIsTold() {
		assertThat(find(Excluding.class, false)).isEqualTo("excludes the DataSource of Spring Boot");
		assertThat(find(Plain.class, false)).isNull();
		this.environment.setProperty("spring.autoconfigure.exclude", DataSourceAutoConfiguration.class.getName());
		assertThat(find(Plain.class, false)).isEqualTo("excludes the DataSource of Spring Boot");
		assertThat(find(Plain.class, true)).isNull();
	}

	@Test
	void classThatIsImportedIsLookedAt() {
		assertThat(find(Importing.class, false)).isEqualTo("makes the bean 'shopDatabase' in " + Pools.class.getName());
		assertThat(find(ImportingByAnnotation.class, false)).contains("'shopDatabase'");
	}

	@ParameterizedTest
	@ValueSource(classes = { ByRegistrar.class, ByDefinition.class, ByDefinitionProcessor.class, ByMethod.class,
			ByAnonymousClass.class, ByFactory.class, ByFactoryMethod.class, ByDirectory.class })
	void dataSourceOfCodeDecides(Class<?> source) {
		assertThat(find(source, false)).startsWith("makes the bean ");
		assertThat(find(source, true)).isNull();
	}

	@ParameterizedTest
	@ValueSource(classes = { OtherFactory.class, OtherRegistrar.class })
	void codeThatOnlyUsesTheDataSourceDoesNotDecide(Class<?> source) {
		assertThat(find(source, false)).isNull();
	}

	@Test
	void propertiesThatAClassReadsDecide() {
		assertThat(find(Reading.class, false))
			.isEqualTo("reads classpath:dev/limbeck/boot/cli/scanned/pool.properties (@PropertySource)");
		assertThat(find(Reading.class, true)).isNull();
		assertThat(find(ReadingOthers.class, false)).isNull();
	}

	@ComponentScan(basePackageClasses = Pools.class)
	static class Scanning {

	}

	static class Profiled {

		@Bean
		@Profile("own")
		JdbcConnectionDetails details() {
			throw new IllegalStateException("No bean is made");
		}

	}

	static class Special {

		@Bean(defaultCandidate = false)
		DataSource reports() {
			return new PGSimpleDataSource();
		}

	}

	static class Marked {

		@Bean(defaultCandidate = false)
		@MigrationsDataSource
		DataSource marked() {
			return new PGSimpleDataSource();
		}

	}

	@Component
	static class RoleOfTheTenant implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			return (bean instanceof DataSource) ? new PGSimpleDataSource() : bean;
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Excluding {

	}

	@SpringBootConfiguration
	static class Plain {

	}

	@Import(Pools.class)
	static class Importing {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@Import(Pools.class)
	@interface EnableShop {

	}

	@EnableShop
	static class ImportingByAnnotation {

	}

	@Import(ByRegistrar.Registrar.class)
	static class ByRegistrar {

		static class Registrar implements BeanRegistrar {

			@Override
			public void register(BeanRegistry registry, Environment environment) {
				registry.registerBean(DataSource.class, (bean) -> bean.supplier((context) -> new PGSimpleDataSource()));
			}

		}

	}

	@Import(ByDefinition.Registrar.class)
	static class ByDefinition {

		static class Registrar implements ImportBeanDefinitionRegistrar {

			@Override
			public void registerBeanDefinitions(AnnotationMetadata type, BeanDefinitionRegistry registry) {
				registry.registerBeanDefinition("pool", new RootBeanDefinition(PGSimpleDataSource.class));
			}

		}

	}

	@Component
	static class ByDefinitionProcessor implements BeanDefinitionRegistryPostProcessor {

		@Override
		public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
			registry.registerBeanDefinition("pool", new RootBeanDefinition(PGSimpleDataSource.class));
		}

	}

	static class ByMethod {

		@Bean
		static BeanFactoryPostProcessor pool() {
			return (factory) -> factory.registerSingleton("pool", new PGSimpleDataSource());
		}

	}

	static class ByAnonymousClass {

		@Bean
		static BeanPostProcessor pool() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					return (bean instanceof DataSource) ? new PGSimpleDataSource() : bean;
				}

			};
		}

	}

	@Component
	static class ByFactory implements FactoryBean<DataSource> {

		@Override
		public DataSource getObject() {
			return new PGSimpleDataSource();
		}

		@Override
		public Class<?> getObjectType() {
			return DataSource.class;
		}

	}

	static class ByFactoryMethod {

		@Bean
		FactoryBean<DataSource> pool() {
			return new ByFactory();
		}

	}

	static class ByDirectory {

		@Bean
		JndiObjectFactoryBean pool() {
			JndiObjectFactoryBean factory = new JndiObjectFactoryBean();
			factory.setProxyInterface(DataSource.class);
			return factory;
		}

	}

	static class OtherFactory {

		@Bean
		MethodInvokingFactoryBean report(DataSource dataSource) {
			return new MethodInvokingFactoryBean();
		}

	}

	@Import(OtherRegistrar.Registrar.class)
	static class OtherRegistrar {

		@Bean
		String report(DataSource dataSource) {
			return dataSource.toString();
		}

		static class Registrar implements ImportBeanDefinitionRegistrar {

		}

	}

	@PropertySource("classpath:dev/limbeck/boot/cli/scanned/pool.properties")
	static class Reading {

	}

	@PropertySource("classpath:dev/limbeck/boot/cli/scanned/texts.properties")
	static class ReadingOthers {

	}

}
