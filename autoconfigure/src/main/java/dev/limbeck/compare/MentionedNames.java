package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.limbeck.schema.QualifiedName;

/**
 * Names that SQL of a user may mention, in whatever case.
 */
final class MentionedNames {

	private static final Pattern WORD = Pattern.compile("[\\w$]+", Pattern.UNICODE_CHARACTER_CLASS);

	private final Set<String> words = new HashSet<>();

	// Names that are no words, and are rare
	private final List<Pattern> others = new ArrayList<>();

	MentionedNames(Stream<QualifiedName> names) {
		names.map(QualifiedName::name).forEach(this::add);
	}

	private void add(String name) {
		if (WORD.matcher(name).matches()) {
			this.words.add(folded(name));
		}
		else {
			this.others.add(Pattern.compile("(?<![\\w$])" + Pattern.quote(name.replace("\"", "\"\"")) + "(?![\\w$])",
					Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
		}
	}

	private static String folded(String word) {
		return word.toLowerCase(Locale.ROOT);
	}

	boolean areIn(String sql) {
		Matcher word = WORD.matcher(sql);
		while (word.find()) {
			if (this.words.contains(folded(word.group()))) {
				return true;
			}
		}
		return this.others.stream().anyMatch((name) -> name.matcher(sql).find());
	}

}
