package dev.limbeck.autogenerate;

import dev.limbeck.compare.ComparedObject;
import dev.limbeck.compare.Difference;
import dev.limbeck.compare.ObjectType;
import org.jspecify.annotations.Nullable;

/**
 * Something in which a database is not as the model wants it.
 *
 * @param kind {@code added}, {@code removed}, {@code changed} or {@code renamed}, seen
 * from the database
 * @param type what the object is, such as {@code table} or {@code foreign key}
 * @param table the table or enum type that it is or is part of, or {@code null}
 * @param name its name
 * @param description what differs, in words
 * @param detail what has changed of it, or the new name; empty if it was added or removed
 * @param destructive whether to make the database as the model wants it loses data, or
 * something that data needs
 * @param object the object in words, such as {@code column users.name}
 * @param modelHas what the model has, or {@code null} if it has not got the object
 * @param databaseHas what the database has, or {@code null} if it has not got the object
 * @param effect what to make the database as the model wants it does to values:
 * {@code lossless}, {@code may fail}, {@code lossy} or {@code meaning changes}
 * @param reason why it is a difference, in a few words
 * @since 0.1.0
 */
public record ModelDifference(String kind, String type, @Nullable String table, String name, String description,
		String detail, boolean destructive, String object, @Nullable String modelHas, @Nullable String databaseHas,
		String effect, String reason) {

	static ModelDifference of(Difference difference) {
		ComparedObject object = difference.object();
		String kind = switch (difference.kind()) {
			case ADDED -> "added";
			case REMOVED -> "removed";
			case CHANGED -> "changed";
			case RENAMED -> "renamed";
		};
		String owner = (object.type() == ObjectType.TABLE) ? object.name().toString() : null;
		return new ModelDifference(kind, object.type().words(),
				(object.table() != null) ? object.table().toString() : owner, object.name().toString(),
				difference.description(), change(difference), difference.destructive(), object.toString(),
				difference.sides().target(), difference.sides().database(), difference.effect().words(),
				difference.reason());
	}

	private static String change(Difference difference) {
		String start = switch (difference.kind()) {
			case ADDED, REMOVED -> difference.description();
			case CHANGED -> difference.object() + ": ";
			case RENAMED -> "renamed " + difference.object() + " to ";
		};
		return difference.description().startsWith(start) ? difference.description().substring(start.length())
				: difference.description();
	}

}
