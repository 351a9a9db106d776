package dev.limbeck.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

/**
 * Collects what a server refuses: each refusal is an error in its log.
 */
public final class RefusedStatements {

	private final List<String> refused = new CopyOnWriteArrayList<>();

	/**
	 * Watch what is sent through a data source.
	 * @param dataSource the data source
	 * @return a data source that does the same
	 */
	public DataSource watch(DataSource dataSource) {
		return proxy(DataSource.class, dataSource);
	}

	private <T> T proxy(Class<T> type, Object target) {
		return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> {
					try {
						Object result = method.invoke(target, arguments);
						return method.getName().equals("unwrap") ? result : watched(result);
					}
					catch (InvocationTargetException ex) {
						if (ex.getCause() instanceof SQLException refusal) {
							this.refused.add(refusal.getMessage());
						}
						throw ex.getCause();
					}
				}));
	}

	private Object watched(Object result) {
		if (result instanceof Connection connection) {
			return proxy(Connection.class, connection);
		}
		if (result instanceof PreparedStatement statement) {
			return proxy(PreparedStatement.class, statement);
		}
		return (result instanceof Statement statement) ? proxy(Statement.class, statement) : result;
	}

	/**
	 * Return what was refused.
	 * @return the messages of the server
	 */
	public List<String> messages() {
		return List.copyOf(this.refused);
	}

}
