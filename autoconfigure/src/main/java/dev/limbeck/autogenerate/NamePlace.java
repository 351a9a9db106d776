package dev.limbeck.autogenerate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import dev.limbeck.compare.ObjectType;
import dev.limbeck.compare.RenameCandidate;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Where names of one kind are, as they are and as they are wanted.
 *
 * @param type what has the names
 * @param of what it is part of, {@code null} if it is part of nothing
 * @param database the names that are there
 * @param target the names that are wanted
 */
record NamePlace(ObjectType type, @Nullable QualifiedName of, List<QualifiedName> database,
		List<QualifiedName> target) {

	static NamePlace ofParts(ObjectType type, QualifiedName of, List<String> database, List<String> target) {
		return new NamePlace(type, of, names(database), names(target));
	}

	// A blank value has no name that a question could show
	private static List<QualifiedName> names(List<String> names) {
		return names.stream().filter((name) -> !name.isBlank()).map(QualifiedName::of).toList();
	}

	boolean isOfWhole() {
		return this.of == null;
	}

	boolean isOfPart(String word) {
		return this.of != null && word.startsWith(start());
	}

	// What a word begins with
	String start() {
		return (this.of != null) ? this.of + "." : "";
	}

	List<RenameCandidate> candidates(Predicate<RenameCandidate> isMeant) {
		List<RenameCandidate> candidates = new ArrayList<>();
		for (QualifiedName from : this.database) {
			for (QualifiedName to : this.target) {
				RenameCandidate candidate = new RenameCandidate(this.type, this.of, from, to);
				if (!from.equals(to) && isMeant.test(candidate)) {
					candidates.add(candidate);
				}
			}
		}
		return candidates;
	}

	/**
	 * Tell whether a new name is given to something that is there, and not given on.
	 * @param rename the rename
	 * @param all all renames
	 * @return whether it is not free
	 */
	boolean isTaken(RenameCandidate rename, Collection<RenameCandidate> all) {
		return this.database.contains(rename.to())
				&& all.stream().noneMatch((other) -> isHere(other) && other.from().equals(rename.to()));
	}

	/**
	 * Tell whether an old name is wanted, and nothing else gets it.
	 * @param rename the rename
	 * @param all all renames
	 * @return whether it stays with what has it
	 */
	boolean isKept(RenameCandidate rename, Collection<RenameCandidate> all) {
		return this.target.contains(rename.from())
				&& all.stream().noneMatch((other) -> isHere(other) && other.to().equals(rename.from()));
	}

	private boolean isHere(RenameCandidate rename) {
		return rename.type() == this.type && Objects.equals(rename.table(), this.of);
	}

}
