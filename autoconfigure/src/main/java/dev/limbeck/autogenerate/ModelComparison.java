package dev.limbeck.autogenerate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.limbeck.compare.Comparison;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.NewEnumValues;
import dev.limbeck.compare.RenameCandidate;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.schema.QualifiedName;

/**
 * What differs between what the application's model asks for and what the revisions make,
 * or what the database has.
 *
 * @since 0.1.0
 */
public final class ModelComparison {

	private final ComparedSchemas schemas;

	private final ComparisonOptions options;

	private final Comparison comparison;

	ModelComparison(ComparedSchemas schemas, ComparisonOptions options, Comparison comparison) {
		this.schemas = schemas;
		this.options = options;
		this.comparison = comparison;
	}

	/**
	 * Return whether nothing differs.
	 * @return whether there is no difference
	 */
	public boolean isEmpty() {
		return this.comparison.isEmpty();
	}

	/**
	 * Return what differs, with the operations that take the differences away and bring
	 * them back.
	 * @return the comparison
	 */
	public Comparison comparison() {
		return this.comparison;
	}

	/**
	 * Return what differs, in words.
	 * @return the differences
	 */
	public List<ModelDifference> differences() {
		return this.comparison.differences().stream().map(ModelDifference::of).toList();
	}

	/**
	 * Return what is there and the mapping of its table cannot say, so that it is left to
	 * the revisions.
	 * @return what was kept
	 */
	public List<UnmappedObject> kept() {
		return this.comparison.kept().stream().map(UnmappedObject::of).toList();
	}

	/**
	 * Return what is not compared, what no revision mends, and what may have been
	 * renamed, which is found as something added and something removed until somebody
	 * says so.
	 * @return sentences
	 */
	public List<String> warnings() {
		List<String> warnings = new ArrayList<>(this.schemas.notes());
		this.comparison.problems()
			.forEach((problem) -> warnings.add(problem.object() + ": " + problem.message() + " " + problem.action()));
		this.comparison.renameCandidates().forEach((candidate) -> warnings.add(warning(candidate)));
		return warnings;
	}

	private String warning(RenameCandidate candidate) {
		String hint = switch (candidate.type()) {
			case TABLE, COLUMN -> ", or let the model say so with @RenamedFrom(\"" + former(candidate) + "\")";
			default -> "";
		};
		return candidate.question() + " Nobody says so, so it is something added and something removed. If it has, "
				+ "give --rename '" + RenameWords.of(candidate) + "'" + hint + ".";
	}

	// Without a schema it would be one in that of the new name
	private QualifiedName former(RenameCandidate candidate) {
		QualifiedName from = candidate.from();
		boolean elsewhere = from.schema() == null && candidate.to().schema() != null;
		return elsewhere ? QualifiedName.of(this.schemas.target().defaultSchema(), from.name()) : from;
	}

	/**
	 * Return what has been compared with the model.
	 * @return the URL of a database without credentials, or what a shadow database is
	 * called
	 */
	public String database() {
		return this.schemas.database();
	}

	/**
	 * Return the major version of the server for which operations are written.
	 * @return such as {@code 18}
	 */
	public int serverVersion() {
		return this.schemas.serverVersion();
	}

	/**
	 * Return the places of values that a revision adds to enum types.
	 * @param dialect reads statements
	 * @param writer writes operations as statements
	 * @return the places, if each revision is a transaction of its own
	 */
	public NewEnumValues newEnumValues(Dialect dialect, DdlWriter writer) {
		return NewEnumValues.inRevision(dialect, writer, this.schemas.actual(), this.schemas.target().declared());
	}

	/**
	 * Compare once more, knowing of renames. No database is needed.
	 * @param renames what has been renamed
	 * @return what differs then
	 */
	public ModelComparison knowing(Collection<RenameCandidate> renames) {
		return this.schemas.compare(this.options.renames(this.options.renames().and(renames)));
	}

	@Override
	public String toString() {
		return this.comparison.differences().size() + " differences with " + database();
	}

}
