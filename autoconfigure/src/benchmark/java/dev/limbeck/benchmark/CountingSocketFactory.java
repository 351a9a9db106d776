package dev.limbeck.benchmark;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.SocketFactory;

/**
 * Sockets for the driver that count the messages it sends: one Execute (or simple Query)
 * is a statement, one Sync (or simple Query) a round trip.
 */
public class CountingSocketFactory extends SocketFactory {

	private static final AtomicInteger statementCount = new AtomicInteger();

	private static final AtomicInteger roundTripCount = new AtomicInteger();

	static void reset() {
		statementCount.set(0);
		roundTripCount.set(0);
	}

	static int statements() {
		return statementCount.get();
	}

	static int roundTrips() {
		return roundTripCount.get();
	}

	@Override
	public Socket createSocket() {
		return new Socket() {

			private final OutputStream counting = new MessageCounter();

			@Override
			public OutputStream getOutputStream() throws IOException {
				return new FilterOutputStream(super.getOutputStream()) {

					@Override
					public void write(byte[] bytes, int offset, int length) throws IOException {
						counting.write(bytes, offset, length);
						this.out.write(bytes, offset, length);
					}

				};
			}

		};
	}

	@Override
	public Socket createSocket(String host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Reads along: a message is a type, the length of the rest, and the rest. Only the
	 * first one, which opens the session, has no type.
	 */
	private static final class MessageCounter extends OutputStream {

		private int headerLeft = 4;

		private int length;

		private int bodyLeft;

		@Override
		public void write(int value) {
			if (this.bodyLeft > 0) {
				this.bodyLeft--;
			}
			else if (this.headerLeft == 5) {
				count((char) value);
				this.headerLeft = 4;
			}
			else {
				this.length = (this.length << 8) | (value & 0xFF);
				if (--this.headerLeft == 0) {
					this.bodyLeft = this.length - 4;
					this.length = 0;
					this.headerLeft = 5;
				}
			}
		}

		private static void count(char type) {
			if (type == 'E' || type == 'Q') {
				statementCount.incrementAndGet();
			}
			if (type == 'S' || type == 'Q') {
				roundTripCount.incrementAndGet();
			}
		}

	}

}
