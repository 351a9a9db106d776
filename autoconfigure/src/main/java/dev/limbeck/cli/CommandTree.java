package dev.limbeck.cli;

import java.util.List;
import java.util.function.Function;

import picocli.CommandLine;
import picocli.CommandLine.Help;

/**
 * The commands and their options, as picocli knows them.
 */
final class CommandTree {

	static final String NAME = "migrations";

	private static final char NEGATIVE = '\ue000';

	private static final List<Function<CommandRun, Verb>> VERBS = List.of(InitVerb::new, ListTemplatesVerb::new,
			RevisionVerb::new, MergeVerb::new, EditVerb::new, UpgradeVerb::new, DowngradeVerb::new, StampVerb::new,
			EnsureVersionVerb::new, CurrentVerb::new, CheckVerb::new, HistoryVerb::new, HeadsVerb::new,
			BranchesVerb::new, ShowVerb::new, CompletionVerb::new);

	private CommandTree() {
	}

	/**
	 * Create the commands.
	 * @param run the run that they are part of
	 * @param root the options that they share
	 * @return the command line
	 */
	static CommandLine of(CommandRun run, Root root) {
		CommandLine line = new CommandLine(root);
		VERBS.forEach((verb) -> add(line, verb, run));
		line.registerConverter(String.class, CommandTree::restoreNegative);
		return line;
	}

	private static void add(CommandLine line, Function<CommandRun, Verb> verb, CommandRun run) {
		CommandLine command = create(verb, run);
		String name = command.getCommandName();
		line.addSubcommand(name, command);
		if (name.contains("_")) {
			CommandLine synonym = create(verb, run);
			synonym.getCommandSpec().usageMessage().hidden(true);
			line.addSubcommand(name.replace('_', '-'), synonym);
		}
	}

	private static CommandLine create(Function<CommandRun, Verb> verb, CommandRun run) {
		CommandLine command = new CommandLine(verb.apply(run));
		command.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
		return command;
	}

	static Help.ColorScheme colours(boolean wanted) {
		return Help.defaultColorScheme(wanted ? Help.Ansi.ON : Help.Ansi.OFF);
	}

	/**
	 * Mark targets such as {@code -1} and {@code -3:current}, which look like options.
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
