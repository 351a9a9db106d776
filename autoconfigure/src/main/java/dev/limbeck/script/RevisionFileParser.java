package dev.limbeck.script;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Parse one SQL revision file: a header of comments, then sections that start with marker
 * lines. Markers are found by line, before SQL is looked at, so a line that starts with
 * {@code -- migrate:} is a marker wherever it stands. A carriage return ends a line, too,
 * as it ends a comment for the server.
 */
final class RevisionFileParser {

	private static final Pattern MARKER = Pattern.compile("--\\s*migrate:\\s*([\\w-]*)(.*)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	// What was meant as a marker and would be a comment: the SQL behind it would run as
	// part of the section before it
	private static final Pattern ALMOST_MARKER = Pattern.compile(
			"\\W{0,9}--\\W{0,9}migrat(e|ions?)\\W{1,9}(up|down|upgrade|downgrade|autocommit|end)\\W*(transaction.*)?",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final int LONGEST_ALMOST_MARKER = 100;

	private static final String MARKERS = "The markers are '-- migrate:upgrade', '-- migrate:downgrade' (both may be "
			+ "followed by 'transaction=off'), '-- migrate:autocommit' and '-- migrate:end'.";

	private static final Set<String> NAMES = Set.of("upgrade", "downgrade", "autocommit", "end");

	private static final String MARK = "\uFEFF";

	private final String file;

	private final RevisionHeader header;

	private @Nullable Section upgrade;

	private @Nullable Section downgrade;

	private @Nullable Section current;

	private RevisionFileParser(String file) {
		this.file = file;
		this.header = new RevisionHeader(file);
	}

	/**
	 * Parse a file.
	 * @param file the name of the file, for messages
	 * @param content its bytes: UTF-8, with or without a byte order mark, any line ends
	 * @return the revision
	 * @throws RevisionFileException if the file is not a valid revision
	 */
	static SqlRevision parse(String file, byte[] content) {
		return new RevisionFileParser(file).parse(decode(file, content));
	}

	private static String decode(String file, byte[] content) {
		ByteBuffer bytes = ByteBuffer.wrap(content);
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(bytes)
				.toString();
			String withoutMark = text.startsWith(MARK) ? text.substring(1) : text;
			refuseNul(file, withoutMark);
			return (withoutMark.indexOf('\r') >= 0) ? withoutMark.replace("\r\n", "\n").replace('\r', '\n')
					: withoutMark;
		}
		catch (CharacterCodingException ex) {
			String before = new String(content, 0, bytes.position(), StandardCharsets.ISO_8859_1);
			throw new RevisionFileException(file, lineAt(before), "the file is not valid UTF-8", "Save it in UTF-8.");
		}
	}

	private static void refuseNul(String file, String text) {
		int nul = text.indexOf('\0');
		if (nul >= 0) {
			throw new RevisionFileException(file, lineAt(text.substring(0, nul)),
					"there is a NUL character, which PostgreSQL does not support",
					"Remove it, or save the file in UTF-8 if it is in UTF-16.");
		}
	}

	private static int lineAt(String before) {
		return 1 + (int) before.replace("\r\n", "\n").chars().filter((c) -> c == '\n' || c == '\r').count();
	}

	private SqlRevision parse(String text) {
		int line = 1;
		int start = 0;
		while (start < text.length()) {
			int end = text.indexOf('\n', start);
			int next = (end < 0) ? text.length() : end + 1;
			take(text, start, next, line++);
			start = next;
		}
		if (this.current != null) {
			this.current.close(text.length());
		}
		if (this.upgrade == null) {
			this.header.toRevision();
			throw problem(Math.max(1, line - 1), "there is no '-- migrate:upgrade' marker",
					"Put the line '-- migrate:upgrade' before the SQL of the upgrade; the " + "section may be empty.");
		}
		return new SqlRevision(this.header.toRevision(), this.header.description(), this.header.createDate(),
				this.upgrade.toSqlSection(text), (this.downgrade != null) ? this.downgrade.toSqlSection(text) : null,
				this.header.placeholders(), this.header.timeouts(), this.upgrade.checksum(text));
	}

	private void take(String text, int start, int next, int line) {
		String content = text.substring(start, next).strip();
		if (content.isEmpty()) {
			return;
		}
		if (content.charAt(0) == '-' || content.charAt(0) > '~') {
			refuseAlmostMarker(content, line);
		}
		if (content.startsWith("--")) {
			takeComment(content, start, next, line);
		}
		else if (this.current == null) {
			refuseBeforeMarker(content, line);
		}
	}

	private void refuseAlmostMarker(String content, int line) {
		if (content.startsWith(MARK)) {
			throw problem(line, "there is a byte order mark (U+FEFF) inside the file",
					"Remove the invisible character at the start of the line; joining files leaves it there.");
		}
		if (!isEscaped(content) && isAlmostMarker(content) && !MARKER.matcher(content).matches()) {
			throw problem(line, "this looks like a marker, but is not one", MARKERS);
		}
	}

	private static boolean isAlmostMarker(String content) {
		return content.length() <= LONGEST_ALMOST_MARKER && ALMOST_MARKER.matcher(content).matches();
	}

	/**
	 * Return whether a comment would not be one in a section.
	 * @param comment a line that begins with two dashes
	 * @return whether it would be a marker, or be refused as a misspelt one
	 */
	static boolean isMarker(String comment) {
		return MARKER.matcher(comment).matches() || isAlmostMarker(comment);
	}

	private boolean isEscaped(String content) {
		return this.current == null && content.startsWith("--")
				&& content.substring(2).strip().startsWith(RevisionHeader.ESCAPE);
	}

	private void refuseBeforeMarker(String content, int line) {
		if (content.startsWith("/*")) {
			throw problem(line, "there is a block comment before the first marker",
					"Start each of its lines with '--' instead, or move it after '-- migrate:upgrade'.");
		}
		throw problem(line, "there is something other than comments before the first marker",
				"Put the line '-- migrate:upgrade' before the SQL of the upgrade. " + RevisionHeader.EXAMPLE);
	}

	private void takeComment(String content, int start, int next, int line) {
		Matcher marker = MARKER.matcher(content);
		if (marker.matches()) {
			String name = marker.group(1).toLowerCase(Locale.ROOT);
			if (!NAMES.contains(name)) {
				throw problem(line, "unknown marker '-- migrate:" + name + "'", MARKERS);
			}
			takeMarker(name, marker.group(2).strip(), start, next, line);
		}
		else if (this.current == null) {
			this.header.add(content.substring(2), line);
		}
	}

	private void takeMarker(String name, String option, int start, int next, int line) {
		boolean opensSection = name.equals("upgrade") || name.equals("downgrade");
		boolean transactional = !(opensSection && option.equals("transaction=off"));
		if (!option.isEmpty() && transactional) {
			throw problem(line, "the marker '" + name + "' does not take '" + option + "'", MARKERS);
		}
		switch (name) {
			case "upgrade" -> this.upgrade = open(this.upgrade, name, transactional, start, next, line);
			case "downgrade" -> this.downgrade = open(this.downgrade, name, transactional, start, next, line);
			case "autocommit" -> within(name, line).startAutocommit(start, next, line);
			default -> within(name, line).endAutocommit(start, next, line);
		}
	}

	private Section open(@Nullable Section existing, String name, boolean transactional, int start, int next,
			int line) {
		if (existing != null) {
			throw problem(line, "there is a second '-- migrate:" + name + "' marker", "Join the two sections.");
		}
		if (this.current != null) {
			this.current.close(start);
		}
		this.current = new Section(transactional, next, line + 1);
		return this.current;
	}

	private Section within(String name, int line) {
		if (this.current == null) {
			throw problem(line, "'-- migrate:" + name + "' is outside a section", MARKERS);
		}
		return this.current;
	}

	private RevisionFileException problem(int line, String problem, String action) {
		return new RevisionFileException(this.file, line, problem, action);
	}

	/**
	 * A section while it is read: where it starts and ends, and where the way its
	 * statements are run changes.
	 */
	private final class Section {

		private final boolean transactional;

		private final int start;

		private final List<Stretch> stretches = new ArrayList<>();

		private boolean autocommit;

		private int autocommitLine;

		private int stretchStart;

		private int stretchLine;

		private int end = -1;

		Section(boolean transactional, int start, int line) {
			this.transactional = transactional;
			this.start = start;
			this.stretchStart = start;
			this.stretchLine = line;
		}

		void startAutocommit(int markerStart, int next, int line) {
			if (!this.transactional) {
				throw problem(line, "the whole section already runs without a transaction",
						"Remove the line, or remove 'transaction=off' from the marker of the section.");
			}
			if (this.autocommit) {
				throw problem(line, "'-- migrate:autocommit' of line " + this.autocommitLine + " has not ended yet",
						"Put '-- migrate:end' before this line.");
			}
			this.autocommitLine = line;
			switchTo(true, markerStart, next, line);
		}

		void endAutocommit(int markerStart, int next, int line) {
			if (!this.autocommit) {
				throw problem(line, "'-- migrate:end' has no '-- migrate:autocommit' before it", "Remove the line.");
			}
			switchTo(false, markerStart, next, line);
		}

		private void switchTo(boolean autocommit, int markerStart, int next, int line) {
			endStretch(markerStart);
			this.autocommit = autocommit;
			this.stretchStart = next;
			this.stretchLine = line + 1;
		}

		private void endStretch(int end) {
			this.stretches
				.add(new Stretch(this.transactional && !this.autocommit, this.stretchStart, end, this.stretchLine));
		}

		void close(int end) {
			if (this.autocommit) {
				throw problem(this.autocommitLine, "'-- migrate:autocommit' has no '-- migrate:end' in its section",
						"Put '-- migrate:end' after the statements that must run outside a transaction.");
			}
			endStretch(end);
			this.end = end;
		}

		SqlSection toSqlSection(String text) {
			return new SqlSection(this.stretches.stream()
				.map((stretch) -> stretch.toBlock(text))
				.filter((block) -> !block.sql().isBlank())
				.toList());
		}

		String checksum(String text) {
			try {
				byte[] digest = MessageDigest.getInstance("SHA-256")
					.digest(text.substring(this.start, this.end).strip().getBytes(StandardCharsets.UTF_8));
				return HexFormat.of().formatHex(digest);
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	private record Stretch(boolean transactional, int start, int end, int line) {

		SqlBlock toBlock(String text) {
			return new SqlBlock(this.transactional, text.substring(this.start, this.end), this.line);
		}

	}

}
