package dev.limbeck.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;

/**
 * What the history says of revisions, read row by row: which of them were run, or
 * accounted for, and the checksums that they were recorded with.
 * <p>
 * What is applied without a row of its own came before the history, such as by another
 * tool, or by a stamp. It counts as run: the first row, and each stamp, vouches for all
 * that it implies.
 */
final class RecordedRevisions {

	/** The direction of a row by which somebody accepts a revision as it is. */
	static final String ACCEPT = "accept";

	private final RevisionGraph graph;

	private final Map<String, String> checksums = new HashMap<>();

	private final Set<String> known = new HashSet<>();

	private @Nullable String heads;

	RecordedRevisions(RevisionGraph graph) {
		this.graph = graph;
	}

	/**
	 * Add a row of the history.
	 * @param revision its revision
	 * @param checksum its checksum, or {@code null}
	 * @param direction what was done
	 * @param headsAfter the rows of the version table after it
	 */
	void add(String revision, @Nullable String checksum, String direction, String headsAfter) {
		if (Direction.STAMP.word().equals(direction)) {
			stamp(headsAfter);
		}
		else if (Direction.DOWNGRADE.word().equals(direction)) {
			this.known.remove(revision);
			this.checksums.remove(revision);
		}
		else {
			this.known.add(revision);
			put(revision, checksum);
		}
		if (this.heads == null) {
			this.known.addAll(appliedAt(headsAfter));
		}
		this.heads = headsAfter;
	}

	private void put(String revision, @Nullable String checksum) {
		if (checksum != null) {
			this.checksums.put(revision, checksum);
		}
		else {
			this.checksums.remove(revision);
		}
	}

	// What is applied by it and was not before is vouched for; of what was already, it
	// says nothing
	private void stamp(String headsAfter) {
		Set<String> gained = new HashSet<>(appliedAt(headsAfter));
		this.checksums.keySet().retainAll(gained);
		this.known.retainAll(gained);
		if (this.heads != null) {
			gained.removeAll(appliedAt(this.heads));
		}
		this.known.addAll(gained);
	}

	// A revision may have been taken out of the application since
	private Set<String> appliedAt(String heads) {
		return this.graph.appliedBy(Stream.of(heads.split(",")).filter(this.graph::contains).toList());
	}

	/**
	 * Return the checksum that a revision was recorded with. One that was taken back has
	 * none any more, and neither has one that a stamp put outside what is applied.
	 * @param revision the revision
	 * @return the checksum, or {@code null}
	 */
	@Nullable String checksum(String revision) {
		return this.checksums.get(revision);
	}

	/**
	 * Return the revisions that are said to be applied and were never run: they were put
	 * into the graph when the database had passed their place.
	 * @param applied what the rows of the version table stand for
	 * @return those that no row of the history accounts for, in the order given
	 */
	List<String> missing(Collection<String> applied) {
		List<String> missing = new ArrayList<>();
		if (this.heads != null) {
			applied.forEach((id) -> {
				if (!this.known.contains(id)) {
					missing.add(id);
				}
			});
		}
		return missing;
	}

}
