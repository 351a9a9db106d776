package dev.limbeck.autogenerate;

import java.util.List;

/**
 * What a revision does, as it is written into its file.
 *
 * @param upgrades the upgrade, statement by statement
 * @param downgrades the downgrade, statement by statement
 * @param imports the imports that the statements need in Java, with {@code static} before
 * those of methods
 * @since 0.1.0
 */
public record RenderedRevision(List<String> upgrades, List<String> downgrades, List<String> imports) {

	/**
	 * Create it.
	 * @param upgrades the upgrade
	 * @param downgrades the downgrade
	 * @param imports the imports
	 */
	public RenderedRevision {
		upgrades = List.copyOf(upgrades);
		downgrades = List.copyOf(downgrades);
		imports = List.copyOf(imports);
	}

}
