package dev.limbeck.metadata.jpa;

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

}
