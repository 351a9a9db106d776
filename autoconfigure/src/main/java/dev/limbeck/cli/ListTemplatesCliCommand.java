package dev.limbeck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.command.TemplateEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Lists the templates of {@code init}.
 */
@Command(name = "list_templates", description = "List the templates of init.")
final class ListTemplatesCliCommand extends CliCommand {

	@Mixin
	private final JsonOption json = new JsonOption();

	ListTemplatesCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		List<TemplateEntry> templates = run().migrations().listTemplates();
		if (this.json.isWanted()) {
			run().printJson(Map.of("templates", JsonShape.list(templates, ListTemplatesCliCommand::shape)));
			return ExitCode.DONE;
		}
		run().print("Available templates:");
		run().print("");
		templates.forEach((template) -> run().print(template.name() + " - " + template.description()));
		run().print("");
		run().print("Templates are used via the 'init' command, e.g.:");
		run().print("");
		run().print("  migrations init --template " + templates.get(0).name());
		return ExitCode.DONE;
	}

	private static Map<String, Object> shape(TemplateEntry template) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("name", template.name());
		shape.put("description", template.description());
		return shape;
	}

}
