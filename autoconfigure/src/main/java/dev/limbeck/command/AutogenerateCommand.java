package dev.limbeck.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.autogenerate.AutogenerateSettings;
import dev.limbeck.autogenerate.ModelComparison;
import dev.limbeck.autogenerate.RenameQuestions;
import dev.limbeck.autogenerate.RevisionRendering;
import dev.limbeck.autogenerate.TargetComparison;
import dev.limbeck.compare.Consent;
import dev.limbeck.compare.DirectedOperation;
import dev.limbeck.compare.NewEnumValues;
import dev.limbeck.compare.RenameCandidate;
import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.runtime.TransactionMode;
import dev.limbeck.script.RevisionFormat;
import dev.limbeck.script.SourceDirectories;
import org.jspecify.annotations.Nullable;

/**
 * Writes revisions that make the database as the application's model wants it.
 */
final class AutogenerateCommand {

	private final Environment environment;

	private final AutogenerateSettings settings;

	AutogenerateCommand(Environment environment) {
		this.environment = environment;
		this.settings = environment.autogenerate();
	}

	AutogenerateResult run(AutogenerateRequest request, RenameQuestions questions) {
		RevisionFormat format = format(request.revision().format());
		SourceDirectories sources = this.environment.sourceTree().find(request.dryRun(), this.environment.scripts());
		// What is wrong with the place is told before anything is compared
		RevisionDrafts drafts = new RevisionDrafts(sources);
		RevisionGraph compared = drafts.load();
		drafts.draft(request.revision());
		ModelComparison comparison = compare(request, sources, questions);
		boolean allowDrop = orElse(request.allowDrop(), this.settings.allowDrop());
		List<RevisionDirectives> directives = directives(comparison,
				orElse(request.skipEmpty(), this.settings.skipEmpty()));
		RevisionRendering rendering = rendering(comparison, format, allowDrop);
		drafts.requireSame(compared);
		List<GeneratedRevision> revisions = new RevisionGeneration(sources,
				this.environment.sourceTree().writer(sources), rendering, format)
			.run(request.revision(), directives, request.dryRun());
		return new AutogenerateResult(revisions, comparison.differences(), comparison.kept(), comparison.warnings(),
				comparison.database(), directives.stream().anyMatch((each) -> demands(Consent.DROPS, each, allowDrop)),
				directives.stream().anyMatch((each) -> demands(Consent.DECISION, each, allowDrop)));
	}

	private ModelComparison compare(AutogenerateRequest request, SourceDirectories sources, RenameQuestions questions) {
		ModelComparison comparison = new TargetComparison(
				this.environment.compared(sources.scripts().compiledAs(this.environment.scripts())))
			.run(request.comparison());
		return ask(comparison, questions);
	}

	private static boolean demands(Consent consent, RevisionDirectives directives, boolean allowDrop) {
		return Stream.concat(directives.upgrade().stream(), directives.downgrade().stream())
			.map(DirectedOperation::consent)
			.anyMatch((demanded) -> demanded == consent && !demanded.isGiven(allowDrop));
	}

	RevisionFormat format(@Nullable String asked) {
		return RevisionDrafts.format((asked != null) ? asked : this.settings.format());
	}

	private static boolean orElse(@Nullable Boolean asked, boolean otherwise) {
		return (asked != null) ? asked : otherwise;
	}

	// An answer may raise new questions: about the columns of a table that was renamed
	private static ModelComparison ask(ModelComparison comparison, RenameQuestions questions) {
		Set<RenameCandidate> asked = new HashSet<>();
		ModelComparison current = comparison;
		List<RenameCandidate> open = current.comparison().renameCandidates();
		while (!asked.containsAll(open)) {
			List<RenameCandidate> renamed = new ArrayList<>();
			for (RenameCandidate candidate : open) {
				if (asked.add(candidate) && isFree(candidate, renamed) && questions.isRenamed(candidate.question())) {
					renamed.add(candidate);
				}
			}
			current = renamed.isEmpty() ? current : current.knowing(renamed);
			open = current.comparison().renameCandidates();
		}
		return current;
	}

	private static boolean isFree(RenameCandidate candidate, List<RenameCandidate> renamed) {
		return renamed.stream()
			.filter((other) -> other.type() == candidate.type() && Objects.equals(other.table(), candidate.table()))
			.noneMatch((other) -> other.from().equals(candidate.from()) || other.to().equals(candidate.to()));
	}

	List<RevisionDirectives> directives(ModelComparison comparison, boolean skipEmpty) {
		NewEnumValues values = enumValues(comparison);
		return comparison.comparison()
			.directives()
			.process(this.settings.rewriters().get(), this.settings.processors().get())
			.stream()
			.filter((directives) -> !skipEmpty || !directives.isEmpty())
			.map(values::place)
			.toList();
	}

	private NewEnumValues enumValues(ModelComparison comparison) {
		return (this.environment.settings().transactionMode() == TransactionMode.PER_RUN) ? NewEnumValues.inRun()
				: comparison.newEnumValues(this.environment.dialect(), writer(comparison));
	}

	RevisionRendering rendering(ModelComparison comparison, RevisionFormat format, boolean allowDrop) {
		return new RevisionRendering(format, this.environment.dialect(), writer(comparison), allowDrop);
	}

	private DdlWriter writer(ModelComparison comparison) {
		return this.environment.dialect()
			.ddlWriter(comparison.serverVersion(), this.environment.settings().operations().namingConvention());
	}

}
