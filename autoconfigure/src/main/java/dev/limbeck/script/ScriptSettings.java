package dev.limbeck.script;

import java.util.List;

/**
 * Where revisions are.
 *
 * @param scriptLocation the migration environment, whose folder {@code versions} holds
 * the revisions unless there are version locations. A location starts with
 * {@code classpath:} (the first directory of that name on the class path),
 * {@code classpath*:} (all of them), {@code file:}, or nothing, which means
 * {@code classpath:}
 * @param versionLocations the directories that hold revisions, each with all its
 * sub-folders; may be empty
 * @since 0.1.0
 */
public record ScriptSettings(String scriptLocation, List<String> versionLocations) {

	/** The script location of an application that sets nothing. */
	public static final String DEFAULT_SCRIPT_LOCATION = "classpath:db/migrations";

	/**
	 * Create settings.
	 * @param scriptLocation the migration environment
	 * @param versionLocations the directories that hold revisions
	 */
	public ScriptSettings {
		versionLocations = List.copyOf(versionLocations);
	}

	/**
	 * Return the settings of an application that sets nothing.
	 * @return the defaults
	 */
	public static ScriptSettings defaults() {
		return new ScriptSettings(DEFAULT_SCRIPT_LOCATION, List.of());
	}

	/**
	 * Return the directories to look into.
	 * @return the version locations, or the folder {@code versions} of the script
	 * location
	 */
	List<String> effectiveVersionLocations() {
		if (!this.versionLocations.isEmpty()) {
			this.versionLocations.forEach(ResourcePath::requireLocal);
			return this.versionLocations;
		}
		ResourcePath.requireLocal(this.scriptLocation);
		String parent = this.scriptLocation;
		return List.of(parent.endsWith("/") ? parent + "versions" : parent + "/versions");
	}

	/**
	 * Return whether nobody asked for these locations, so that it is no mistake if they
	 * do not exist.
	 * @return whether all is as in {@link #defaults()}
	 */
	boolean isDefault() {
		return equals(defaults());
	}

}
