package dev.limbeck.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A name that has changed, with what it is that has changed in it. Names that are made of
 * others have an underscore between them.
 *
 * @param from the name before
 * @param to the name now
 */
record NameChange(String from, String to) {

	private static final String SEPARATOR = "_";

	/**
	 * Return the change itself, that of the words that differ, and those of the singular:
	 * a table may be called {@code clients}, and what belongs to its entity
	 * {@code client_phones}.
	 * @return the changes
	 */
	Set<NameChange> forms() {
		Set<NameChange> forms = new LinkedHashSet<>();
		add(forms, this);
		add(forms, core());
		return forms;
	}

	/**
	 * Return the changes of single words, too, where each has one in its place.
	 * @return the changes
	 */
	Set<NameChange> words() {
		Set<NameChange> words = forms();
		List<String> before = List.of(this.from.split(SEPARATOR));
		List<String> after = List.of(this.to.split(SEPARATOR));
		for (int i = 0; before.size() == after.size() && i < before.size(); i++) {
			add(words, new NameChange(before.get(i), after.get(i)));
		}
		return words;
	}

	private static void add(Set<NameChange> changes, NameChange change) {
		if (change.from.isEmpty() || change.to.isEmpty() || change.from.equals(change.to)) {
			return;
		}
		changes.add(change);
		if (change.from.endsWith("ies") && change.to.endsWith("ies")) {
			changes.add(change.singular("ies", "y"));
		}
		else if (change.from.endsWith("s") && change.to.endsWith("s")) {
			changes.add(change.singular("s", ""));
		}
	}

	private NameChange singular(String plural, String singular) {
		return new NameChange(this.from.substring(0, this.from.length() - plural.length()) + singular,
				this.to.substring(0, this.to.length() - plural.length()) + singular);
	}

	private NameChange core() {
		List<String> before = List.of(this.from.split(SEPARATOR));
		List<String> after = List.of(this.to.split(SEPARATOR));
		int least = Math.min(before.size(), after.size());
		int begin = 0;
		while (begin < least && before.get(begin).equals(after.get(begin))) {
			begin++;
		}
		int end = 0;
		while (end < least - begin && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
			end++;
		}
		return new NameChange(String.join(SEPARATOR, before.subList(begin, before.size() - end)),
				String.join(SEPARATOR, after.subList(begin, after.size() - end)));
	}

	/**
	 * Tell whether a name has all words of another in it, or those of its singular.
	 * @param name the name
	 * @param part the other name
	 * @return whether it has
	 */
	static boolean isMadeOf(String name, String part) {
		String singular = part.endsWith("ies") ? part.substring(0, part.length() - 3) + "y"
				: part.endsWith("s") ? part.substring(0, part.length() - 1) : part;
		return Stream.of(part, singular)
			.anyMatch((words) -> !words.isEmpty() && new NameChange("", words).before(name) != null);
	}

	/**
	 * Return what a name that is made of the new one was made of before.
	 * @param name the name
	 * @return the name before, {@code null} if it is not made of this one
	 */
	@Nullable String before(String name) {
		int begin = (SEPARATOR + name + SEPARATOR).indexOf(SEPARATOR + this.to + SEPARATOR);
		return (begin >= 0) ? name.substring(0, begin) + this.from + name.substring(begin + this.to.length()) : null;
	}

}
