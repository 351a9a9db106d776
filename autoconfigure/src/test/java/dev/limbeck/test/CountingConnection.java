package dev.limbeck.test;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection that counts the statements that are executed on it.
 */
public final class CountingConnection implements InvocationHandler {

	private final Object target;

	private final AtomicInteger statements;

	private CountingConnection(Object target, AtomicInteger statements) {
		this.target = target;
		this.statements = statements;
	}

	/**
	 * Count the statements of a connection.
	 * @param connection the connection
	 * @param statements what to count in
	 * @return a connection that counts
	 */
	public static Connection of(Connection connection, AtomicInteger statements) {
		return proxy(Connection.class, connection, statements);
	}

	private static <T> T proxy(Class<T> type, Object target, AtomicInteger statements) {
		return type.cast(Proxy.newProxyInstance(CountingConnection.class.getClassLoader(), new Class<?>[] { type },
				new CountingConnection(target, statements)));
	}

	@Override
	public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
		if (method.getName().startsWith("execute")) {
			this.statements.incrementAndGet();
		}
		try {
			Object result = method.invoke(this.target, arguments);
			if (result instanceof PreparedStatement statement) {
				return proxy(PreparedStatement.class, statement, this.statements);
			}
			return (result instanceof Statement statement) ? proxy(Statement.class, statement, this.statements)
					: result;
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
