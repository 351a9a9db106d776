package dev.limbeck.dialect;

import java.util.function.UnaryOperator;

/**
 * What a server said while a statement ran: a notice or a warning.
 *
 * @param severity how grave it is
 * @param text what it said
 * @since 0.1.0
 */
public record ServerMessage(Severity severity, String text) {

	/**
	 * Change the text of the server.
	 * @param change what is done with it
	 * @return the same message in other words
	 */
	public ServerMessage map(UnaryOperator<String> change) {
		return new ServerMessage(this.severity, change.apply(this.text));
	}

	/**
	 * How grave a message is.
	 */
	public enum Severity {

		/** Something may be wrong. */
		WARNING,

		/** Something that the client may want to know. */
		NOTICE,

		/** What only who looks for a fault wants to know. */
		DETAIL

	}

}
