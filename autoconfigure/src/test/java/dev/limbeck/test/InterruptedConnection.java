package dev.limbeck.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection to which something happens before it prepares a certain statement.
 */
public final class InterruptedConnection {

	private InterruptedConnection() {
	}

	/**
	 * Let something happen once.
	 * @param connection the connection
	 * @param statement before which statement, counted from 1
	 * @param event what happens
	 * @return a connection to which it happens
	 */
	public static Connection of(Connection connection, int statement, Runnable event) {
		AtomicInteger prepared = new AtomicInteger();
		return (Connection) Proxy.newProxyInstance(InterruptedConnection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("prepareStatement") && prepared.incrementAndGet() == statement) {
						event.run();
					}
					try {
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}
