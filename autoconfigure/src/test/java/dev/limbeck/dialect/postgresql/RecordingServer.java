package dev.limbeck.dialect.postgresql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.limbeck.test.Background;

/**
 * Speaks just enough of the protocol of PostgreSQL to be told, once, what a client takes
 * for queries. Every query is answered as if it had succeeded.
 */
final class RecordingServer implements AutoCloseable {

	private static final int PROTOCOL_3 = 3 << 16;

	private final ServerSocket socket;

	private final CompletableFuture<List<String>> queries;

	RecordingServer() throws IOException {
		this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		this.queries = Background.start(this::serve);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	List<String> queries() {
		return this.queries.join();
	}

	private List<String> serve() {
		List<String> received = new ArrayList<>();
		try (Socket client = this.socket.accept();
				DataInputStream in = new DataInputStream(client.getInputStream());
				DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
			client.setTcpNoDelay(true);
			start(in, out);
			for (int type = in.read(); type == 'Q'; type = in.read()) {
				byte[] body = in.readNBytes(in.readInt() - 4);
				received.add(new String(body, 0, body.length - 1, StandardCharsets.UTF_8));
				send(out, 'C', "SELECT 0\0");
				send(out, 'Z', "I");
			}
			return received;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// A client asks for encryption first, and goes on without
	private static void start(DataInputStream in, DataOutputStream out) throws IOException {
		int length = in.readInt();
		int code = in.readInt();
		while (code != PROTOCOL_3) {
			out.write('N');
			out.flush();
			length = in.readInt();
			code = in.readInt();
		}
		in.readNBytes(length - 8);
		send(out, 'R', "\0\0\0\0");
		send(out, 'S', "server_version\00018.0\0");
		send(out, 'S', "client_encoding\0UTF8\0");
		send(out, 'S', "standard_conforming_strings\0on\0");
		send(out, 'Z', "I");
	}

	private static void send(DataOutputStream out, char type, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		out.write(type);
		out.writeInt(bytes.length + 4);
		out.write(bytes);
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
