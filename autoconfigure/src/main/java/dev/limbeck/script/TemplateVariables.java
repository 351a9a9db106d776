package dev.limbeck.script;

import java.util.Map;

/**
 * Adds variables for the templates of revisions: what Alembic calls
 * {@code template_args}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TemplateVariables {

	/**
	 * Return variables for a template.
	 * @param revision the revision that is to be written
	 * @return values by name; lists and maps are for sections. A name that Limbeck gives
	 * a value itself is refused
	 */
	Map<String, Object> variablesFor(NewRevision revision);

}
