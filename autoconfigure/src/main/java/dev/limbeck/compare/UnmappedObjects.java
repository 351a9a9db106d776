package dev.limbeck.compare;

import java.util.EnumSet;
import java.util.Set;

import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.schema.Extent;

/**
 * What becomes of what a database has and the mapping of a table cannot say. It is kept,
 * except the kinds that are to be dropped. Of a table that is only outlined it is always
 * kept, since there is no way to map it.
 *
 * @param dropped the kinds that are differences nevertheless
 * @param naming names what the mapping has not named, by which a check that has come of
 * it is known
 * @since 0.1.0
 */
public record UnmappedObjects(Set<UnmappedKind> dropped, NamingConvention naming) {

	/**
	 * Everything is kept.
	 */
	public static final UnmappedObjects KEPT = new UnmappedObjects(Set.of(), NamingConvention.standard());

	/**
	 * Say what becomes of it.
	 * @param dropped the kinds that are differences nevertheless
	 * @param naming names what the mapping has not named
	 */
	public UnmappedObjects {
		dropped = Set.copyOf(dropped);
	}

	/**
	 * Return the same for other kinds.
	 * @param kinds the kinds that are differences
	 * @return the same for them
	 */
	public UnmappedObjects drop(Set<UnmappedKind> kinds) {
		return new UnmappedObjects(kinds, this.naming);
	}

	/**
	 * Return the same for everything, as if a mapping could say it all.
	 * @return the same for all kinds
	 */
	public UnmappedObjects dropAll() {
		return drop(EnumSet.allOf(UnmappedKind.class));
	}

	/**
	 * Return the same under another naming convention.
	 * @param convention the convention
	 * @return the same under it
	 */
	public UnmappedObjects naming(NamingConvention convention) {
		return new UnmappedObjects(this.dropped, convention);
	}

	boolean keeps(UnmappedKind kind, Extent extent) {
		return switch (extent) {
			case EVERYTHING -> false;
			case ENTITY -> !this.dropped.contains(kind);
			case OUTLINE -> true;
		};
	}

}
