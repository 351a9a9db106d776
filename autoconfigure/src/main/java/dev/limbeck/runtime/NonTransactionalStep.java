package dev.limbeck.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Run a SQL revision of which at least a part must not run in a transaction.
 */
final class NonTransactionalStep {

	private final ResumableStep work;

	NonTransactionalStep(ResumableStep work) {
		this.work = work;
	}

	void run(@Nullable UnfinishedStep unfinished, @Nullable String fingerprint) throws SQLException {
		JournalEntry entry = (unfinished != null) ? resume(unfinished) : this.work.start();
		try {
			int index = 0;
			for (CompiledBlock block : this.work.step().blocks()) {
				runRest(block, index);
				index += block.statements().size();
			}
		}
		catch (SQLException | RuntimeException ex) {
			this.work.recordFailure(entry, ex);
			throw ex;
		}
		this.work.finish(entry, fingerprint);
	}

	private JournalEntry resume(UnfinishedStep unfinished) throws SQLException {
		List<CompiledStatement> done = this.work.step()
			.blocks()
			.stream()
			.flatMap((block) -> block.statements().stream())
			.limit(unfinished.progress())
			.toList();
		unfinished.requireUnedited(this.work.step(), done.stream().map(CompiledStatement::sql).toList(),
				"Put the first " + unfinished.progress()
						+ " statements back as they were; the following ones may be edited.");
		JournalEntry entry = this.work.resume(unfinished);
		done.forEach(this.work::skip);
		return entry;
	}

	private void runRest(CompiledBlock block, int firstIndex) throws SQLException {
		int done = Math.max(0, Math.min(this.work.finished() - firstIndex, block.statements().size()));
		List<CompiledStatement> rest = block.statements().subList(done, block.statements().size());
		if (block.transactional()) {
			this.work.runTogether(rest);
			return;
		}
		for (CompiledStatement statement : rest) {
			this.work.runOutside(statement);
		}
	}

	/**
	 * Compute the checksum of statements that are finished, by which the next run knows
	 * that they were not edited.
	 * @param texts the statements
	 * @return the checksum
	 */
	static String checksum(List<String> texts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(String.join("\0", texts).getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
