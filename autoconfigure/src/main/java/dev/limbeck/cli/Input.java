package dev.limbeck.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.Reader;

import org.jspecify.annotations.Nullable;

/**
 * Where answers to questions come from.
 *
 * @param reader what somebody types, or {@code null} if nobody can be asked
 * @since 0.1.0
 */
public record Input(@Nullable BufferedReader reader) {

	/** Nobody can be asked. */
	public static final Input NONE = new Input(null);

	/**
	 * Create an input of somebody who answers.
	 * @param reader what is typed
	 * @return the input
	 */
	public static Input of(Reader reader) {
		return new Input(new BufferedReader(reader));
	}

	/**
	 * Return the standard input of this process, if it is a terminal.
	 * @return the input
	 */
	public static Input standardInput() {
		Terminal terminal = Terminal.ofDescriptor(0);
		return terminal.present()
				? of(new InputStreamReader(new FileInputStream(FileDescriptor.in), terminal.charset())) : NONE;
	}

}
