package dev.limbeck.command;

import java.util.List;

import dev.limbeck.script.EnvironmentTemplate;

/**
 * Shows the templates of migration environments.
 */
final class ListTemplatesCommand {

	List<TemplateEntry> run() {
		return EnvironmentTemplate.all()
			.stream()
			.map((template) -> new TemplateEntry(template.name(), template.description()))
			.toList();
	}

}
