package dev.limbeck.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads what the source of a Java revision says of itself, so that it has its place in
 * the graph before it is compiled. Of expressions only literals are understood.
 */
final class RevisionSource {

	private static final Set<String> TYPES = Set.of("class", "record", "enum");

	private final String file;

	private final JavaTokens tokens;

	private RevisionSource(String file, String text) {
		this.file = file;
		this.tokens = new JavaTokens(text);
	}

	/**
	 * Read a source.
	 * @param file what messages call it
	 * @param content its bytes
	 * @return the revision, which cannot be run; {@code null} if there is none
	 * @throws dev.limbeck.revision.MigrationException if the annotation is not understood
	 */
	static @Nullable JavaRevision read(String file, byte[] content) {
		return new RevisionSource(file, new String(content, StandardCharsets.UTF_8)).read();
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
		while (!this.tokens.isAtEnd() && !TYPES.contains(this.tokens.peek())) {
			this.tokens.take();
		}
		this.tokens.take();
		String className = (packageName.isEmpty() ? "" : packageName + ".") + this.tokens.take();
		return new JavaRevision(RevisionDeclaration.of(className, attributes), this.file, this::refuseClass,
				this::refuseScript);
	}

	private String takeName() {
		StringBuilder name = new StringBuilder(this.tokens.take());
		while (this.tokens.accept(".")) {
			name.append('.').append(this.tokens.take());
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
		if (!this.tokens.accept("{")) {
			return List.of(takeValue(name));
		}
		List<String> values = new ArrayList<>();
		while (!this.tokens.accept("}")) {
			values.add(takeValue(name));
			require(this.tokens.accept(",") || this.tokens.isAt("}"), name);
		}
		return values;
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
					"the attribute '" + attribute + "' of @Revision is more than a literal, which can only be "
							+ "understood when it is compiled",
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
