package dev.limbeck.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.limbeck.operation.Operation;
import dev.limbeck.revision.RevisionDraft;
import dev.limbeck.script.render.SourceStatements;
import dev.limbeck.script.render.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * A revision to be written.
 *
 * @param draft its place in the graph
 * @param message its message; further lines become the description
 * @param upgrades the upgrade, statement by statement; none for the user to write
 * @param downgrades the downgrade; {@code null} makes the revision irreversible
 * @param createDate when it was made
 * @param format the language
 * @param imports the imports that the statements need in Java, with {@code static} before
 * those of methods
 * @since 0.1.0
 */
public record NewRevision(RevisionDraft draft, String message, List<String> upgrades, @Nullable List<String> downgrades,
		Instant createDate, RevisionFormat format, List<String> imports) {

	/** The message of a revision that was given none, Alembic's. */
	public static final String DEFAULT_MESSAGE = "empty message";

	private static final Pattern SECTION = Pattern.compile("(?im)^\\s*--\\s*migrate:\\s*(upgrade|downgrade)\\b");

	/**
	 * Create a new revision.
	 * @param draft the place in the graph
	 * @param message the message
	 * @param upgrades the upgrade
	 * @param downgrades the downgrade
	 * @param createDate when it was made
	 * @param format the language
	 * @param imports the imports in Java
	 */
	public NewRevision {
		upgrades = List.copyOf(upgrades);
		downgrades = (downgrades != null) ? List.copyOf(downgrades) : null;
		imports = List.copyOf(imports);
		if (format == RevisionFormat.SQL) {
			upgrades.forEach(NewRevision::refuseSection);
			if (downgrades != null) {
				downgrades.forEach(NewRevision::refuseSection);
			}
		}
	}

	/**
	 * Create a new revision in SQL.
	 * @param draft the place in the graph
	 * @param message the message
	 * @param upgrades the SQL of the upgrade
	 * @param downgrades the SQL of the downgrade
	 * @param createDate when it was made
	 */
	public NewRevision(RevisionDraft draft, String message, List<String> upgrades, @Nullable List<String> downgrades,
			Instant createDate) {
		this(draft, message, upgrades, downgrades, createDate, RevisionFormat.SQL, List.of());
	}

	private static void refuseSection(String statement) {
		if (SECTION.matcher(statement).find()) {
			throw new RevisionWritingException(
					"The SQL has a line that starts like the marker of a section: " + statement.strip(),
					"Break the line differently: a line that starts with '-- migrate:' is always a marker.");
		}
	}

	/**
	 * Create a revision in SQL whose sections are for the user to write.
	 * @param draft the place in the graph
	 * @param message the message
	 * @param createDate when it was made
	 * @return the revision
	 */
	public static NewRevision empty(RevisionDraft draft, String message, Instant createDate) {
		return empty(draft, message, createDate, RevisionFormat.SQL);
	}

	/**
	 * Create a revision whose upgrade and downgrade are for the user to write.
	 * @param draft the place in the graph
	 * @param message the message
	 * @param createDate when it was made
	 * @param format the language
	 * @return the revision
	 */
	public static NewRevision empty(RevisionDraft draft, String message, Instant createDate, RevisionFormat format) {
		return new NewRevision(draft, message, List.of(), List.of(), createDate, format, List.of());
	}

	/**
	 * Create a revision in Java that does something.
	 * @param draft the place in the graph
	 * @param message the message
	 * @param upgrades what the upgrade does
	 * @param downgrades what the downgrade does; {@code null} makes the revision
	 * irreversible
	 * @param createDate when it was made
	 * @return the revision
	 * @throws UnsupportedOperationException if there is no source for an operation
	 */
	public static NewRevision java(RevisionDraft draft, String message, List<? extends Operation> upgrades,
			@Nullable List<? extends Operation> downgrades, Instant createDate) {
		SourceStatements renderer = SourceStatements.inJava();
		List<String> upgrade = renderer.render(upgrades);
		List<String> downgrade = (downgrades != null) ? renderer.render(downgrades) : null;
		List<String> imports = new ArrayList<>(renderer.imports());
		renderer.staticImports().forEach((method) -> imports.add("static " + method));
		return new NewRevision(draft, message, upgrade, downgrade, createDate, RevisionFormat.JAVA, imports);
	}

	/**
	 * Create a revision in SQL that does something.
	 * @param draft the place in the graph
	 * @param message the message
	 * @param upgrades what the upgrade does
	 * @param downgrades what the downgrade does; {@code null} makes the revision
	 * irreversible
	 * @param createDate when it was made
	 * @param renderer writes the operations
	 * @return the revision
	 */
	public static NewRevision sql(RevisionDraft draft, String message, List<? extends Operation> upgrades,
			@Nullable List<? extends Operation> downgrades, Instant createDate, SqlStatements renderer) {
		return new NewRevision(draft, message, renderer.render(upgrades),
				(downgrades != null) ? renderer.render(downgrades) : null, createDate);
	}

}
