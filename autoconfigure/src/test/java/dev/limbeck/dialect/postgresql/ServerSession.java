package dev.limbeck.dialect.postgresql;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import dev.limbeck.test.TestDatabase;

/**
 * A session with a server that hands it SQL byte by byte, as no driver does: pgjdbc
 * splits it first. It speaks as much of PostgreSQL's frontend/backend protocol 3.0 as
 * that takes.
 */
final class ServerSession implements AutoCloseable {

	private static final int PROTOCOL = 3 << 16;

	private static final int SCRAM = 10;

	private static final int SCRAM_CHALLENGE = 11;

	private final ScramLogin login;

	private final Socket socket;

	private final DataOutputStream output;

	private final DataInputStream input;

	ServerSession(TestDatabase database) throws IOException {
		this.login = new ScramLogin(database.password());
		this.socket = new Socket(database.host(), database.port());
		this.socket.setTcpNoDelay(true);
		this.output = new DataOutputStream(new BufferedOutputStream(this.socket.getOutputStream()));
		this.input = new DataInputStream(new BufferedInputStream(this.socket.getInputStream()));
		byte[] startup = zeroTerminated("user", database.username(), "database", database.name(), "client_encoding",
				"UTF8", "");
		this.output.writeInt(startup.length + 8);
		this.output.writeInt(PROTOCOL);
		this.output.write(startup);
		this.output.flush();
		Answer answer = receive();
		if (answer.isError()) {
			throw new IOException(answer.toString());
		}
	}

	/**
	 * Have the server parse a text that is to be no more than one statement, without
	 * running it.
	 * @param sql the text
	 * @return the answer
	 */
	Answer parse(String sql) throws IOException {
		byte[] text = encode(sql);
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.write(0);
		body.write(text);
		body.write(new byte[3]);
		send('P', body.toByteArray());
		send('S', new byte[0]);
		return receive();
	}

	/**
	 * Have the server run a text as it is.
	 * @param sql the text
	 * @return the answer
	 */
	Answer query(String sql) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.write(encode(sql));
		body.write(0);
		send('Q', body.toByteArray());
		return receive();
	}

	private void send(char type, byte[] body) throws IOException {
		this.output.writeByte(type);
		this.output.writeInt(body.length + 4);
		this.output.write(body);
		this.output.flush();
	}

	private Answer receive() throws IOException {
		StringBuilder types = new StringBuilder();
		Map<Character, String> error = new HashMap<>();
		char status = ' ';
		char type;
		do {
			type = (char) this.input.readUnsignedByte();
			byte[] body = this.input.readNBytes(this.input.readInt() - 4);
			types.append(type);
			if (type == 'E') {
				addFields(error, body);
			}
			else if (type == 'Z') {
				status = (char) body[0];
			}
			else if (type == 'G') {
				send('f', zeroTerminated("no data"));
			}
			else if (type == 'R') {
				logIn(ByteBuffer.wrap(body));
			}
		}
		while (type != 'Z' && !error.getOrDefault('V', "").equals("FATAL"));
		return new Answer(types.toString(), error, status);
	}

	private void logIn(ByteBuffer request) throws IOException {
		int kind = request.getInt();
		String content = StandardCharsets.UTF_8.decode(request).toString();
		switch (kind) {
			case SCRAM -> {
				byte[] message = this.login.firstMessage().getBytes(StandardCharsets.UTF_8);
				byte[] mechanism = zeroTerminated("SCRAM-SHA-256");
				send('p',
						ByteBuffer.allocate(mechanism.length + 4 + message.length)
							.put(mechanism)
							.putInt(message.length)
							.put(message)
							.array());
			}
			case SCRAM_CHALLENGE -> send('p', this.login.finalMessage(content).getBytes(StandardCharsets.UTF_8));
			default -> {
			}
		}
	}

	private static void addFields(Map<Character, String> fields, byte[] body) {
		for (String field : new String(body, StandardCharsets.UTF_8).split("\0")) {
			if (!field.isEmpty()) {
				fields.put(field.charAt(0), field.substring(1));
			}
		}
	}

	private static byte[] zeroTerminated(String... texts) {
		return (String.join("\0", texts) + "\0").getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Encode in UTF-8, but an unpaired surrogate, too, where Java would put a question
	 * mark.
	 */
	private static byte[] encode(String sql) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		sql.codePoints().forEach((codePoint) -> {
			if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
				bytes.write(0xE0 | (codePoint >> 12));
				bytes.write(0x80 | (codePoint >> 6 & 0x3F));
				bytes.write(0x80 | (codePoint & 0x3F));
			}
			else {
				bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
			}
		});
		return bytes.toByteArray();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	/**
	 * What the server said until it was ready again.
	 *
	 * @param types the types of its messages in order
	 * @param error the fields of its error, empty if there was none
	 * @param status {@code I} for idle, {@code T} in a transaction block, {@code E} in a
	 * failed one
	 */
	record Answer(String types, Map<Character, String> error, char status) {

		boolean isError() {
			return !this.error.isEmpty();
		}

		String sqlState() {
			return this.error.getOrDefault('C', "");
		}

		String message() {
			return this.error.getOrDefault('M', "");
		}

		/**
		 * Return the place of the error.
		 * @return the number of the character, from 1, or 0
		 */
		int position() {
			return Integer.parseInt(this.error.getOrDefault('P', "0"));
		}

		boolean isRefusedByTheParser() {
			return sqlState().equals("42601") && !hasSeveralStatements();
		}

		boolean hasSeveralStatements() {
			return message().equals("cannot insert multiple commands into a prepared statement");
		}

		long count(char type) {
			return this.types.chars().filter((each) -> each == type).count();
		}

	}

}
