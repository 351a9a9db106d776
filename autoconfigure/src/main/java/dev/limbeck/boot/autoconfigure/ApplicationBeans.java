package dev.limbeck.boot.autoconfigure;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Tells of beans of an application that is not started.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ApplicationBeans {

	/**
	 * Find a bean that decides on the database.
	 * @param types the names of the types that such a bean has
	 * @param ownConnection whether the migrations have a connection of their own, so that
	 * the application's does not matter
	 * @return what the application does, or {@code null} if nothing is known of such a
	 * bean
	 */
	@Nullable String find(Set<String> types, boolean ownConnection);

}
