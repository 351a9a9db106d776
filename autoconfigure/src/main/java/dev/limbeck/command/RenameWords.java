package dev.limbeck.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.limbeck.compare.ObjectType;
import dev.limbeck.compare.RenameCandidate;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;

/**
 * Renames as they are written on a command line: {@code old=new}, and
 * {@code table.old=new} for what is part of a table or an enum type. A dot may be a
 * character of a name, so words are not taken apart but compared with what there is.
 *
 * @param database what is there
 * @param target what is wanted
 */
record RenameWords(Schema database, Schema target) {

	static String of(RenameCandidate candidate) {
		return ((candidate.table() != null) ? candidate.table() + "." : "") + candidate.from() + "=" + candidate.to();
	}

	/**
	 * Find out what words mean.
	 * @param words the words
	 * @return the renames
	 * @throws InvalidRequestException if there is nothing that could have been renamed so
	 */
	List<RenameCandidate> parse(List<String> words) {
		List<RenameCandidate> renames = new ArrayList<>();
		for (String word : words) {
			List<RenameCandidate> found = possible(renames).stream()
				.filter((candidate) -> isMeant(candidate, word))
				.toList();
			if (found.isEmpty()) {
				throw new InvalidRequestException("Nothing can have been renamed as '" + word + "' says",
						"Say old=new for a table, a sequence or an enum type, table.old=new for a column and "
								+ "type.old=new for a value of an enum type, where the old name is in the database and "
								+ "not in the model, and the new one in the model and not in the database. Name tables "
								+ "that are renamed, too, before their columns.");
			}
			renames.addAll(found);
		}
		return renames;
	}

	private static boolean isMeant(RenameCandidate candidate, String word) {
		String start = (candidate.table() != null) ? candidate.table() + "." : "";
		return word.equals(of(candidate)) || word.equals(start + candidate.from() + "=" + candidate.to().name())
				|| word.equals(start + candidate.from() + "=" + start + candidate.to());
	}

	private List<RenameCandidate> possible(List<RenameCandidate> before) {
		List<RenameCandidate> all = new ArrayList<>();
		addAll(all, ObjectType.TABLE, this.database.tables(), this.target.tables(), Table::name);
		addAll(all, ObjectType.SEQUENCE, this.database.sequences(), this.target.sequences(), Sequence::name);
		addAll(all, ObjectType.ENUM_TYPE, this.database.enumTypes(), this.target.enumTypes(), EnumType::name);
		for (Table wanted : this.target.tables()) {
			QualifiedName previous = wanted.hints().renamedFrom();
			Table actual = this.database.table(
					previous(ObjectType.TABLE, wanted.name(), before, (previous != null) ? previous : wanted.name()));
			if (actual != null) {
				addParts(all, ObjectType.COLUMN, wanted.name(), names(actual), names(wanted));
			}
		}
		for (EnumType wanted : this.target.enumTypes()) {
			QualifiedName previous = previous(ObjectType.ENUM_TYPE, wanted.name(), before, wanted.name());
			this.database.enumTypes()
				.stream()
				.filter((type) -> type.name().equals(previous))
				.forEach((actual) -> addParts(all, ObjectType.ENUM_VALUE, wanted.name(), actual.values(),
						wanted.values()));
		}
		return all;
	}

	private static List<String> names(Table table) {
		return table.columns().stream().map(Column::name).toList();
	}

	private static QualifiedName previous(ObjectType type, QualifiedName name, List<RenameCandidate> renames,
			QualifiedName otherwise) {
		return renames.stream()
			.filter((rename) -> rename.type() == type && rename.to().equals(name))
			.map(RenameCandidate::from)
			.findFirst()
			.orElse(otherwise);
	}

	private static <T> void addAll(List<RenameCandidate> all, ObjectType type, List<T> database, List<T> target,
			Function<T, QualifiedName> name) {
		List<QualifiedName> there = database.stream().map(name).toList();
		List<QualifiedName> wanted = target.stream().map(name).toList();
		there.stream()
			.filter((from) -> !wanted.contains(from))
			.forEach((from) -> wanted.stream()
				.filter((to) -> !there.contains(to) && Objects.equals(from.schema(), to.schema()))
				.forEach((to) -> all.add(new RenameCandidate(type, null, from, to))));
	}

	private static void addParts(List<RenameCandidate> all, ObjectType type, QualifiedName of, List<String> database,
			List<String> target) {
		database.stream()
			.filter((from) -> !target.contains(from))
			.forEach((from) -> target.stream()
				.filter((to) -> !database.contains(to))
				.forEach((to) -> all.add(new RenameCandidate(type, of, QualifiedName.of(from), QualifiedName.of(to)))));
	}

}
