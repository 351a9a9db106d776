package dev.limbeck.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import org.jspecify.annotations.Nullable;

/**
 * A template in Mustache. Nothing is escaped, and a variable that is not there is an
 * error.
 */
final class ScriptTemplate {

	private static final String MARK = "\uFEFF";

	private final String source;

	private final String text;

	private final String lineEnd;

	private final RevisionFormat format;

	private ScriptTemplate(String source, String text, RevisionFormat format) {
		this.source = source;
		this.format = format;
		int end = text.indexOf('\n');
		this.lineEnd = (end > 0 && text.charAt(end - 1) == '\r') ? "\r\n" : "\n";
		this.text = (text.startsWith(MARK) ? text.substring(1) : text).replace("\r\n", "\n");
	}

	/**
	 * Read the template of the library.
	 * @param format the language of the revision
	 * @return the template
	 */
	static ScriptTemplate builtIn(RevisionFormat format) {
		return new ScriptTemplate("the built-in template", builtInText(format.templateName()), format);
	}

	/**
	 * Read a template of the library.
	 * @param name the name of the resource
	 * @return its text
	 */
	static String builtInText(String name) {
		try (InputStream content = ScriptTemplate.class.getResourceAsStream(name)) {
			if (content == null) {
				throw new IllegalStateException("no resource " + name);
			}
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Read a template of the user.
	 * @param file its file
	 * @param format the language of the revision
	 * @return the template
	 * @throws RevisionWritingException if it cannot be read
	 */
	static ScriptTemplate read(Path file, RevisionFormat format) {
		try {
			return new ScriptTemplate("the template " + file, Files.readString(file), format);
		}
		catch (CharacterCodingException ex) {
			throw new RevisionWritingException("The template " + file + " is not valid UTF-8", "Save it in UTF-8.", ex);
		}
		catch (IOException ex) {
			throw new RevisionWritingException("The template " + file + " cannot be read: " + ex,
					"Make sure that this process may read it.", ex);
		}
	}

	/**
	 * Return whether it is that of revisions that are compiled.
	 * @return whether it gives sources
	 */
	boolean isSource() {
		return this.format.language() != null;
	}

	/**
	 * Render the template.
	 * @param variables the values by name
	 * @return the text, with the line ends of the template
	 * @throws RevisionWritingException if the template is not valid
	 */
	String render(Map<String, Object> variables) {
		try {
			String rendered = Mustache.compiler()
				.escapeHTML(false)
				.emptyStringIsFalse(true)
				.strictSections(true)
				.compile(this.text)
				.execute(variables);
			return (this.lineEnd.equals("\n")) ? rendered : rendered.replace("\n", this.lineEnd);
		}
		catch (MustacheException.Context ex) {
			throw problem(ex.lineNo, "it uses the variable '" + ex.key + "', which has no value",
					"The variables are those of docs/writing-revisions.md and those that a TemplateVariables adds.",
					ex);
		}
		catch (MustacheException ex) {
			throw problem(null, String.valueOf(ex.getMessage()).replaceFirst(" @ line (\\d+)$", ", line $1"),
					"Correct the template.", ex);
		}
		catch (UnsupportedOperationException ex) {
			throw problem(null, "it includes another template", "Put the text itself into the template.", ex);
		}
		catch (RuntimeException ex) {
			throw problem(null, "it is not valid Mustache: " + ex.getMessage(), "Correct the template.", ex);
		}
	}

	private RevisionWritingException problem(@Nullable Integer line, String problem, String action, Throwable cause) {
		return new RevisionWritingException(
				"In " + this.source + ((line != null) ? ", line " + line : "") + ": " + problem, action, cause);
	}

	@Override
	public String toString() {
		return this.source;
	}

}
