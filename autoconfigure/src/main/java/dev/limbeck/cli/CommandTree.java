package dev.limbeck.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Help;

/**
 * The commands and their options, as picocli knows them.
 */
final class CommandTree {

	static final String NAME = "migrations";

	private static final char NEGATIVE = '\ue000';

	private static final String HELP = "help";

	private static final List<String> VERBS = List.of("init", "list_templates", "revision", "generate", "merge", "edit",
			"upgrade", "downgrade", "stamp", "accept", "ensure_version", "current", "check", "history", "heads",
			"branches", "show", "completion", HELP);

	private CommandTree() {
	}

	/**
	 * Create what is needed to parse arguments: one command if it is named at the
	 * beginning. To describe all of them to picocli takes as long as a short command
	 * does.
	 * @param run the run that they are part of
	 * @param root the options that they share
	 * @param args the arguments
	 * @return the command line
	 */
	static CommandLine of(CommandRun run, MigrationsCommand root, String... args) {
		String first = (args.length > 0) ? args[0].replace('-', '_') : "";
		boolean one = VERBS.contains(first) && !first.equals(HELP);
		return of(run, root, (one) ? List.of(first) : VERBS);
	}

	/**
	 * Create all commands.
	 * @param run the run that they are part of
	 * @param root the options that they share
	 * @return the command line
	 */
	static CommandLine all(CommandRun run, MigrationsCommand root) {
		return of(run, root, VERBS);
	}

	/**
	 * Return the names of all commands.
	 * @return the names as the help shows them
	 */
	static List<String> names() {
		return VERBS;
	}

	private static CommandLine of(CommandRun run, MigrationsCommand root, List<String> verbs) {
		CommandLine line = new CommandLine(root);
		inWrittenOrder(line);
		for (String name : verbs) {
			line.addSubcommand(name, inWrittenOrder(new CommandLine(verb(name, run))));
			if (name.contains("_")) {
				CommandLine synonym = inWrittenOrder(new CommandLine(verb(name, run)));
				synonym.getCommandSpec().usageMessage().hidden(true);
				line.addSubcommand(name.replace('_', '-'), synonym);
			}
		}
		line.registerConverter(String.class, CommandTree::restoreNegative);
		line.registerConverter(Path.class, (path) -> Path.of(restoreNegative(path)));
		// A message may begin with @, and what it says is not the name of a file
		line.setExpandAtFiles(false);
		return line;
	}

	private static CommandLine inWrittenOrder(CommandLine line) {
		line.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
		return line;
	}

	// A method reference for each would be a class more at every start
	private static CliCommand verb(String name, CommandRun run) {
		return switch (name) {
			case "init" -> new InitCliCommand(run);
			case "list_templates" -> new ListTemplatesCliCommand(run);
			case "revision" -> new RevisionCliCommand(run);
			case "generate" -> new GenerateCliCommand(run);
			case "merge" -> new MergeCliCommand(run);
			case "edit" -> new EditCliCommand(run);
			case "upgrade" -> new UpgradeCliCommand(run);
			case "downgrade" -> new DowngradeCliCommand(run);
			case "stamp" -> new StampCliCommand(run);
			case "accept" -> new AcceptCliCommand(run);
			case "ensure_version" -> new EnsureVersionCliCommand(run);
			case "current" -> new CurrentCliCommand(run);
			case "check" -> new CheckCliCommand(run);
			case "history" -> new HistoryCliCommand(run);
			case "heads" -> new HeadsCliCommand(run);
			case "branches" -> new BranchesCliCommand(run);
			case "show" -> new ShowCliCommand(run);
			case "completion" -> new CompletionCliCommand(run);
			case HELP -> new HelpCliCommand(run);
			default -> throw new IllegalArgumentException(name);
		};
	}

	static Help.ColorScheme colours(boolean wanted) {
		return Help.defaultColorScheme(wanted ? Help.Ansi.ON : Help.Ansi.OFF);
	}

	/**
	 * Mark targets such as {@code -1} and {@code -3:current}, which look like options.
	 * Left to picocli, every unknown option would be an argument, and a misspelt one a
	 * target that does not exist.
	 * @param argument an argument
	 * @return what picocli takes for a value
	 */
	static String hideNegative(String argument) {
		boolean negative = argument.length() > 1 && argument.charAt(0) == '-' && Character.isDigit(argument.charAt(1));
		return (negative) ? NEGATIVE + argument.substring(1) : argument;
	}

	/**
	 * Take the marks away again.
	 * @param text a value, or a message that cites one
	 * @return what the user wrote
	 */
	static String restoreNegative(String text) {
		return text.replace(NEGATIVE, '-');
	}

}
