package dev.limbeck.command;

import java.util.List;

import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.script.SqlBlock;
import dev.limbeck.script.SqlRevision;
import dev.limbeck.script.SqlSection;

/**
 * Shows revisions with what they do.
 */
final class ShowCommand {

	private final Environment environment;

	ShowCommand(Environment environment) {
		this.environment = environment;
	}

	List<RevisionDetails> run(String target) {
		RevisionScripts scripts = this.environment.load();
		if (!RevisionGraph.needsCurrentHeads(target)) {
			return describe(scripts.graph().show(List.of(), target), scripts, RevisionEntries.of(scripts));
		}
		List<String> rows = this.environment.readRows();
		return describe(scripts.graph().show(rows, target), scripts, RevisionEntries.of(scripts, rows));
	}

	private static List<RevisionDetails> describe(List<Revision> revisions, RevisionScripts scripts,
			RevisionEntries entries) {
		return revisions.stream()
			.map((revision) -> describe(entries.describe(revision), scripts.get(revision.id())))
			.toList();
	}

	private static RevisionDetails describe(RevisionEntry entry, RevisionScript script) {
		if (!(script instanceof SqlRevision sql)) {
			return new RevisionDetails(entry, null, null, !script.hasDowngrade());
		}
		SqlSection downgrade = sql.downgrade();
		return new RevisionDetails(entry, text(sql.upgrade()), (downgrade != null) ? text(downgrade) : null,
				downgrade == null);
	}

	private static String text(SqlSection section) {
		StringBuilder text = new StringBuilder();
		for (SqlBlock block : section.blocks()) {
			String sql = block.sql().stripTrailing().replaceFirst("^(\\h*\n)+", "") + "\n";
			text.append(block.transactional() ? sql : "-- migrate:autocommit\n" + sql + "-- migrate:end\n");
		}
		return text.toString();
	}

}
