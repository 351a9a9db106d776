package dev.limbeck.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.limbeck.compare.Consent;
import dev.limbeck.compare.DirectedOperation;
import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.runtime.PlaceholderText;
import dev.limbeck.script.RevisionComment;
import dev.limbeck.script.RevisionFormat;
import dev.limbeck.script.SqlRevision;
import dev.limbeck.script.render.SourceStatements;
import dev.limbeck.script.render.SqlStatements;

/**
 * Writes directives as the statements of a revision. What needs a consent is a comment
 * until there is one, and so is what would take it back.
 *
 * @since 0.1.0
 */
public final class RevisionRendering {

	private static final List<String> UPGRADE_NOTE = List.of(
			"What follows loses or changes data, or something that data needs, so it is a comment.",
			"If it is meant, uncomment it here and in the downgrade. --allow-drop writes it uncommented.");

	private static final List<String> DECISION_NOTE = List.of(
			"What follows changes what values mean, so it is a comment, with --allow-drop, too.",
			"Decide what USING has to say, and uncomment it here and in the downgrade.");

	private static final List<String> DEPENDENTS_NOTE = List.of(
			"Something that stays depends on what follows, so it is a comment, with --allow-drop, too.",
			"Do what is said above each statement before it, and uncomment it here and in the downgrade.");

	private static final List<String> VALUE_NOTE = List.of(
			"Rows that have no value there need one, or what follows fails on them. If there may be any, write the value",
			"in the place of the comment within, and uncomment:");

	private static final List<String> DOWNGRADE_NOTE = List
		.of("What follows takes back what is a comment in the upgrade: uncomment both or none.");

	private static final List<String> LOSSY_DOWNGRADE_NOTE = List.of(
			"What follows changes values, so it is a comment. The upgrade, which runs, can be repeated without it.",
			"If it is meant, uncomment it. --allow-drop writes it uncommented.");

	private static final List<String> DEPENDENTS_DOWNGRADE_NOTE = List.of(
			"Something that stays depends on what follows, so it is a comment, with --allow-drop, too.",
			"The upgrade, which runs, can be repeated without it. To have it, do what is said above each statement.");

	private static final List<String> DECISION_DOWNGRADE_NOTE = List.of(
			"What follows changes what values mean, so it is a comment, with --allow-drop, too.",
			"The upgrade, which runs, can be repeated without it. To have it, decide what USING has to say.");

	private final RevisionFormat format;

	private final Dialect dialect;

	private final DdlWriter writer;

	private final boolean allowDrop;

	/**
	 * Create a rendering.
	 * @param format the language of the revision
	 * @param dialect how the database says it
	 * @param writer writes operations as SQL
	 * @param allowDrop whether what loses or changes data is no comment
	 */
	public RevisionRendering(RevisionFormat format, Dialect dialect, DdlWriter writer, boolean allowDrop) {
		this.format = format;
		this.dialect = dialect;
		this.writer = writer;
		this.allowDrop = allowDrop;
	}

	/**
	 * Write directives as statements.
	 * @param directives what the revision does
	 * @return the statements
	 * @throws ComparisonException if one cannot be written
	 */
	public RenderedRevision render(RevisionDirectives directives) {
		try {
			return switch (this.format) {
				case SQL -> renderSql(directives);
				case JAVA -> renderSource(directives, SourceStatements.inJava());
				case KOTLIN -> renderSource(directives, SourceStatements.inKotlin());
			};
		}
		catch (UnwritableOperationException ex) {
			throw ComparisonException.unwritable(ex);
		}
		catch (UnsupportedOperationException ex) {
			throw ComparisonException.noSource(ex);
		}
	}

	private RenderedRevision renderSql(RevisionDirectives directives) {
		Language sql = new Sql(this.dialect, this.writer);
		return new RenderedRevision(statements(directives.upgrade(), sql, this::upgradeNote),
				statements(directives.downgrade(), sql, this::downgradeNote), List.of());
	}

	private RenderedRevision renderSource(RevisionDirectives directives, SourceStatements renderer) {
		Language source = new Source(renderer, RevisionComment.in(this.format));
		List<String> upgrades = statements(directives.upgrade(), source, this::upgradeNote);
		List<String> downgrades = statements(directives.downgrade(), source, this::downgradeNote);
		List<String> imports = new ArrayList<>(renderer.imports());
		renderer.staticImports().forEach((method) -> imports.add("static " + method));
		return new RenderedRevision(upgrades, downgrades, imports);
	}

	private List<String> upgradeNote(DirectedOperation operation) {
		if (isGiven(operation.consent())) {
			return List.of();
		}
		return switch (operation.consent()) {
			case VALUE -> VALUE_NOTE;
			case DECISION -> DECISION_NOTE;
			case DEPENDENTS -> DEPENDENTS_NOTE;
			default -> UPGRADE_NOTE;
		};
	}

	private List<String> downgradeNote(DirectedOperation operation) {
		if (isGiven(operation.consent())) {
			return List.of();
		}
		if (operation.consent() == Consent.VALUE) {
			return VALUE_NOTE;
		}
		if (!isGiven(operation.counterpart())) {
			return DOWNGRADE_NOTE;
		}
		return switch (operation.consent()) {
			case DECISION -> DECISION_DOWNGRADE_NOTE;
			case DEPENDENTS -> DEPENDENTS_DOWNGRADE_NOTE;
			default -> LOSSY_DOWNGRADE_NOTE;
		};
	}

	private boolean isGiven(Consent consent) {
		return consent.isGiven(this.allowDrop);
	}

	private static List<String> statements(List<DirectedOperation> operations, Language language,
			Function<DirectedOperation, List<String>> notes) {
		List<String> result = new ArrayList<>();
		Passage passage = new Passage(language, List.of());
		for (DirectedOperation operation : operations) {
			List<String> note = notes.apply(operation);
			if (!note.equals(passage.note())) {
				result.addAll(passage.statements());
				passage = new Passage(language, note);
			}
			passage.add(operation);
		}
		result.addAll(passage.statements());
		return result;
	}

	/**
	 * A language of revisions.
	 */
	interface Language {

		RevisionComment comment();

		List<String> statements(List<Operation> operations);

		List<String> inComment(List<Operation> operations);

	}

	/**
	 * SQL. What the names and strings in it say is not read as something else.
	 *
	 * @param dialect spells statements
	 * @param writer writes operations
	 */
	private record Sql(Dialect dialect, DdlWriter writer) implements Language {

		@Override
		public RevisionComment comment() {
			return RevisionComment.SQL;
		}

		@Override
		public List<String> statements(List<Operation> operations) {
			return new SqlStatements((operation) -> this.writer.write(operation)
				.stream()
				.map((statement) -> new SqlStatements.Statement(spell(statement.sql()), statement.transactional()))
				.toList()).render(operations);
		}

		// Markers in a comment would be taken for misspelt ones
		@Override
		public List<String> inComment(List<Operation> operations) {
			return operations.stream()
				.flatMap((operation) -> this.writer.write(operation).stream())
				.map((statement) -> spell(statement.sql()) + ";")
				.toList();
		}

		private String spell(String sql) {
			return PlaceholderText.escape(this.dialect.forFile(sql, Sql::isMisread), this.dialect);
		}

		private static boolean isMisread(String text, int offset) {
			return SqlRevision.isMarker(text, offset) || PlaceholderText.isUnescapable(text, offset);
		}

	}

	/**
	 * A language of classes.
	 *
	 * @param renderer writes operations, and collects the imports of all of them
	 * @param comment how comments are written
	 */
	private record Source(SourceStatements renderer, RevisionComment comment) implements Language {

		@Override
		public List<String> statements(List<Operation> operations) {
			return this.renderer.render(operations);
		}

		@Override
		public List<String> inComment(List<Operation> operations) {
			return this.renderer.render(operations);
		}

	}

}
