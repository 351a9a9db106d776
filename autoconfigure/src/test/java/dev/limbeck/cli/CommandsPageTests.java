package dev.limbeck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import dev.limbeck.schema.ColumnTypes;
import dev.limbeck.test.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hold {@code docs/commands.md} against the command line. With
 * {@code -Dlimbeck.commands.rewrite=true} what is generated in it is written anew.
 */
class CommandsPageTests {

	private static final Path PAGE = Path.of("../docs/commands.md");

	private static final Pattern BLOCK = Pattern.compile("<!-- (migrations[\\w ]*) -->\n(.*?)<!-- end -->",
			Pattern.DOTALL);

	private static final Pattern SHAPE = Pattern.compile("<!-- json of: (.*?) -->\n```json\n(.*?)\n```",
			Pattern.DOTALL);

	private static final Pattern EXAMPLE = Pattern.compile("(?m)^migrations (.*)$");

	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

	@Test
	void optionsAreThoseOfTheCommandLine() throws IOException {
		String page = Files.readString(PAGE);
		String expected = BLOCK.matcher(page)
			.replaceAll((block) -> Matcher.quoteReplacement(
					"<!-- %s -->\n%s<!-- end -->".formatted(block.group(1), describe(command(block.group(1))))));
		if (Boolean.getBoolean("limbeck.commands.rewrite")) {
			Files.writeString(PAGE, expected);
		}
		assertThat(page).isEqualTo(expected);
	}

	@Test
	void everyCommandIsOnThePage() throws IOException {
		List<String> described = BLOCK.matcher(Files.readString(PAGE))
			.results()
			.map((block) -> block.group(1))
			.toList();
		List<String> commands = new ArrayList<>(List.of("migrations"));
		commandLine().getSubcommands().forEach((name, command) -> {
			if (!command.getCommandSpec().usageMessage().hidden()) {
				commands.add("migrations " + name);
			}
		});
		assertThat(described).containsExactlyInAnyOrderElementsOf(commands);
	}

	@Test
	void examplesAreUnderstood() throws IOException {
		List<String> examples = EXAMPLE.matcher(Files.readString(PAGE))
			.results()
			.map((example) -> example.group(1).replaceAll(" > .*", ""))
			.toList();
		assertThat(examples).hasSizeGreaterThan(25);
		for (String example : examples) {
			CommandLine commandLine = commandLine();
			String[] arguments = words(example).stream().map(CommandTree::hideNegative).toArray(String[]::new);
			assertThat(commandLine.parseArgs(arguments).unmatched()).as(example).isEmpty();
		}
	}

	@Test
	void jsonHasTheShapesOfThePage(@TempDir Path path) throws IOException {
		CommandLineProject project = CommandLineProject.withLine(path)
			.on(PostgresServer.shared().createDatabase())
			.wanting((schema) -> schema.table("users", (users) -> users.column("id", ColumnTypes.bigint())));
		Matcher shape = SHAPE.matcher(Files.readString(PAGE));
		int shapes = 0;
		while (shape.find()) {
			String json = project.run(words(shape.group(1)).toArray(String[]::new)).out();
			assertThat(shapeOf(JsonMapper.shared().readTree(json))).as(shape.group(1))
				.isEqualTo(shapeOf(JsonMapper.shared().readTree(shape.group(2))));
			shapes++;
		}
		assertThat(shapes).isEqualTo(17);
	}

	// The texts differ, their places do not
	private static Object shapeOf(JsonNode node) {
		if (node.isObject()) {
			Map<String, Object> members = new TreeMap<>();
			node.properties().forEach((member) -> members.put(member.getKey(), shapeOf(member.getValue())));
			return members;
		}
		if (node.isArray()) {
			return StreamSupport.stream(node.spliterator(), false)
				.filter(JsonNode::isObject)
				.map(CommandsPageTests::shapeOf)
				.collect(Collectors.toSet());
		}
		return (node.isBoolean() || node.isNumber()) ? node.getNodeType() : "text or null";
	}

	private static List<String> words(String line) {
		return WORD.matcher(line)
			.results()
			.map((word) -> (word.group(1) != null) ? word.group(1) : word.group(2))
			.toList();
	}

	private static CommandLine commandLine() {
		PrintWriter nowhere = new PrintWriter(new StringWriter());
		CommandRun run = new CommandRun((options) -> {
			throw new IllegalStateException("Nothing is run");
		}, Output.plain(nowhere), Output.plain(nowhere), Input.NONE, Map.of());
		return CommandTree.all(run, new MigrationsCommand());
	}

	private static CommandLine command(String name) {
		CommandLine commandLine = commandLine();
		return name.contains(" ") ? commandLine.getSubcommands().get(name.split(" ")[1]) : commandLine;
	}

	private static String describe(CommandLine command) {
		CommandSpec spec = command.getCommandSpec();
		spec.usageMessage().width(110);
		boolean root = command.getParent() == null;
		Help help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
		StringBuilder text = new StringBuilder("\n");
		text.append(String.join(" ", spec.usageMessage().description())).append("\n\n");
		text.append("```text\nUsage: ").append(help.synopsis(7).stripTrailing()).append("\n```\n\n");
		StringBuilder rows = new StringBuilder();
		spec.positionalParameters().forEach((parameter) -> rows.append(row(label(parameter), parameter)));
		spec.options()
			.stream()
			.filter((option) -> !option.hidden() && (root || !option.inherited()))
			.sorted((first, second) -> Integer.compare(first.order(), second.order()))
			.forEach((option) -> rows.append(row(label(option), option)));
		if (!rows.isEmpty()) {
			text.append("| Argument or option | |\n| --- | --- |\n").append(rows).append('\n');
		}
		return text.toString();
	}

	private static String label(PositionalParamSpec parameter) {
		return "`" + parameter.paramLabel() + "`" + ((parameter.arity().max() > 1) ? "…" : "");
	}

	private static String label(OptionSpec option) {
		String value = (option.arity().max() > 0) ? " " + option.paramLabel() : "";
		return "`" + String.join("`, `", option.names()) + value + "`";
	}

	private static String row(String label, ArgSpec argument) {
		String description = String.join(" ", argument.description()).replace("|", "\\|").replace("*", "\\*");
		String defaultValue = (argument.defaultValue() != null) ? " Default: `" + argument.defaultValue() + "`." : "";
		return "| " + label + " | " + description + defaultValue + " |\n";
	}

}
