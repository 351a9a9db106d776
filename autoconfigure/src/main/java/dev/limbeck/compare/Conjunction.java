package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The conditions that a condition is made of, as the server prints it. The order in which
 * conditions are joined by {@code AND} changes nothing, and neither does that of the
 * values of a list that one value is looked for in.
 *
 * @param conditions the conditions
 */
record Conjunction(Set<String> conditions) {

	private static final String AND = " AND ";

	private static final List<String> LISTS = List.of("= ANY (", "<> ALL (");

	private static final String ARRAY = "ARRAY[";

	static boolean areSame(@Nullable String one, @Nullable String other) {
		if (one == null || other == null || one.equals(other)) {
			return Objects.equals(one, other);
		}
		return of(one).equals(of(other));
	}

	static Conjunction of(String condition) {
		Set<String> conditions = new LinkedHashSet<>();
		collect(condition, conditions);
		return new Conjunction(conditions);
	}

	private static void collect(String condition, Set<String> conditions) {
		String bare = bare(condition);
		List<String> parts = Enclosed.split(bare, AND);
		if (parts.size() == 1) {
			conditions.add(withSortedLists(bare));
		}
		else {
			parts.forEach((part) -> collect(part, conditions));
		}
	}

	private static String bare(String condition) {
		String text = condition.strip();
		while (text.startsWith("(") && Enclosed.end(text, 0) == text.length() - 1) {
			text = text.substring(1, text.length() - 1).strip();
		}
		return text;
	}

	private static String withSortedLists(String condition) {
		StringBuilder text = new StringBuilder(condition);
		for (int list : lists(condition)) {
			int begin = list + ARRAY.length();
			int end = Enclosed.end(condition, begin - 1);
			List<String> values = Enclosed.split(condition.substring(begin, end), ", ");
			text.replace(begin, end, values.stream().sorted().collect(Collectors.joining(", ")));
		}
		return text.toString();
	}

	private static List<Integer> lists(String condition) {
		List<Integer> lists = new ArrayList<>();
		for (String operator : LISTS) {
			for (int at : Enclosed.positions(condition, operator)) {
				int array = at + operator.length();
				while (array < condition.length() && condition.charAt(array) == '(') {
					array++;
				}
				if (condition.startsWith(ARRAY, array)) {
					lists.add(array);
				}
			}
		}
		return lists;
	}

}
