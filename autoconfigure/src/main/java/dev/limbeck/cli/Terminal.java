package dev.limbeck.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a stream of this process leads to.
 *
 * @param present whether it is a terminal
 * @param charset the characters of the terminal
 */
record Terminal(boolean present, Charset charset) {

	private static final Pattern DEVICE = Pattern.compile("/dev/(pts/\\d+|tty.*|console)");

	static Terminal ofDescriptor(int number) {
		return new Terminal(isTerminal(Path.of("/proc/self/fd/" + number)), terminalCharset());
	}

	@SuppressWarnings("SystemConsoleNull")
	// Only Linux tells of a single stream; System.console() speaks of input and output
	private static boolean isTerminal(Path link) {
		try {
			if (Files.isSymbolicLink(link)) {
				return DEVICE.matcher(Files.readSymbolicLink(link).toString()).matches();
			}
		}
		catch (IOException ex) {
			return false;
		}
		Console console = System.console();
		return console != null && isTerminal(console);
	}

	// Since Java 22 there is a console without a terminal, and a method that tells
	private static boolean isTerminal(Console console) {
		try {
			return (boolean) Console.class.getMethod("isTerminal").invoke(console);
		}
		catch (ReflectiveOperationException ex) {
			return true;
		}
	}

	private static Charset terminalCharset() {
		String encoding = System.getProperty("native.encoding", "UTF-8");
		encoding = System.getProperty("sun.stdout.encoding", encoding);
		return Charset.forName(System.getProperty("stdout.encoding", encoding));
	}

	boolean showsColours(Map<String, String> environment) {
		return this.present && environment.getOrDefault("NO_COLOR", "").isEmpty()
				&& !"dumb".equals(environment.get("TERM"))
				&& (environment.containsKey("TERM") || environment.containsKey("WT_SESSION"));
	}

}
