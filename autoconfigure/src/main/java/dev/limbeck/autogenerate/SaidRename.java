package dev.limbeck.autogenerate;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import dev.limbeck.compare.Comparison;
import dev.limbeck.compare.Difference;
import dev.limbeck.compare.DifferenceKind;
import dev.limbeck.compare.RenameCandidate;
import dev.limbeck.failure.InvalidRequestException;

/**
 * What a word may mean. A dot may be a character of a name, and a name that of objects of
 * several kinds.
 *
 * @param word the word, as it was given
 * @param meanings what it may mean
 */
record SaidRename(String word, List<Meaning> meanings) {

	/**
	 * Return what can have happened.
	 * @param all what all words may mean
	 * @return the renames
	 * @throws InvalidRequestException if there is none
	 */
	List<RenameCandidate> possible(Collection<RenameCandidate> all) {
		List<RenameCandidate> possible = this.meanings.stream()
			.filter((meaning) -> meaning.isPossible(all))
			.map(Meaning::rename)
			.toList();
		if (possible.isEmpty()) {
			throw refusal(this.meanings.get(0), all);
		}
		return possible;
	}

	private InvalidRequestException refusal(Meaning meaning, Collection<RenameCandidate> all) {
		RenameCandidate rename = meaning.rename();
		if (meaning.place().isTaken(rename, all)) {
			return new InvalidRequestException(problem(rename) + ": the database has '" + rename.to() + "', too",
					"Say with another --rename what '" + rename.to()
							+ "' has become, or drop it in a revision before.");
		}
		return new InvalidRequestException(problem(rename) + ": the model has '" + rename.from() + "', too",
				"Say with another --rename what has become '" + rename.from()
						+ "', or let the model have it in a further revision.");
	}

	private String problem(RenameCandidate rename) {
		String of = (rename.table() != null) ? " of " + rename.table() : "";
		return "The %s '%s'%s cannot have become '%s', as --rename '%s' says".formatted(rename.type().words(),
				rename.from(), of, rename.to(), this.word);
	}

	/**
	 * Make sure that something has been renamed.
	 * @param comparison what was found
	 * @throws InvalidRequestException if nothing has
	 */
	void verify(Comparison comparison) {
		if (this.meanings.stream().noneMatch((meaning) -> isFound(meaning.rename(), comparison))) {
			throw new InvalidRequestException(problem(this.meanings.get(0).rename()),
					"What is left out of the comparison is not renamed, and nothing has two names. See to the other "
							+ "--rename, and to what is excluded or ignored.");
		}
	}

	private static boolean isFound(RenameCandidate rename, Comparison comparison) {
		return comparison.differences().stream().anyMatch((difference) -> isFound(rename, difference));
	}

	private static boolean isFound(RenameCandidate rename, Difference difference) {
		return difference.kind() == DifferenceKind.RENAMED && difference.object().type() == rename.type()
				&& Objects.equals(difference.object().table(), rename.table())
				&& difference.object().name().equals(rename.from())
				&& rename.to().toString().equals(difference.sides().target());
	}

	/**
	 * One of the things that a word may mean.
	 *
	 * @param place where the names are
	 * @param rename the rename
	 */
	record Meaning(NamePlace place, RenameCandidate rename) {

		private boolean isPossible(Collection<RenameCandidate> all) {
			return !this.place.isTaken(this.rename, all) && !this.place.isKept(this.rename, all);
		}

	}

}
