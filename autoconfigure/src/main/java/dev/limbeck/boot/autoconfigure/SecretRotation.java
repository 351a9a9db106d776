package dev.limbeck.boot.autoconfigure;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.SingletonBeanRegistry;

/**
 * Lets the pool that connects with what {@code migrations.secret.name} gave follow a
 * rotation of the secret. Any other pool is left alone: one that was given other
 * credentials, brings its own {@code DataSource} or credentials provider, or is running
 * already.
 *
 * @param beans where the connection details are, if anybody has asked for them
 */
record SecretRotation(SingletonBeanRegistry beans) implements BeanPostProcessor {

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof HikariDataSource pool && !pool.isRunning()
				&& this.beans.getSingleton(
						MigrationsConnectionAutoConfiguration.DETAILS) instanceof DatabaseUrlConnectionDetails details
				&& details.secret() != null && connectsWith(pool, details)) {
			pool.setDataSource(new RotatedDataSource(pool, details.secret(), RotatedDataSource.PAUSE));
		}
		return bean;
	}

	private static boolean connectsWith(HikariDataSource pool, DatabaseUrlConnectionDetails details) {
		boolean ownSource = pool.getDataSource() != null || pool.getDataSourceClassName() != null
				|| pool.getDataSourceJNDI() != null || pool.getCredentialsProvider() != null;
		return !ownSource && details.getUsername() != null && details.getJdbcUrl().equals(pool.getJdbcUrl())
				&& RotatedDataSource.same(pool.getCredentials(), details.getUsername(), details.getPassword());
	}

}
