package dev.limbeck.boot.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Auto-configuration for an application whose migrations do not run: it says so if there
 * are revisions, because a database that silently stays behind is found out late.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = MigrationsAutoConfiguration.class)
@ConditionalOnMissingBean(MigrationsInitializer.class)
public final class DisabledMigrationsAutoConfiguration {

	@Bean
	DisabledMigrationsWarning disabledMigrationsWarning(Environment environment, ResourceLoader resourceLoader) {
		MigrationsProperties properties = Binder.get(environment)
			.bindOrCreate("migrations", MigrationsProperties.class);
		ClassLoader classLoader = resourceLoader.getClassLoader();
		return new DisabledMigrationsWarning(properties,
				(classLoader != null) ? classLoader : getClass().getClassLoader());
	}

}
