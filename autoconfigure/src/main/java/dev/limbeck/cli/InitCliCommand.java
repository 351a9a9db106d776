package dev.limbeck.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.limbeck.command.InitRequest;
import dev.limbeck.command.InitResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Lays out a migration environment.
 */
@Command(name = "init", description = "Lay out a migration environment in the source tree.")
final class InitCliCommand extends CliCommand {

	@Parameters(paramLabel = "DIRECTORY", arity = "0..1",
			description = "Where, instead of the script location in the source tree.")
	private @Nullable String directory;

	@Option(names = { "-t", "--template" }, paramLabel = "TEMPLATE", order = 10,
			defaultValue = InitRequest.DEFAULT_TEMPLATE, description = "One of list_templates.")
	private String template = InitRequest.DEFAULT_TEMPLATE;

	@Option(names = "--package", paramLabel = "PACKAGE", order = 11, description = "The package of Java revisions.")
	private @Nullable String packageName;

	@Mixin
	private final JsonOption json = new JsonOption();

	InitCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		InitResult result = run().migrations().init(new InitRequest(this.directory, this.template, this.packageName));
		if (this.json.isWanted()) {
			run().printJson(shape(result));
		}
		else {
			print(result);
		}
		return ExitCode.DONE;
	}

	private void print(InitResult result) {
		result.created().forEach((path) -> run().print("Created " + path));
		result.changed().forEach((path) -> run().print("Added to " + path));
		result.skipped().forEach((path) -> run().print("Left as it is " + path));
		if (!result.properties().isBlank()) {
			run().print("Add to application.properties:");
			result.properties().lines().forEach((line) -> run().print("    " + line));
		}
	}

	private static Map<String, Object> shape(InitResult result) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("directory", result.directory().toString());
		shape.put("created", JsonShape.paths(result.created()));
		shape.put("changed", JsonShape.paths(result.changed()));
		shape.put("skipped", JsonShape.paths(result.skipped()));
		shape.put("properties", result.properties());
		return shape;
	}

}
