package dev.limbeck.boot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The arguments after the word {@code migrations}, without those that are Spring's.
 * <p>
 * Spring's are all before the word; after it {@code --debug}, {@code --trace} and options
 * whose name holds a dot, such as {@code --spring.profiles.active=prod}, each with its
 * value after {@code =} or without one. Everything else is the command's, and everything
 * after a lone {@code --}.
 *
 * @param command the arguments of the command
 * @param debug whether Spring Boot is asked to tell more
 */
record CommandArguments(List<String> command, boolean debug) {

	private static final Pattern DEBUG = Pattern.compile("--(debug|trace)(=.*)?", Pattern.DOTALL);

	private static final Pattern PROPERTY = Pattern.compile("--[\\w-]+(\\[[^]]*])*(\\.[^=\\s]+)+(=.*)?",
			Pattern.DOTALL);

	static CommandArguments of(String... args) {
		List<String> command = new ArrayList<>();
		boolean debug = false;
		boolean word = false;
		boolean options = true;
		for (String arg : args) {
			boolean springs = options && isSprings(arg);
			debug |= options && DEBUG.matcher(arg).matches() && !arg.endsWith("=false");
			if (word && !springs) {
				command.add(arg);
			}
			word |= arg.equals(MigrationsRunListener.COMMAND_WORD);
			options &= !arg.equals("--");
		}
		return new CommandArguments(List.copyOf(command), debug);
	}

	private static boolean isSprings(String arg) {
		return DEBUG.matcher(arg).matches() || PROPERTY.matcher(arg).matches();
	}

}
