package dev.limbeck.runtime;

import java.util.Map;

import dev.limbeck.dialect.NamingConvention;

/**
 * How operations become SQL.
 *
 * @param naming patterns for the names of what has no name, by {@code ix}, {@code uq},
 * {@code ck}, {@code fk}, {@code pk} and {@code ex}; the usual ones for those that are
 * not given
 * @param offlineServerVersion the major version of the server that scripts are for
 * @since 0.1.0
 */
public record OperationSettings(Map<String, String> naming, int offlineServerVersion) {

	/** The version that scripts are for if nothing else is said. */
	public static final int DEFAULT_SERVER_VERSION = 18;

	/**
	 * Create settings.
	 * @param naming patterns for names
	 * @param offlineServerVersion the major version of the server that scripts are for
	 * @throws IllegalArgumentException if there is no such pattern
	 */
	public OperationSettings {
		naming = Map.copyOf(naming);
		if (!naming.isEmpty()) {
			NamingConvention.of(naming);
		}
	}

	/**
	 * Return the settings of an application that sets nothing.
	 * @return the defaults
	 */
	public static OperationSettings defaults() {
		return new OperationSettings(Map.of(), DEFAULT_SERVER_VERSION);
	}

	/**
	 * Return what names the constraints and indexes that have no name. Most starts have
	 * none, so it is made when it is asked for.
	 * @return the convention
	 */
	public NamingConvention namingConvention() {
		return NamingConvention.of(this.naming);
	}

}
