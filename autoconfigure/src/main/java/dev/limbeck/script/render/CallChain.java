package dev.limbeck.script.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Calls that follow one another, such as {@code op.dropTable("users")}. They stand on one
 * line if it is not too long, and below each other otherwise.
 */
final class CallChain {

	/** Stands for what cannot be written as calls. */
	static final CallChain NONE = new CallChain("");

	private static final int LONGEST_LINE = 120;

	/** Where the statements of a method begin. */
	private static final int MARGIN = 8;

	private static final int TAB = 4;

	private final String start;

	private final List<Call> calls = new ArrayList<>();

	CallChain(String start) {
		this.start = start;
	}

	CallChain call(String name, String... arguments) {
		this.calls.add(new Call(name, List.of(arguments), null));
		return this;
	}

	CallChain callIf(boolean condition, String name, String... arguments) {
		return condition ? call(name, arguments) : this;
	}

	/**
	 * Call a method whose last argument is a lambda, which is left out if it calls
	 * nothing.
	 * @param name the name of the method
	 * @param arguments the arguments before the lambda
	 * @param definition what the lambda calls on its parameter
	 * @return this chain
	 */
	CallChain call(String name, List<String> arguments, CallChain definition) {
		this.calls.add(new Call(name, arguments, definition.isEmpty() ? null : definition));
		return this;
	}

	/**
	 * Call a method whose last argument is a lambda that calls nothing and has to be
	 * there.
	 * @param name the name of the method
	 * @param arguments the arguments before the lambda
	 * @param parameter the parameter of the lambda
	 * @return this chain
	 */
	CallChain callEmpty(String name, List<String> arguments, String parameter) {
		this.calls.add(new Call(name, arguments, new CallChain(parameter)));
		return this;
	}

	boolean isNone() {
		return this == NONE;
	}

	boolean isEmpty() {
		return this.calls.isEmpty();
	}

	String render(int depth, Syntax syntax) {
		String flat = flat(syntax);
		if (fits(flat, depth)) {
			return flat;
		}
		if (this.calls.size() == 1) {
			return this.start + "." + this.calls.get(0).render(depth, syntax);
		}
		StringBuilder text = new StringBuilder(this.start);
		for (Call call : this.calls) {
			text.append('\n').append("\t".repeat(depth + 1)).append('.').append(call.render(depth + 1, syntax));
		}
		return text.toString();
	}

	private String flat(Syntax syntax) {
		StringBuilder text = new StringBuilder(this.start);
		this.calls.forEach((call) -> text.append('.').append(call.flat(syntax)));
		return text.toString();
	}

	private static boolean fits(String text, int depth) {
		return text.indexOf('\n') < 0 && MARGIN + depth * TAB + text.length() < LONGEST_LINE - TAB;
	}

	private record Call(String name, List<String> arguments, @Nullable CallChain lambda) {

		String flat(Syntax syntax) {
			return text((chain) -> chain.flat(syntax), syntax);
		}

		String render(int depth, Syntax syntax) {
			String flat = flat(syntax);
			return (this.lambda == null || fits(flat, depth)) ? flat
					: text((chain) -> chain.render(depth, syntax), syntax);
		}

		private String text(Function<CallChain, String> body, Syntax syntax) {
			if (this.lambda == null) {
				return this.name + "(" + String.join(", ", this.arguments) + ")";
			}
			return syntax.call(this.name, this.arguments, this.lambda.start,
					this.lambda.isEmpty() ? "" : body.apply(this.lambda));
		}

	}

}
