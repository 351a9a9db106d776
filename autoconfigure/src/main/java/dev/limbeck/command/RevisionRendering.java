package dev.limbeck.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.limbeck.compare.DirectedOperation;
import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.script.RevisionFormat;
import dev.limbeck.script.render.SourceStatements;
import dev.limbeck.script.render.SqlStatements;

/**
 * Writes directives as the statements of a revision. What loses data becomes a comment,
 * and so does what would take it back, unless it is allowed.
 */
final class RevisionRendering {

	private static final List<String> UPGRADE_NOTE = List.of(
			"What follows loses data, or something that data needs, so it is a comment.",
			"If it is meant, uncomment it here and in the downgrade. --allow-drop writes it uncommented.");

	private static final List<String> DOWNGRADE_NOTE = List
		.of("What follows takes back what is a comment in the upgrade: uncomment both or none.");

	private final RevisionFormat format;

	private final DdlWriter writer;

	private final boolean allowDrop;

	RevisionRendering(RevisionFormat format, DdlWriter writer, boolean allowDrop) {
		this.format = format;
		this.writer = writer;
		this.allowDrop = allowDrop;
	}

	RenderedRevision render(RevisionDirectives directives) {
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
		Language sql = new Sql(this.writer);
		return new RenderedRevision(statements(directives.upgrade(), sql, UPGRADE_NOTE),
				statements(directives.downgrade(), sql, DOWNGRADE_NOTE), List.of());
	}

	private RenderedRevision renderSource(RevisionDirectives directives, SourceStatements renderer) {
		Language source = new Source(renderer);
		List<String> upgrades = statements(directives.upgrade(), source, UPGRADE_NOTE);
		List<String> downgrades = statements(directives.downgrade(), source, DOWNGRADE_NOTE);
		List<String> imports = new ArrayList<>(renderer.imports());
		renderer.staticImports().forEach((method) -> imports.add("static " + method));
		return new RenderedRevision(upgrades, downgrades, imports);
	}

	private List<String> statements(List<DirectedOperation> operations, Language language, List<String> note) {
		List<String> result = new ArrayList<>();
		List<Operation> together = new ArrayList<>();
		boolean commented = false;
		for (DirectedOperation operation : operations) {
			boolean comment = operation.destructive() && !this.allowDrop;
			if (comment != commented) {
				flush(together, commented, language, note, result);
			}
			commented = comment;
			together.add(operation.operation());
		}
		flush(together, commented, language, note, result);
		return result;
	}

	private static void flush(List<Operation> operations, boolean commented, Language language, List<String> note,
			List<String> result) {
		if (operations.isEmpty()) {
			return;
		}
		if (commented) {
			List<String> lines = new ArrayList<>(note);
			language.inComment(operations).forEach((statement) -> statement.lines().forEach(lines::add));
			result.add(lines.stream()
				.map((line) -> (language.comment() + " " + line).stripTrailing())
				.collect(Collectors.joining("\n")));
		}
		else {
			result.addAll(language.statements(operations));
		}
		operations.clear();
	}

	/**
	 * A language of revisions.
	 */
	private interface Language {

		String comment();

		List<String> statements(List<Operation> operations);

		List<String> inComment(List<Operation> operations);

	}

	/**
	 * SQL.
	 *
	 * @param writer writes operations
	 */
	private record Sql(DdlWriter writer) implements Language {

		@Override
		public String comment() {
			return "--";
		}

		@Override
		public List<String> statements(List<Operation> operations) {
			return new SqlStatements((operation) -> this.writer.write(operation)
				.stream()
				.map((statement) -> new SqlStatements.Statement(statement.sql(), statement.transactional()))
				.toList()).render(operations);
		}

		// Markers in a comment would be taken for misspelt ones
		@Override
		public List<String> inComment(List<Operation> operations) {
			return operations.stream()
				.flatMap((operation) -> this.writer.write(operation).stream())
				.map((statement) -> statement.sql() + ";")
				.toList();
		}

	}

	/**
	 * A language of classes.
	 *
	 * @param renderer writes operations, and collects the imports of all of them
	 */
	private record Source(SourceStatements renderer) implements Language {

		@Override
		public String comment() {
			return "//";
		}

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
