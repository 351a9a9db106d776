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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Parse one SQL revision file: a header of comments, then sections that start with marker
 * lines. Markers are found by line, before SQL is looked at, so a line that starts with
 * {@code -- migrate:} is a marker wherever it stands.
 */
final class RevisionFileParser {

	private static final Pattern MARKER = Pattern.compile("--\\s*migrate:\\s*([\\w-]*)(.*)");

	private static final String MARKERS = "The markers are '-- migrate:upgrade', '-- migrate:downgrade' (both may be "
			+ "followed by 'transaction=off'), '-- migrate:autocommit' and '-- migrate:end'.";

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
			String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
			return withoutMark.replace("\r\n", "\n");
		}
		catch (CharacterCodingException ex) {
			int line = 1;
			for (int i = 0; i < bytes.position(); i++) {
				line += (content[i] == '\n') ? 1 : 0;
			}
			throw new RevisionFileException(file, line, "the file is not valid UTF-8", "Save it in UTF-8.");
		}
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
					"Put the line '-- migrate:upgrade' before the SQL of the upgrade; it may be followed by nothing.");
		}
		return new SqlRevision(this.header.toRevision(), this.header.description(), this.header.createDate(),
				this.upgrade.toSqlSection(text), (this.downgrade != null) ? this.downgrade.toSqlSection(text) : null,
				this.upgrade.checksum(text));
	}

	private void take(String text, int start, int next, int line) {
		String content = text.substring(start, next).strip();
		if (content.startsWith("--")) {
			takeComment(content, start, next, line);
		}
		else if (this.current == null && !content.isEmpty()) {
			throw problem(line, "there is something else than comments before the first marker",
					RevisionHeader.EXAMPLE);
		}
	}

	private void takeComment(String content, int start, int next, int line) {
		Matcher marker = MARKER.matcher(content);
		if (marker.matches()) {
			takeMarker(marker.group(1), marker.group(2).strip(), start, next, line);
		}
		else if (this.current == null) {
			this.header.add(content.substring(2), line);
		}
	}

	private void takeMarker(String name, String option, int start, int next, int line) {
		boolean opensSection = name.equals("upgrade") || name.equals("downgrade");
		boolean transactional = !(opensSection && option.equals("transaction=off"));
		if (!option.isEmpty() && transactional) {
			throw problem(line, "the marker '" + name + "' does not know '" + option + "'", MARKERS);
		}
		switch (name) {
			case "upgrade" -> this.upgrade = open(this.upgrade, name, transactional, start, next, line);
			case "downgrade" -> this.downgrade = open(this.downgrade, name, transactional, start, next, line);
			case "autocommit" -> within(name, line).startAutocommit(start, next, line);
			case "end" -> within(name, line).endAutocommit(start, next, line);
			default -> throw problem(line, "unknown marker '-- migrate:" + name + "'", MARKERS);
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
			throw problem(line, "'-- migrate:" + name + "' stands outside of a section", MARKERS);
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
				throw problem(line, "the whole section runs without a transaction already",
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
						"Put '-- migrate:end' behind the statements that must run outside a transaction.");
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
