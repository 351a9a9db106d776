package dev.limbeck.compare;

/**
 * Decides which objects are compared. What is left out is neither added nor changed nor
 * removed.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ObjectFilter {

	/**
	 * Tell whether an object is compared.
	 * @param object the object
	 * @param presence where it is
	 * @return whether it is
	 */
	boolean includes(ComparedObject object, Presence presence);

}
