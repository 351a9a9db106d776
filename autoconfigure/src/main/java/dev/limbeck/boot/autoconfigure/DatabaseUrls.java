package dev.limbeck.boot.autoconfigure;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.connection.DatabaseUrlException;
import dev.limbeck.connection.SecretException;
import dev.limbeck.connection.SecretReader;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.BasicJsonParser;
import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;

/**
 * Finds the URL of a database in a property or in the secret that a property names.
 */
final class DatabaseUrls {

	private static final String VARIABLE = "\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)(:[^}]*)?}";

	private static final String BYTE_ORDER_MARK = "\ufeff";

	/** What decoders put in the place of bytes that are no character. */
	private static final char UNREADABLE = '\ufffd';

	private final Supplier<SecretReader> secrets;

	private final MigrationsEnvironment environment;

	DatabaseUrls(Supplier<SecretReader> secrets, MigrationsEnvironment environment) {
		this.secrets = secrets;
		this.environment = environment;
	}

	/**
	 * Find the URL that one of two properties gives.
	 * @param urlProperty the name of the property that holds a URL
	 * @param url its value, or {@code null} if it is not set
	 * @param secretProperty the name of the property that names a secret
	 * @param secretName its value, or {@code null} if it is not set
	 * @return the URL, or {@code null} if neither property is set
	 */
	@Nullable DatabaseUrl find(String urlProperty, @Nullable String url, String secretProperty, @Nullable String secretName) {
		if (url != null && secretName != null) {
			throw new ConnectionException(
					"The properties " + urlProperty + " and " + secretProperty
							+ " are both set, and it is not known which database is meant.",
					"Remove one of the two. A profile can set a property that the others do not set.");
		}
		if (url != null) {
			return ofProperty(urlProperty, url);
		}
		return (secretName != null) ? ofSecret(secretProperty, secretName) : null;
	}

	private DatabaseUrl ofProperty(String property, String value) {
		checkResolved(property, value);
		return read("the property " + property, value);
	}

	private DatabaseUrl ofSecret(String property, String name) {
		checkResolved(property, name);
		String secretName = this.environment.expand(name.strip());
		String text = this.secrets.get().read(secretName);
		requireText(secretName, text);
		return read("the secret '" + secretName + "'", text.strip());
	}

	private static void requireText(String name, String text) {
		if (text.startsWith(BYTE_ORDER_MARK)) {
			throw new SecretException(name, "begins with a byte order mark (BOM).",
					"Store it again as UTF-8 without BOM, as editors call it.");
		}
		// UTF-16 that is read as UTF-8 has them, too
		if (text.indexOf('\0') >= 0 || text.indexOf(UNREADABLE) >= 0) {
			throw new SecretException(name, "holds no text in UTF-8.",
					"Store the URL of the database, or the JSON that Amazon RDS writes, as text in UTF-8.");
		}
	}

	/**
	 * Check that a property has a value and that Spring has replaced its placeholders.
	 * @param property the name of the property
	 * @param value its value
	 */
	static void checkResolved(String property, String value) {
		if (value.isBlank()) {
			throw new ConnectionException("The property " + property + " is empty.",
					"Set it, or the environment variable that it refers to (for example DATABASE_URL).");
		}
		if (value.contains("${")) {
			requireNoVariable(property, value);
		}
	}

	private static void requireNoVariable(String property, String value) {
		Matcher variable = Pattern.compile(VARIABLE).matcher(value);
		if (variable.find()) {
			String name = variable.group(1);
			throw new ConnectionException(
					"The property " + property + " refers to ${" + name + "}, but " + name + " is not set.",
					"Set the environment variable " + name + ", or import a file that sets it: "
							+ "spring.config.import=optional:file:.env[.properties]");
		}
	}

	private static DatabaseUrl read(String source, String text) {
		try {
			return text.startsWith("{") ? DatabaseUrl.of(parseJson(source, text), text) : DatabaseUrl.parse(text);
		}
		catch (DatabaseUrlException ex) {
			throw ex.from(source);
		}
	}

	// What the parser throws quotes the text, and is dropped.
	private static Map<String, Object> parseJson(String source, String text) {
		JsonParser parser = JsonParserFactory.getJsonParser();
		if (parser instanceof BasicJsonParser && text.contains("\\")) {
			throw new ConnectionException(
					"The JSON object from " + source
							+ " holds escapes (\\), and no JSON library is there to read them.",
					"Add the dependency org.springframework.boot:spring-boot-starter-jackson.");
		}
		try {
			return parser.parseMap(text);
		}
		catch (JsonParseException ex) {
			throw new ConnectionException("What " + source + " holds starts like a JSON object but is not one.",
					"Store valid JSON, or the URL alone.");
		}
	}

}
