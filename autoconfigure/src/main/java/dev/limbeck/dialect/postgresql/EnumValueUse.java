package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.dialect.EnumValue;
import dev.limbeck.dialect.postgresql.Token.Kind;

/**
 * Tells from the words of a statement whether it may use a value of an enum type. It does
 * if one of its strings says the value, alone or in an array, a row or a body, and what
 * is of the type is named; or if it makes values of the type that are known only when it
 * runs. What a comment on an object says is no value.
 */
final class EnumValueUse {

	private static final Set<String> VALUES_OF_A_TYPE = Set.of("enum_first", "enum_last", "enum_range");

	/** What is written twice, or behind a backslash, depending on what is around it. */
	private static final String QUOTES = "[\\\\'\"]+";

	private final Pattern value;

	private final Set<String> types;

	private final Set<String> names;

	private final boolean anywhere;

	EnumValueUse(EnumValue value) {
		this.value = Pattern.compile("['\"{(,$]\\s*"
				+ Stream.of(value.value().split(QUOTES, -1)).map(Pattern::quote).collect(Collectors.joining(QUOTES))
				+ "\\s*['\"}),$]");
		this.types = folded(value.types());
		this.names = new HashSet<>(this.types);
		this.anywhere = value.names() == null;
		if (value.names() != null) {
			this.names.addAll(folded(value.names()));
		}
	}

	private static Set<String> folded(Set<String> names) {
		return names.stream()
			.map((name) -> name.replace("\"", "\"\"").toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

	boolean isPossible(String statement) {
		List<Token> tokens = tokens(statement);
		boolean said = false;
		boolean named = this.anywhere;
		for (int i = 0; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			if (token.kind() == Kind.STRING) {
				said |= isSaid(statement.substring(token.start(), token.end()));
			}
			else if (isValueOfType(tokens, i)) {
				return true;
			}
			else {
				named |= this.names.contains(name(token));
			}
		}
		return said && named && !tokens.get(0).is("comment");
	}

	private static List<Token> tokens(String statement) {
		PostgresqlLexer lexer = new PostgresqlLexer(statement);
		List<Token> tokens = new ArrayList<>();
		for (Token token = lexer.next(); token.kind() != Kind.END; token = lexer.next()) {
			tokens.add(token);
		}
		return tokens;
	}

	// What an escape says is not read
	private boolean isSaid(String literal) {
		boolean escaped = "eEuU".indexOf(literal.charAt(0)) >= 0 && literal.indexOf('\\') >= 0;
		return escaped || this.value.matcher(literal).find();
	}

	private static String name(Token token) {
		boolean name = token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_IDENTIFIER;
		return name ? token.plainText().toLowerCase(Locale.ROOT) : "";
	}

	private boolean isValueOfType(List<Token> tokens, int index) {
		String name = name(tokens.get(index));
		return VALUES_OF_A_TYPE.contains(name) || (this.types.contains(name) && isCast(tokens, index));
	}

	// A literal that is cast says its value itself
	private static boolean isCast(List<Token> tokens, int type) {
		int before = isSymbol(tokens, type - 1, '.') ? type - 3 : type - 1;
		int operand = -1;
		if (isSymbol(tokens, before, ':') && isSymbol(tokens, before - 1, ':')) {
			operand = before - 2;
		}
		else if (before > 0 && tokens.get(before).is("as")
				&& (isSymbol(tokens, type + 1, ')') || isSymbol(tokens, type + 1, '['))) {
			operand = before - 1;
		}
		return operand >= 0 && tokens.get(operand).kind() != Kind.STRING;
	}

	private static boolean isSymbol(List<Token> tokens, int index, char symbol) {
		return index >= 0 && index < tokens.size() && tokens.get(index).isSymbol(symbol);
	}

}
