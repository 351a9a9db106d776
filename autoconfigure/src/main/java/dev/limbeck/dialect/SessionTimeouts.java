package dev.limbeck.dialect;

import java.time.Duration;

/**
 * How soon a server notices that the process or the network is gone, and how long it lets
 * transactions be. Zero means what the server does by itself.
 *
 * @param clientConnectionCheckInterval how often it looks during a statement whether the
 * client is there
 * @param tcpKeepalivesIdle how long a connection is silent before it is probed
 * @param tcpKeepalivesInterval how long it waits for the answer to a probe
 * @param tcpKeepalivesCount how many probes may go without an answer
 * @param tcpUserTimeout how long data that was sent may go without an answer
 * @param transaction how long a transaction may take, where the server knows such a limit
 * @since 0.1.0
 */
public record SessionTimeouts(Duration clientConnectionCheckInterval, Duration tcpKeepalivesIdle,
		Duration tcpKeepalivesInterval, int tcpKeepalivesCount, Duration tcpUserTimeout, Duration transaction) {

	private static final SessionTimeouts DEFAULTS = new SessionTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(30),
			Duration.ofSeconds(10), 3, Duration.ofSeconds(60), Duration.ZERO);

	/**
	 * Return the timeouts of an application that sets nothing.
	 * @return the defaults
	 */
	public static SessionTimeouts defaults() {
		return DEFAULTS;
	}

}
