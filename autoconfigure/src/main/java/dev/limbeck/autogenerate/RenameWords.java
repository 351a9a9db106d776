package dev.limbeck.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.limbeck.autogenerate.SaidRename.Meaning;
import dev.limbeck.compare.ObjectType;
import dev.limbeck.compare.RenameCandidate;
import dev.limbeck.failure.InvalidRequestException;
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
	 * @return what each of them may mean
	 * @throws InvalidRequestException if there is nothing that could have been renamed so
	 */
	List<SaidRename> parse(List<String> words) {
		List<SaidRename> said = new ArrayList<>();
		List<RenameCandidate> before = new ArrayList<>();
		for (String word : words) {
			List<NamePlace> places = places(before);
			List<Meaning> meanings = places.stream().flatMap((place) -> meanings(place, word)).toList();
			if (meanings.isEmpty()) {
				throw UnmeantRename.of(word, places).refusal();
			}
			said.add(new SaidRename(word, meanings));
			meanings.forEach((meaning) -> before.add(meaning.rename()));
		}
		return said;
	}

	// A name without a schema is one in the same schema before it is one in the default
	// one
	private static Stream<Meaning> meanings(NamePlace place, String word) {
		List<RenameCandidate> candidates = place.candidates((candidate) -> isMeant(candidate, word));
		List<RenameCandidate> near = candidates.stream().filter(RenameWords::isInPlace).toList();
		return (near.isEmpty() ? candidates : near).stream().map((candidate) -> new Meaning(place, candidate));
	}

	private static boolean isInPlace(RenameCandidate candidate) {
		return Objects.equals(candidate.from().schema(), candidate.to().schema());
	}

	private static boolean isMeant(RenameCandidate candidate, String word) {
		if (!word.endsWith(candidate.to().name())) {
			return false;
		}
		String start = (candidate.table() != null) ? candidate.table() + "." : "";
		String near = start + candidate.from() + "=" + candidate.to().name();
		return word.equals(of(candidate)) || (isInPlace(candidate) && word.equals(near))
				|| word.equals(start + candidate.from() + "=" + start + candidate.to());
	}

	private List<NamePlace> places(List<RenameCandidate> before) {
		List<NamePlace> places = new ArrayList<>();
		places.add(place(ObjectType.TABLE, this.database.tables(), this.target.tables(), Table::name));
		places.add(place(ObjectType.SEQUENCE, this.database.sequences(), this.target.sequences(), Sequence::name));
		places.add(place(ObjectType.ENUM_TYPE, this.database.enumTypes(), this.target.enumTypes(), EnumType::name));
		for (Table wanted : this.target.tables()) {
			Table actual = this.database.table(previous(ObjectType.TABLE, wanted.name(), before, hinted(wanted)));
			if (actual != null) {
				places.add(NamePlace.ofParts(ObjectType.COLUMN, wanted.name(), names(actual), names(wanted)));
			}
		}
		for (EnumType wanted : this.target.enumTypes()) {
			QualifiedName previous = previous(ObjectType.ENUM_TYPE, wanted.name(), before, wanted.name());
			this.database.enumTypes()
				.stream()
				.filter((type) -> type.name().equals(previous))
				.map((actual) -> NamePlace.ofParts(ObjectType.ENUM_VALUE, wanted.name(), actual.values(),
						wanted.values()))
				.forEach(places::add);
		}
		return places;
	}

	// A model may go on to say what has been renamed long ago
	private QualifiedName hinted(Table wanted) {
		QualifiedName before = wanted.hints().renamedFrom();
		return (before != null && this.database.table(before) != null) ? before : wanted.name();
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

	private static <T> NamePlace place(ObjectType type, List<T> database, List<T> target,
			Function<T, QualifiedName> name) {
		return new NamePlace(type, null, database.stream().map(name).toList(), target.stream().map(name).toList());
	}

}
