package dev.limbeck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.autogenerate.UnmappedObject;
import dev.limbeck.command.AutogenerateResult;
import dev.limbeck.command.GeneratedRevision;

/**
 * Tells what a comparison has found and which revisions were made of it.
 */
final class AutogenerateReport {

	private final CommandRun run;

	private final boolean json;

	AutogenerateReport(CommandRun run, boolean json) {
		this.run = run;
		this.json = json;
	}

	void print(AutogenerateResult result, Function<ModelDifference, String> words, String nothing) {
		result.differences().forEach((difference) -> this.run.note("Detected " + words.apply(difference)));
		String kept = UnmappedObject.summary(result.kept());
		if (kept != null) {
			this.run.note(kept);
		}
		result.warnings().forEach(this.run::warn);
		if (result.commented()) {
			this.run.warn("What would lose or change data is a comment in the revision. If it is meant, uncomment it "
					+ "in the upgrade and in the downgrade, or give --allow-drop.");
		}
		if (result.undecided()) {
			this.run.warn("What would change the meaning of values is a comment in the revision: decide what "
					+ "they mean, and uncomment it.");
		}
		if (this.json) {
			this.run.printJson(shape(result));
		}
		else if (result.revisions().isEmpty()) {
			this.run.print(nothing);
		}
		else {
			result.revisions().forEach(this::print);
		}
	}

	private void print(GeneratedRevision revision) {
		if (revision.written()) {
			this.run.print("Created " + revision.revision().file());
		}
		else {
			this.run.printText(revision.content());
		}
	}

	private static Map<String, Object> shape(AutogenerateResult result) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("created", revisions(result, true));
		shape.put("proposed", revisions(result, false));
		shape.put("differences", JsonShape.list(result.differences(), JsonShape::difference));
		shape.put("kept", JsonShape.list(result.kept(), JsonShape::kept));
		shape.put("warnings", result.warnings());
		shape.put("comparedWith", result.database());
		return shape;
	}

	private static List<Map<String, Object>> revisions(AutogenerateResult result, boolean written) {
		return JsonShape.list(result.revisions().stream().filter((each) -> each.written() == written).toList(),
				AutogenerateReport::shape);
	}

	private static Map<String, Object> shape(GeneratedRevision revision) {
		Map<String, Object> shape = JsonShape.created(revision.revision());
		shape.put("content", revision.content());
		return shape;
	}

}
