package dev.limbeck.compare;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The objects that have been renamed, besides those of which the target says so itself.
 *
 * @param all the pairs of names
 * @since 0.1.0
 */
public record Renames(Set<RenameCandidate> all) {

	/**
	 * Nothing has been renamed.
	 */
	public static final Renames NONE = new Renames(Set.of());

	/**
	 * Create renames.
	 * @param all the pairs of names
	 */
	public Renames {
		all = Collections.unmodifiableSet(new LinkedHashSet<>(all));
	}

	/**
	 * Return these renames and others, which count before them.
	 * @param candidates the others, of which somebody has said that they are renames
	 * @return all of them
	 */
	public Renames and(Collection<RenameCandidate> candidates) {
		Set<RenameCandidate> both = new LinkedHashSet<>(this.all);
		both.removeAll(candidates);
		both.addAll(candidates);
		return new Renames(both);
	}

	// What is said last counts
	@Nullable QualifiedName previous(ObjectType type, @Nullable QualifiedName table, QualifiedName name) {
		return this.all.stream()
			.filter((rename) -> rename.type() == type && rename.to().equals(name))
			.filter((rename) -> (table != null) ? table.equals(rename.table()) : rename.table() == null)
			.map(RenameCandidate::from)
			.reduce((earlier, later) -> later)
			.orElse(null);
	}

}
