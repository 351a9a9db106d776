package dev.limbeck.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Has the pool connect as soon as it is made, so that connecting counts for no bean, and
 * counts statements from there on.
 */
final class ConnectedPool implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof DataSource dataSource) {
			try (Connection connection = dataSource.getConnection()) {
				connection.isValid(1);
			}
			catch (SQLException ex) {
				throw new BeanCreationException(beanName, "cannot connect", ex);
			}
			CountingSocketFactory.reset();
		}
		return bean;
	}

}
