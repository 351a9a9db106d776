package dev.limbeck.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads what the source of a revision in Java or Kotlin says of itself, so that it has
 * its place in the graph before it is compiled. Of expressions only literals are
 * understood.
 */
final class RevisionSource {

	private final SourceLanguage language;

	private final String file;

	private final SourceTokens tokens;

	private RevisionSource(SourceLanguage language, String file, String text) {
		this.language = language;
		this.file = file;
		this.tokens = new SourceTokens(language, text);
	}

	/**
	 * Read a source.
	 * @param language its language
	 * @param file what messages call it
	 * @param content its bytes
	 * @return the revision, which cannot be run; {@code null} if there is none
	 * @throws dev.limbeck.failure.MigrationException if the annotation is not understood
	 */
	static @Nullable JavaRevision read(SourceLanguage language, String file, byte[] content) {
		return new RevisionSource(language, file, new String(content, StandardCharsets.UTF_8)).read();
	}

	private @Nullable JavaRevision read() {
		String packageName = "";
		while (!this.tokens.isAtEnd()) {
			if (this.tokens.accept("package")) {
				packageName = takeName();
			}
			else if (this.tokens.accept("@")) {
				String annotation = takeName();
				if (annotation.equals("Revision") || annotation.equals(Revision.class.getName())) {
					return read(packageName);
				}
			}
			else {
				this.tokens.take();
			}
		}
		return null;
	}

	private JavaRevision read(String packageName) {
		Map<String, List<String>> attributes = takeAttributes();
		while (!this.tokens.isAtEnd() && !this.language.isTypeWord(this.tokens.peek())) {
			this.tokens.take();
		}
		this.tokens.take();
		String className = (packageName.isEmpty() ? "" : packageName + ".") + this.tokens.takeName();
		return new JavaRevision(RevisionDeclaration.of(className, attributes), this.file, this::refuseClass,
				this::refuseScript);
	}

	private String takeName() {
		StringBuilder name = new StringBuilder(this.tokens.takeName());
		while (this.tokens.accept(".")) {
			name.append('.').append(this.tokens.takeName());
		}
		return name.toString();
	}

	private Map<String, List<String>> takeAttributes() {
		Map<String, List<String>> attributes = new HashMap<>();
		if (!this.tokens.accept("(")) {
			return attributes;
		}
		while (!this.tokens.accept(")")) {
			String name = this.tokens.take();
			require(this.tokens.accept("="), name);
			attributes.put(name, takeValues(name));
			require(this.tokens.accept(",") || this.tokens.isAt(")"), name);
		}
		return attributes;
	}

	private List<String> takeValues(String name) {
		String end = takeStartOfList(name);
		if (end == null) {
			return List.of(takeValue(name));
		}
		List<String> values = new ArrayList<>();
		while (!this.tokens.accept(end)) {
			values.add(takeValue(name));
			require(this.tokens.accept(",") || this.tokens.isAt(end), name);
		}
		return values;
	}

	private @Nullable String takeStartOfList(String name) {
		if (this.tokens.accept("arrayOf")) {
			require(this.tokens.accept("("), name);
			return ")";
		}
		if (this.tokens.accept("[")) {
			return "]";
		}
		return this.tokens.accept("{") ? "}" : null;
	}

	private String takeValue(String name) {
		if (this.tokens.accept("true")) {
			return "true";
		}
		if (this.tokens.accept("false")) {
			return "false";
		}
		StringBuilder value = new StringBuilder();
		do {
			String part = this.tokens.takeString();
			require(part != null, name);
			value.append(part);
		}
		while (this.tokens.accept("+"));
		return value.toString();
	}

	private void require(boolean condition, String attribute) {
		if (!condition) {
			throw new RevisionFileException(this.file, this.tokens.line(),
					"the attribute '" + attribute
							+ "' of @Revision is not a literal, so only the compiled class can tell its value",
					"Write the value itself: ids, labels and messages as strings, no constants.");
		}
	}

	private Class<?> refuseClass() {
		throw new RevisionFileException("The source " + this.file + " is not compiled", "Compile it.");
	}

	private MigrationScript refuseScript() {
		throw new RevisionFileException("The source " + this.file + " is not compiled", "Compile it.");
	}

}
