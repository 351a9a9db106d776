package dev.limbeck.boot.cli;

import dev.limbeck.boot.autoconfigure.MigrationsInitializer;
import dev.limbeck.boot.autoconfigure.MigrationsProperties.OnStartup;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;

/**
 * Puts an initializer that does nothing in the place of every other one.
 */
final class IdleInitializers implements InstantiationAwareBeanPostProcessor {

	@Override
	public @Nullable Object postProcessBeforeInstantiation(Class<?> beanClass, String beanName) {
		return MigrationsInitializer.class.isAssignableFrom(beanClass) ? new NoInitializer() : null;
	}

	/**
	 * Does not look at the database.
	 */
	private static final class NoInitializer extends MigrationsInitializer {

		NoInitializer() {
			super(() -> {
				throw new IllegalStateException("Nothing is migrated before the command runs");
			}, OnStartup.NONE);
		}

		@Override
		public void afterPropertiesSet() {
			// The command comes first.
		}

	}

}
