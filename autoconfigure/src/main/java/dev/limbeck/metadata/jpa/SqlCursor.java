package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.limbeck.metadata.jpa.SqlToken.Kind;
import dev.limbeck.schema.QualifiedName;

/**
 * Reads SQL clause by clause. What it cannot read is an {@link IllegalArgumentException},
 * for which the caller knows the place.
 */
final class SqlCursor {

	private final String text;

	private final List<SqlToken> tokens;

	private int index;

	SqlCursor(String text) {
		this.text = text;
		this.tokens = SqlTokens.of(text);
	}

	boolean hasNext() {
		return this.index < this.tokens.size();
	}

	SqlToken next() {
		if (!hasNext()) {
			throw new IllegalArgumentException("it ends too early");
		}
		return this.tokens.get(this.index++);
	}

	/**
	 * Read words, if they are there.
	 * @param words the words, separated by spaces
	 * @return whether they were there
	 */
	boolean accept(String words) {
		String[] all = words.split(" ", -1);
		for (int i = 0; i < all.length; i++) {
			if (this.index + i >= this.tokens.size() || !this.tokens.get(this.index + i).isWord(all[i])) {
				return false;
			}
		}
		this.index += all.length;
		return true;
	}

	void expect(String words) {
		if (!accept(words)) {
			throw unreadable();
		}
	}

	boolean isAt(Kind kind) {
		return hasNext() && this.tokens.get(this.index).kind() == kind;
	}

	/**
	 * Tell whether one of some words comes next.
	 * @param words the words, in lower case
	 * @return whether it does
	 */
	boolean isAtAny(Set<String> words) {
		return isAt(Kind.WORD) && words.contains(Names.folded(this.tokens.get(this.index).text()));
	}

	boolean isAtSign(String sign) {
		return isAt(Kind.SIGN) && this.tokens.get(this.index).text().equals(sign);
	}

	SqlToken group() {
		if (!isAt(Kind.GROUP)) {
			throw unreadable();
		}
		return next();
	}

	String name() {
		SqlToken token = next();
		if (!token.isName()) {
			this.index--;
			throw unreadable();
		}
		return token.name();
	}

	QualifiedName qualifiedName() {
		String first = name();
		if (!isAtSign(".")) {
			return QualifiedName.of(first);
		}
		next();
		return QualifiedName.of(first, name());
	}

	/**
	 * Read names in parentheses.
	 * @return the names
	 */
	List<String> names() {
		SqlCursor inside = new SqlCursor(group().inside());
		List<String> names = new ArrayList<>();
		names.add(inside.name());
		while (inside.isAtSign(",")) {
			inside.next();
			names.add(inside.name());
		}
		if (inside.hasNext()) {
			throw inside.unreadable();
		}
		return names;
	}

	/**
	 * Read a number.
	 * @return the number
	 */
	long number() {
		boolean negative = isAtSign("-");
		if (negative) {
			next();
		}
		String digits = next().text();
		try {
			return Long.parseLong(negative ? "-" + digits : digits);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("'" + digits + "' is not a number", ex);
		}
	}

	/**
	 * Read up to one of some words.
	 * @param words the words, in lower case
	 * @return what stands before it, with its spaces; empty if the word comes at once
	 */
	String until(Set<String> words) {
		return until((token) -> token.kind() == Kind.WORD && words.contains(Names.folded(token.text())));
	}

	/**
	 * Read an expression, the first word of which may be any.
	 * @param words the words that end it, in lower case
	 * @return the expression
	 */
	String expression(Set<String> words) {
		SqlToken first = next();
		until(words);
		return this.text.substring(first.start(), this.tokens.get(this.index - 1).end());
	}

	private String until(Predicate<SqlToken> end) {
		int from = this.index;
		while (hasNext() && !end.test(this.tokens.get(this.index))) {
			this.index++;
		}
		return (from == this.index) ? ""
				: this.text.substring(this.tokens.get(from).start(), this.tokens.get(this.index - 1).end());
	}

	/**
	 * Return the rest, and be at the end.
	 * @return the rest
	 */
	String rest() {
		return until((token) -> false);
	}

	IllegalArgumentException unreadable() {
		String rest = hasNext() ? this.text.substring(this.tokens.get(this.index).start()) : "";
		return new IllegalArgumentException(rest.isEmpty() ? "it ends too early" : "'" + rest + "' is not understood");
	}

	/**
	 * Return the first of some words that is there, in the spelling of the list.
	 * @param words the words
	 * @return the word
	 */
	String oneOf(String... words) {
		return Stream.of(words).filter(this::accept).findFirst().orElseThrow(this::unreadable);
	}

}
