package dev.limbeck.connection;

import java.util.regex.Pattern;

/**
 * Takes credentials out of texts of others. Drivers and pools quote the URL that they
 * cannot use, and of a URL that is damaged nobody knows where its password ends: so
 * everything behind its scheme goes.
 *
 * @since 0.1.0
 */
public final class CredentialMask {

	private static final String MASK = "******";

	private static final Pattern URL = Pattern.compile("(?is)\\b(" + "(?:jdbc|r2dbcs?)"
			+ "(?::(?:postgresql|postgres|pgsql|p6spy|otel|aws-wrapper|tc|pool|proxy|h2|mysql|mariadb))*"
			+ "|(?:postgresql|postgres|pgsql)(?:\\+[a-z0-9_]+)?(?=:/)" + "):(?=\\S).*");

	/** A password that the parser of a number or of a host was given. */
	private static final Pattern NUMBER = Pattern.compile("(?is)(For input string: \").*");

	// These two begin only where a word begins: what the server quotes may be megabytes
	// without a space, which would be searched anew from each of its characters
	private static final Pattern USER = Pattern.compile("(?<!\\S)([^\\s:]*[/@\"'(])?[^\\s:/@\"'(]*:\\S*@");

	private static final Pattern PARAMETER = Pattern.compile(
			"(?i)(?<![a-z0-9_.-])([a-z0-9_.-]*(?:password|passwd|pwd|passphrase|secret|jdbcurl)[ \"']*[=:,][ \"']*)[^\\s\"'].*");

	private CredentialMask() {
	}

	/**
	 * Take the credentials out of a text.
	 * @param text a text that somebody else wrote
	 * @return the same text, if it holds none
	 */
	public static String apply(String text) {
		String masked = text;
		if (text.indexOf(':') >= 0 || text.indexOf('=') >= 0) {
			masked = URL.matcher(masked).replaceAll("$1:" + MASK);
			masked = NUMBER.matcher(masked).replaceAll("$1" + MASK + "\"");
			masked = USER.matcher(masked).replaceAll("$1" + MASK + "@");
			masked = PARAMETER.matcher(masked).replaceAll("$1" + MASK);
		}
		return masked;
	}

}
