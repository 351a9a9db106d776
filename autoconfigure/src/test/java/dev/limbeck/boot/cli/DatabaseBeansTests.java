package dev.limbeck.boot.cli;

import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import dev.limbeck.boot.autoconfigure.MigrationsDataSource;
import dev.limbeck.boot.cli.scanned.Pools;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Profile;
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

}
