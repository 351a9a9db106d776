package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.limbeck.schema.CheckConstraint;

/**
 * Reads a check constraint and the options that an application has written in SQL.
 */
final class CheckText {

	private CheckText() {
	}

	static CheckConstraint read(org.hibernate.mapping.CheckConstraint check) {
		String name = check.isNamed() ? Names.of(check.getName()) : null;
		String options = check.getOptions();
		boolean noInherit = false;
		boolean validated = true;
		boolean enforced = true;
		SqlCursor cursor = new SqlCursor((options != null) ? options : "");
		while (cursor.hasNext()) {
			String option = cursor.oneOf("no inherit", "not valid", "not enforced", "enforced");
			noInherit = noInherit || option.equals("no inherit");
			validated = validated && !option.equals("not valid");
			enforced = enforced && !option.equals("not enforced");
		}
		return new CheckConstraint(name, check.getConstraint(), noInherit, validated, enforced, null);
	}

	/**
	 * Return a condition that looks for a column's value in a list with the list sorted.
	 * @param condition the condition
	 * @return the condition, the same if it looks for no value in a list
	 */
	static String sorted(String condition) {
		SqlCursor cursor = new SqlCursor(condition);
		String column = cursor.hasNext() ? cursor.next().text() : "";
		if (!cursor.accept("in") || !cursor.isAt(SqlToken.Kind.GROUP)) {
			return condition;
		}
		String values = elements(cursor.group().inside()).stream().sorted().collect(Collectors.joining(","));
		return cursor.hasNext() ? condition : column + " in (" + values + ")";
	}

	private static List<String> elements(String list) {
		SqlCursor cursor = new SqlCursor(list);
		List<String> elements = new ArrayList<>();
		StringBuilder element = new StringBuilder();
		while (cursor.hasNext()) {
			if (cursor.isAtSign(",")) {
				cursor.next();
				elements.add(element.toString());
				element.setLength(0);
			}
			else {
				element.append(cursor.next().text());
			}
		}
		elements.add(element.toString());
		return elements;
	}

}
