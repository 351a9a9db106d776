package dev.limbeck.dialect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A pattern of a naming convention.
 */
final class NamePattern {

	private static final int MAXIMUM_BYTES = 63;

	private static final Pattern TOKEN = Pattern.compile("%(?:%|\\((\\w+)\\)s|)");

	private static final Pattern COLUMN = Pattern.compile("(referred_)?column_(\\d{1,3}|0N|0_N)_(name|label|key)");

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{8}");

	private final String kind;

	private final String pattern;

	NamePattern(String kind, String pattern) {
		this.kind = kind;
		this.pattern = pattern;
		TOKEN.matcher(pattern).results().forEach((match) -> check(match.group(), match.group(1)));
	}

	private void check(String written, @Nullable String token) {
		boolean known = written.equals("%%") || "table_name".equals(token)
				|| ("constraint_name".equals(token) && this.kind.equals("ck"))
				|| ("referred_table_name".equals(token) && this.kind.equals("fk"));
		if (!known && token != null && !this.kind.equals("ck")) {
			Matcher column = COLUMN.matcher(token);
			known = column.matches() && (column.group(1) == null || this.kind.equals("fk"));
		}
		if (!known) {
			throw new IllegalArgumentException("The naming convention '%s' for %s has '%s', which is not known there"
				.formatted(this.pattern, this.kind, written));
		}
	}

	String name(NameParts parts) {
		String name = TOKEN.matcher(this.pattern)
			.replaceAll((match) -> Matcher.quoteReplacement(value(match.group(1), parts)));
		return fit(name);
	}

	private String value(@Nullable String token, NameParts parts) {
		if (token == null) {
			return "%";
		}
		return switch (token) {
			case "table_name" -> parts.table();
			case "referred_table_name" -> Objects.requireNonNull(parts.referredTable());
			case "constraint_name" -> Objects.requireNonNull(parts.constraintName());
			default -> columns(token, parts);
		};
	}

	private String columns(String token, NameParts parts) {
		Matcher matcher = COLUMN.matcher(token);
		if (!matcher.matches()) {
			throw new IllegalStateException(token);
		}
		boolean referred = matcher.group(1) != null;
		boolean label = matcher.group(3).equals("label");
		String table = referred ? Objects.requireNonNull(parts.referredTable()) : parts.table();
		List<String> columns = (referred ? parts.referredColumns() : parts.columns()).stream()
			.map((column) -> label ? table + "_" + column : column)
			.toList();
		return switch (matcher.group(2)) {
			case "0N" -> String.join("", columns);
			case "0_N" -> String.join("_", columns);
			default -> column(columns, Integer.parseInt(matcher.group(2)));
		};
	}

	private String column(List<String> columns, int index) {
		if (index >= columns.size()) {
			throw new UnwritableOperationException(
					"The naming convention '%s' for %s wants column %s of %s, which are too few."
						.formatted(this.pattern, this.kind, index, columns),
					"Give it a name, or use column_0_N_name in the convention.");
		}
		return columns.get(index);
	}

	private static String fit(String name) {
		if (bytes(name) <= MAXIMUM_BYTES) {
			return name;
		}
		String hash = "_" + hash(name);
		StringBuilder cut = new StringBuilder();
		int length = hash.length();
		for (int codePoint : name.codePoints().toArray()) {
			length += bytes(Character.toString(codePoint));
			if (length > MAXIMUM_BYTES) {
				break;
			}
			cut.appendCodePoint(codePoint);
		}
		return cut + hash;
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	static boolean isHash(String text) {
		return HASH.matcher(text).matches();
	}

	static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 4);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
