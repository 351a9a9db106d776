package dev.limbeck.operation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A text that tries to get out of where it stands, and operations with it in all places.
 *
 * @param text the text
 */
record HostileText(String text) {

	private static final String STATEMENT = "DROP TABLE canary;";

	/** Texts that end comments, strings and names in one of the languages. */
	static final List<HostileText> ALL = List
		.of("x\n" + STATEMENT + " --", "x\r" + STATEMENT + "--", "x\r\n" + STATEMENT, "x\u0085" + STATEMENT,
				"x\u2028" + STATEMENT, "x\u2029\u000B\f" + STATEMENT, "\\u000aop.execute(\"" + STATEMENT + "\");//",
				"\\\\\\u000dop.execute(\"" + STATEMENT + "\");//", "*/" + STATEMENT + "/*", "\"\"\"" + STATEMENT,
				"x'" + STATEMENT + "--", "x\"" + STATEMENT + "--", "$$" + STATEMENT + "$$", "$x$ $body1$ $" + STATEMENT,
				"x\n-- migrate:downgrade\n" + STATEMENT, "x\n-- migrate:end\n" + STATEMENT, "migrate:upgrade",
				"-- migrate:autocommit", "\\'; " + STATEMENT + " --", "\\", "{{upgrades}}", "%s %n",
				"\u001b[31m\u0007\u202e\u200b", "\ufeff", "a\tb", "${pw}", "$${pw} ${ x }$", "{pw}", ":pw ? ?? ?1")
		.stream()
		.map(HostileText::new)
		.toList();

	private static final int STRIDE = 4;

	/**
	 * Return operations with this text in the place of one of their texts: as it is, or
	 * as a literal where only SQL can stand. Each place gets every fourth of all texts,
	 * and each text is somewhere in every kind of operation that has four places.
	 * @param operation the operation
	 * @param valid whether an operation can be written
	 * @return the operations
	 */
	List<Operation> in(Operation operation, Predicate<Operation> valid) {
		List<Operation> result = new ArrayList<>();
		String literal = "'" + this.text.replace("'", "''") + "'";
		int places = new Replacement("", -1).countIn(operation);
		for (int i = ALL.indexOf(this) % STRIDE; i < places; i += STRIDE) {
			for (String each : List.of(this.text, literal)) {
				Object replaced = new Replacement(each, i).in(operation);
				if (replaced instanceof Operation hostile && !hostile.equals(operation) && valid.test(hostile)) {
					result.add(hostile);
					break;
				}
			}
		}
		return result;
	}

	/**
	 * Puts a text in one place.
	 */
	private static final class Replacement {

		private final String text;

		private final int place;

		private int seen;

		Replacement(String text, int place) {
			this.text = text;
			this.place = place;
		}

		int countIn(Object value) {
			in(value);
			return this.seen;
		}

		Object in(Object value) {
			if (value instanceof String) {
				return (this.seen++ == this.place) ? this.text : value;
			}
			if (value instanceof List<?> list) {
				return Arrays.asList(list.stream().map(this::in).toArray());
			}
			if (value instanceof Map<?, ?> || value == null || !value.getClass().isRecord()) {
				return value;
			}
			return inRecord(value);
		}

		private Object inRecord(Object value) {
			try {
				RecordComponent[] components = value.getClass().getRecordComponents();
				Object[] arguments = new Object[components.length];
				for (int i = 0; i < components.length; i++) {
					components[i].getAccessor().setAccessible(true);
					arguments[i] = in(components[i].getAccessor().invoke(value));
				}
				Constructor<?> constructor = value.getClass()
					.getDeclaredConstructor(
							Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
				constructor.setAccessible(true);
				return constructor.newInstance(arguments);
			}
			catch (InvocationTargetException ex) {
				return value;
			}
			catch (ReflectiveOperationException ex) {
				throw new AssertionError(ex);
			}
		}

	}

}
