package dev.limbeck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A stream to print to, and what it can show.
 *
 * @param writer where the text goes
 * @param terminal whether a person watches: progress is shown as it comes
 * @param colour whether escape sequences for colours are understood and wanted
 * @param unicode whether line-drawing characters can be shown
 * @since 0.1.0
 */
public record Output(PrintWriter writer, boolean terminal, boolean colour, boolean unicode) {

	/**
	 * Create an output to a file or a pipe: no colours, no line-drawing characters.
	 * @param writer where the text goes
	 * @return the output
	 */
	public static Output plain(PrintWriter writer) {
		return new Output(writer, false, false, false);
	}

	/**
	 * Return the standard output of this process, also if {@link System#setOut} led its
	 * stream elsewhere.
	 * @param environment the environment variables of the process
	 * @return the output
	 */
	public static Output standardOutput(Map<String, String> environment) {
		return of(FileDescriptor.out, Terminal.ofDescriptor(1), environment);
	}

	/**
	 * Return the standard error stream of this process.
	 * @param environment the environment variables of the process
	 * @return the output
	 */
	public static Output standardError(Map<String, String> environment) {
		return of(FileDescriptor.err, Terminal.ofDescriptor(2), environment);
	}

	// A file or a pipe gets UTF-8 whatever the locale is: the next program reads JSON
	private static Output of(FileDescriptor descriptor, Terminal terminal, Map<String, String> environment) {
		Charset charset = (terminal.present()) ? terminal.charset() : StandardCharsets.UTF_8;
		PrintWriter writer = new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset));
		return new Output(writer, terminal.present(), terminal.showsColours(environment),
				terminal.present() && StandardCharsets.UTF_8.equals(charset));
	}

}
