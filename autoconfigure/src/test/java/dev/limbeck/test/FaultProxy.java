package dev.limbeck.test;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A way to a database on which connections are lost. It reads what the driver sends, and
 * cuts the connection before a statement has reached the server, or when the server has
 * carried it out and before the driver hears of it.
 */
public final class FaultProxy implements Closeable {

	private final TestDatabase target;

	private final ServerSocket entrance;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final AtomicInteger remaining = new AtomicInteger();

	private volatile @Nullable String pattern;

	private volatile boolean carriedOut;

	private volatile After after = After.WORK;

	private volatile boolean silent;

	private volatile boolean frozen;

	private volatile boolean cut;

	private FaultProxy(TestDatabase target) throws IOException {
		this.target = target;
		this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	}

	/**
	 * Open a way to a database.
	 * @param target the database
	 * @return the proxy, which lets everything through for now
	 */
	public static FaultProxy to(TestDatabase target) {
		try {
			FaultProxy proxy = new FaultProxy(target);
			start("accept", proxy::accept);
			return proxy;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Cut the connection before a statement reaches the server.
	 * @param statement what it contains
	 * @param occurrence which one, counted from 1
	 * @return this proxy
	 */
	public FaultProxy cutBefore(String statement, int occurrence) {
		return cut(statement, occurrence, false);
	}

	/**
	 * Cut the connection when the server has carried out a statement, and those that were
	 * sent together with it.
	 * @param statement what it contains
	 * @param occurrence which one, counted from 1
	 * @return this proxy
	 */
	public FaultProxy cutAfter(String statement, int occurrence) {
		return cut(statement, occurrence, true);
	}

	private FaultProxy cut(String statement, int occurrence, boolean carriedOut) {
		this.carriedOut = carriedOut;
		this.remaining.set(occurrence);
		this.pattern = statement;
		return this;
	}

	/**
	 * Say what happens to those who connect after the cut.
	 * @param after what happens
	 * @return this proxy
	 */
	public FaultProxy then(After after) {
		this.after = after;
		return this;
	}

	/**
	 * Let nothing through any more, in either direction, though no connection is cut.
	 */
	public void freeze() {
		this.silent = true;
		this.frozen = true;
	}

	private void awaitThaw() throws IOException {
		try {
			while (this.frozen) {
				Thread.sleep(50);
			}
		}
		catch (InterruptedException ex) {
			throw new InterruptedIOException();
		}
	}

	/**
	 * Return the database behind this proxy.
	 * @return the same database at another address
	 */
	public TestDatabase database() {
		int port = this.entrance.getLocalPort();
		String address = this.target.host() + ":" + this.target.port();
		String url = this.target.url().replace(address, "127.0.0.1:" + port);
		return new TestDatabase(url + (url.contains("?") ? "&" : "?") + "sslmode=disable", "127.0.0.1", port,
				this.target.name(), this.target.username(), this.target.password());
	}

	/**
	 * Return whether the connection was cut.
	 * @return whether the statement has come
	 */
	public boolean hasCut() {
		return this.cut;
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.entrance.accept();
				this.sockets.add(client);
				if (!this.silent) {
					Link link = new Link(client, new Socket(this.target.host(), this.target.port()));
					this.sockets.add(link.server);
					start("to server", link::toServer);
					start("to client", link::toClient);
				}
			}
		}
		catch (IOException ex) {
			// Closed
		}
	}

	private static void start(String name, Runnable work) {
		Thread thread = new Thread(work, "fault proxy " + name);
		thread.setDaemon(true);
		thread.start();
	}

	private boolean isAwaited(@Nullable String statement) {
		String pattern = this.pattern;
		return statement != null && pattern != null && statement.contains(pattern)
				&& this.remaining.decrementAndGet() == 0;
	}

	private void afterCut() {
		this.pattern = null;
		this.silent = this.after == After.HANG;
		if (this.after == After.REFUSE) {
			closeQuietly(this.entrance);
		}
		this.cut = true;
	}

	@Override
	public void close() {
		this.frozen = false;
		closeQuietly(this.entrance);
		this.sockets.forEach(FaultProxy::closeQuietly);
	}

	private static void closeQuietly(Closeable closeable) {
		try {
			closeable.close();
		}
		catch (IOException ex) {
			// It is gone in any case
		}
	}

	/**
	 * What happens to those who connect after the cut.
	 */
	public enum After {

		/** They reach the server. */
		WORK,

		/** They are refused. */
		REFUSE,

		/** They are accepted and hear nothing. */
		HANG

	}

	/**
	 * One connection of the driver.
	 */
	private final class Link {

		private final Socket client;

		private final Socket server;

		private final Map<String, String> statements = new ConcurrentHashMap<>();

		private volatile boolean withheld;

		Link(Socket client, Socket server) {
			this.client = client;
			this.server = server;
		}

		void toServer() {
			try {
				DataInputStream in = new DataInputStream(this.client.getInputStream());
				OutputStream out = this.server.getOutputStream();
				forward(out, -1, readBody(in));
				boolean doomed = false;
				while (true) {
					int type = in.readUnsignedByte();
					byte[] body = readBody(in);
					doomed |= isAwaited(executed(type, body));
					if (doomed && !FaultProxy.this.carriedOut) {
						end();
						return;
					}
					this.withheld |= doomed && (type == 'S' || type == 'Q');
					forward(out, type, body);
				}
			}
			catch (IOException ex) {
				closeQuietly(this.server);
				closeQuietly(this.client);
			}
		}

		void toClient() {
			try {
				DataInputStream in = new DataInputStream(this.server.getInputStream());
				OutputStream out = this.client.getOutputStream();
				while (true) {
					int type = in.readUnsignedByte();
					byte[] body = readBody(in);
					if (this.withheld && type == 'Z') {
						end();
						return;
					}
					if (!this.withheld) {
						forward(out, type, body);
					}
				}
			}
			catch (IOException ex) {
				closeQuietly(this.server);
				closeQuietly(this.client);
			}
		}

		// Nobody may connect again before this is decided
		private void end() {
			afterCut();
			closeQuietly(this.server);
			closeQuietly(this.client);
		}

		// The text of a statement that is about to be executed. A statement that the
		// server knows by its name is parsed only once
		private @Nullable String executed(int type, byte[] body) {
			ByteBuffer message = ByteBuffer.wrap(body);
			if (type == 'Q') {
				return readString(message);
			}
			if (type == 'P') {
				this.statements.put(readString(message), readString(message));
			}
			if (type == 'B') {
				readString(message);
				return this.statements.get(readString(message));
			}
			return null;
		}

		private static String readString(ByteBuffer message) {
			int start = message.position();
			int end = start;
			while (message.get(end) != 0) {
				end++;
			}
			message.position(end + 1);
			return new String(message.array(), start, end - start, StandardCharsets.UTF_8);
		}

		private static byte[] readBody(DataInputStream in) throws IOException {
			int length = in.readInt() - 4;
			byte[] body = in.readNBytes(length);
			if (body.length < length) {
				throw new EOFException();
			}
			return body;
		}

		private void forward(OutputStream out, int type, byte[] body) throws IOException {
			ByteBuffer message = ByteBuffer.allocate(body.length + 5);
			if (type != -1) {
				message.put((byte) type);
			}
			message.putInt(body.length + 4).put(body);
			awaitThaw();
			out.write(message.array(), 0, message.position());
			out.flush();
		}

	}

}
