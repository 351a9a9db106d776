package dev.limbeck.autogenerate;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.limbeck.compare.ComparedObject;
import dev.limbeck.compare.KeptObject;
import dev.limbeck.compare.ObjectType;
import dev.limbeck.compare.UnmappedKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that a database has and the mapping of its table cannot say. It is left to
 * the revisions.
 *
 * @param kind what it is: {@code index}, {@code unique-constraint},
 * {@code check-constraint}, {@code exclude-constraint}, {@code foreign-key-action},
 * {@code default}, {@code sequence-option} or {@code comment}
 * @param type what the object is that has it, such as {@code column}
 * @param table the table that it is part of
 * @param name its name
 * @param detail what it says
 * @param object the object in words, such as {@code index users.ix}
 * @param reason why it is no difference, in a few words
 * @since 0.1.0
 */
public record UnmappedObject(String kind, String type, @Nullable String table, String name, String detail,
		String object, String reason) {

	private static final String REASON = "no mapping can say it, so it is left to the revisions";

	static UnmappedObject of(KeptObject kept) {
		ComparedObject object = kept.object();
		String owner = (object.type() == ObjectType.TABLE) ? object.name().toString() : null;
		return new UnmappedObject(kept.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), object.type().words(),
				(object.table() != null) ? object.table().toString() : owner, object.name().toString(),
				kept.description(), object.toString(), REASON);
	}

	private static UnmappedKind kind(String word) {
		return UnmappedKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	/**
	 * Count some of them.
	 * @param kept the objects
	 * @return a sentence, or {@code null} if there are none
	 */
	public static @Nullable String summary(List<UnmappedObject> kept) {
		Map<UnmappedKind, Integer> counts = new EnumMap<>(UnmappedKind.class);
		kept.forEach((object) -> counts.merge(kind(object.kind), 1, Integer::sum));
		if (counts.isEmpty()) {
			return null;
		}
		List<String> words = counts.entrySet().stream().map((count) -> count.getKey().words(count.getValue())).toList();
		return "Left to the revisions, since no mapping says it: " + String.join(", ", words) + ".";
	}

}
