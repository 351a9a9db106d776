package dev.limbeck.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * AWS Secrets Manager in memory: enough of its JSON protocol for {@code GetSecretValue},
 * with faults to switch on.
 */
public final class SecretsManagerServer implements AutoCloseable {

	private static final Pattern SECRET_ID = Pattern.compile("\"SecretId\"\\s*:\\s*\"([^\"]+)\"");

	private static final String JSON = "application/x-amz-json-1.1";

	private final Map<String, String> secrets = new ConcurrentHashMap<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private volatile Fault fault = Fault.NONE;

	private SecretsManagerServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	/**
	 * Start a server without secrets.
	 * @return the server
	 */
	public static SecretsManagerServer start() {
		try {
			return new SecretsManagerServer();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Store a secret as text.
	 * @param name the name
	 * @param text the text
	 * @return this server
	 */
	public SecretsManagerServer put(String name, String text) {
		this.secrets.put(name, "\"SecretString\":" + quote(text));
		return this;
	}

	/**
	 * Store a secret as bytes.
	 * @param name the name
	 * @param bytes the bytes
	 * @return this server
	 */
	public SecretsManagerServer putBinary(String name, byte[] bytes) {
		this.secrets.put(name, "\"SecretBinary\":" + quote(Base64.getEncoder().encodeToString(bytes)));
		return this;
	}

	/**
	 * Answer every request wrongly from now on.
	 * @param fault what goes wrong
	 * @return this server
	 */
	public SecretsManagerServer fail(Fault fault) {
		this.fault = fault;
		return this;
	}

	/**
	 * Return the names of the secrets that were asked for, one a request.
	 * @return the names in the order of the requests
	 */
	public List<String> requests() {
		return List.copyOf(this.requests);
	}

	/**
	 * Return where the server is.
	 * @return the endpoint for an AWS client
	 */
	public URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	private void answer(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		Matcher id = SECRET_ID.matcher(body);
		String name = id.find() ? id.group(1) : "";
		this.requests.add(name);
		String secret = this.secrets.get(name);
		switch (this.fault) {
			case DENIED -> refuse(exchange, "AccessDeniedException", "User: arn:aws:iam::123456789012:user/app is not "
					+ "authorized to perform: secretsmanager:GetSecretValue");
			case EXPIRED_TOKEN -> refuse(exchange, "ExpiredTokenException", "The security token is expired");
			case DECRYPTION -> refuse(exchange, "DecryptionFailure", "The key is disabled");
			case THROTTLED -> refuse(exchange, "ThrottlingException", "Rate exceeded");
			case MALFORMED -> respond(exchange, 200, JSON, "{\"SecretString\": " + secret);
			case HTML -> respond(exchange, 200, "text/html", "<html>Welcome to the proxy</html>");
			case UNAVAILABLE -> respond(exchange, 503, "text/html", "<html>Service Unavailable</html>");
			case SILENT -> awaitClose();
			case NONE -> answer(exchange, name, secret);
		}
	}

	private void answer(HttpExchange exchange, String name, String secret) throws IOException {
		if (!"secretsmanager.GetSecretValue".equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
			refuse(exchange, "InvalidRequestException", "Only GetSecretValue is known");
		}
		else if (secret == null) {
			refuse(exchange, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
		}
		else {
			String arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:" + name + "-AbCdEf";
			respond(exchange, 200, JSON, "{\"ARN\":" + quote(arn) + ",\"Name\":" + quote(name) + "," + secret
					+ ",\"VersionId\":\"1\",\"VersionStages\":[\"AWSCURRENT\"],\"CreatedDate\":1.7E9}");
		}
	}

	private static void refuse(HttpExchange exchange, String code, String message) throws IOException {
		respond(exchange, 400, JSON, "{\"__type\":" + quote(code) + ",\"Message\":" + quote(message) + "}");
	}

	private static void respond(HttpExchange exchange, int status, String type, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private void awaitClose() {
		try {
			this.closed.await(5, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String quote(String text) {
		StringBuilder json = new StringBuilder("\"");
		for (char c : text.toCharArray()) {
			json.append((c < ' ' || c == '"' || c == '\\') ? String.format("\\u%04x", (int) c) : c);
		}
		return json.append('"').toString();
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * What goes wrong.
	 */
	public enum Fault {

		/** Nothing. */
		NONE,

		/** The role may not read the secret. */
		DENIED,

		/** The credentials are no longer valid. */
		EXPIRED_TOKEN,

		/** The key of the secret cannot be used. */
		DECRYPTION,

		/** Too many requests. */
		THROTTLED,

		/** The answer is JSON that ends too early, and holds the secret. */
		MALFORMED,

		/** Something else than AWS answers, and says that all is well. */
		HTML,

		/** A proxy says that the service is away. */
		UNAVAILABLE,

		/** The server accepts the request and never answers. */
		SILENT

	}

}
