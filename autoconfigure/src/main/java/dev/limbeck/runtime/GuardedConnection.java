package dev.limbeck.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The connection as a revision sees it: its transaction and its end are not the
 * revision's business.
 */
final class GuardedConnection implements InvocationHandler {

	private static final Set<String> REFUSED = Set.of("commit", "close", "abort", "setAutoCommit", "setReadOnly",
			"setTransactionIsolation");

	private final Connection connection;

	private GuardedConnection(Connection connection) {
		this.connection = connection;
	}

	static Connection of(Connection connection) {
		return (Connection) Proxy.newProxyInstance(GuardedConnection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, new GuardedConnection(connection));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		boolean rollback = method.getName().equals("rollback") && method.getParameterCount() == 0;
		if (REFUSED.contains(method.getName()) || rollback) {
			throw new SQLException("A revision may not call " + method.getName()
					+ "() on its connection, because its changes are committed or rolled back together with the record "
					+ "of it. Throw an exception to have them rolled back, and use op.autocommit(…) for what must run "
					+ "outside a transaction.");
		}
		if (method.getDeclaringClass() == Object.class) {
			return invokeOnObject(proxy, method, arguments);
		}
		try {
			return method.invoke(this.connection, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private Object invokeOnObject(Object proxy, Method method, Object @Nullable [] arguments) {
		return switch (method.getName()) {
			case "equals" -> arguments != null && proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> "the connection of a revision";
		};
	}

}
