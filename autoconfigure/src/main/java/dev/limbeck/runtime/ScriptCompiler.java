package dev.limbeck.runtime;

import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.SqlSyntaxException;
import dev.limbeck.dialect.StatementKind;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.runtime.CompiledScript.CompiledBlock;
import dev.limbeck.script.JavaRevision;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.script.SqlBlock;
import dev.limbeck.script.SqlRevision;
import dev.limbeck.script.SqlSection;

import org.springframework.util.StringUtils;

/**
 * Split the SQL of a revision into statements and find what could not be run, before
 * anything runs.
 */
final class ScriptCompiler {

	private final Dialect dialect;

	private final Map<String, String> placeholders;

	private final ProgramCompiler programs;

	ScriptCompiler(Dialect dialect, Map<String, String> placeholders) {
		this(dialect, placeholders, ProgramCompiler.ONLINE);
	}

	ScriptCompiler(Dialect dialect, Map<String, String> placeholders, ProgramCompiler programs) {
		this.dialect = dialect;
		this.placeholders = placeholders;
		this.programs = programs;
	}

	/**
	 * Compile what a step runs.
	 * @param step the step
	 * @param revisions the revisions, of which none that is to be taken back is
	 * irreversible
	 * @return the step with its statements
	 */
	CompiledStep compile(MigrationStep step, RevisionScripts revisions) {
		return new CompiledStep(step, switch (step.direction()) {
			case UPGRADE -> compileUpgrade(revisions.get(step.historyId()));
			case DOWNGRADE -> compileDowngrade(revisions.get(step.historyId()));
			case STAMP -> null;
		});
	}

	CompiledScript compileUpgrade(RevisionScript script) {
		if (script instanceof JavaRevision java) {
			return this.programs.compile(java, Direction.UPGRADE);
		}
		SqlRevision sql = (SqlRevision) script;
		return compile(sql, sql.upgrade(), Direction.UPGRADE);
	}

	/**
	 * Compile what takes a revision back.
	 * @param script the script of a revision that is not irreversible
	 * @return its statements
	 */
	CompiledScript compileDowngrade(RevisionScript script) {
		if (script instanceof JavaRevision java) {
			return this.programs.compile(java, Direction.DOWNGRADE);
		}
		SqlRevision sql = (SqlRevision) script;
		SqlSection downgrade = sql.downgrade();
		if (downgrade == null) {
			throw new IllegalArgumentException("no downgrade in " + script.file());
		}
		return compile(sql, downgrade, Direction.DOWNGRADE);
	}

	private CompiledScript compile(SqlRevision script, SqlSection section, Direction direction) {
		List<CompiledBlock> blocks = section.blocks()
			.stream()
			.map((block) -> compile(block, source(script, block), direction))
			.filter((block) -> !block.statements().isEmpty())
			.toList();
		return CompiledScript.of(script, blocks);
	}

	private SourceText source(SqlRevision script, SqlBlock block) {
		return script.placeholders() ? SourceText.of(script.file(), block, this.placeholders, this.dialect)
				: SourceText.asItIs(script.file(), block);
	}

	private CompiledBlock compile(SqlBlock block, SourceText source, Direction direction) {
		List<CompiledStatement> statements = split(source).stream()
			.map((statement) -> new CompiledStatement(statement, this.dialect.kindOf(statement),
					this.dialect.changesSettings(statement), source))
			.toList();
		statements.forEach((statement) -> check(block, statement, direction));
		return new CompiledBlock(block.transactional(), statements);
	}

	private List<SqlStatement> split(SourceText source) {
		try {
			return this.dialect.splitter().split(source.sql());
		}
		catch (SqlSyntaxException ex) {
			throw new InvalidScriptException(source.positionOf(ex.getOffset()), ex.getProblem(),
					StringUtils.capitalize(ex.getAdvice()) + ".");
		}
	}

	private static void check(SqlBlock block, CompiledStatement statement, Direction direction) {
		if (statement.kind() == StatementKind.TRANSACTION_CONTROL) {
			throw new InvalidScriptException(statement.position(0),
					"a revision cannot start or end transactions itself, because its version would no longer be "
							+ "recorded together with its changes",
					"Remove the statement. What must run outside a transaction stands between "
							+ "'-- migrate:autocommit' and '-- migrate:end'.");
		}
		if (block.transactional() && statement.kind() == StatementKind.NON_TRANSACTIONAL) {
			throw new InvalidScriptException(statement.position(0),
					"PostgreSQL refuses this statement inside a transaction",
					"Put '-- migrate:autocommit' on the line before it and '-- migrate:end' on the line behind it, or "
							+ "write '-- migrate:" + direction.word() + " transaction=off' if the whole "
							+ direction.word() + " may run outside a transaction.");
		}
	}

	/**
	 * Makes of a Java revision what is to be run or printed.
	 */
	@FunctionalInterface
	interface ProgramCompiler {

		/**
		 * Makes an object of the revision and leaves it to the run to call it.
		 */
		ProgramCompiler ONLINE = (revision, direction) -> CompiledScript.of(revision, revision.script());

		CompiledScript compile(JavaRevision revision, Direction direction);

	}

}
