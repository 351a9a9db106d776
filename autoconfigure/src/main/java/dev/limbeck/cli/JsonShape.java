package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.autogenerate.UnmappedObject;
import dev.limbeck.command.BranchEntry;
import dev.limbeck.command.CheckResult;
import dev.limbeck.command.CreatedRevision;
import dev.limbeck.command.PlanResult;
import dev.limbeck.command.PlannedStep;
import dev.limbeck.command.RevisionDetails;
import dev.limbeck.command.RevisionEntry;
import dev.limbeck.revision.MigrationResult;

/**
 * The shapes of the results in JSON. They are documented in {@code docs/commands.md} and
 * only ever get new members.
 */
final class JsonShape {

	private JsonShape() {
	}

	static <T> List<Map<String, Object>> list(List<T> values, Function<T, Map<String, Object>> shape) {
		return values.stream().map(shape).toList();
	}

	static Map<String, Object> revision(RevisionEntry entry) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("revision", entry.revision());
		shape.put("downRevisions", entry.downRevisions());
		shape.put("dependsOn", entry.dependsOn());
		shape.put("branchLabels", entry.branchLabels());
		shape.put("message", entry.message());
		shape.put("description", entry.description());
		shape.put("createDate", entry.createDate());
		shape.put("type", entry.type());
		shape.put("source", entry.source());
		shape.put("head", entry.head());
		shape.put("effectiveHead", entry.effectiveHead());
		shape.put("base", entry.base());
		shape.put("branchPoint", entry.branchPoint());
		shape.put("mergePoint", entry.mergePoint());
		shape.put("children", entry.children());
		shape.put("current", entry.current());
		shape.put("applied", entry.applied());
		return shape;
	}

	static Map<String, Object> branch(BranchEntry branch) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("branchPoint", revision(branch.branchPoint()));
		shape.put("revisions", list(branch.children(), JsonShape::revision));
		return shape;
	}

	static Map<String, Object> details(RevisionDetails details) {
		Map<String, Object> shape = revision(details.entry());
		shape.put("irreversible", details.irreversible());
		shape.put("upgradeSql", details.upgradeSql());
		shape.put("downgradeSql", details.downgradeSql());
		return shape;
	}

	static Map<String, Object> result(MigrationResult result) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("direction", result.direction().word());
		shape.put("revisions", result.revisions());
		shape.put("heads", result.heads());
		shape.put("warnings", result.warnings());
		shape.put("duration", result.duration().toString());
		return shape;
	}

	static Map<String, Object> plan(PlanResult plan) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("steps", list(plan.steps(), JsonShape::step));
		shape.put("startHeads", plan.startHeads());
		shape.put("finalHeads", plan.finalHeads());
		shape.put("warnings", plan.warnings());
		return shape;
	}

	private static Map<String, Object> step(PlannedStep step) {
		RevisionEntry revision = step.revision();
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("direction", step.direction().word());
		shape.put("revision", (revision != null) ? revision.revision() : null);
		shape.put("message", (revision != null) ? revision.message() : null);
		shape.put("from", step.from());
		shape.put("to", step.to());
		shape.put("headsAfter", step.headsAfter());
		shape.put("transactional", step.transactional());
		return shape;
	}

	static Map<String, Object> created(CreatedRevision created) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("revision", created.revision());
		shape.put("downRevisions", created.downRevisions());
		shape.put("dependsOn", created.dependsOn());
		shape.put("branchLabels", created.branchLabels());
		shape.put("message", created.message());
		shape.put("type", created.type());
		shape.put("file", created.file().toString());
		return shape;
	}

	static Map<String, Object> check(CheckResult result) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("passed", result.passed());
		shape.put("problems", list(result.problems(), JsonShape::problem));
		shape.put("notes", result.notes());
		shape.put("revisions", result.revisions());
		shape.put("heads", result.heads());
		shape.put("database", result.database());
		shape.put("differences", list(result.differences(), JsonShape::difference));
		shape.put("kept", list(result.kept(), JsonShape::kept));
		shape.put("comparedWith", result.comparedWith());
		return shape;
	}

	static Map<String, Object> difference(ModelDifference difference) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("kind", difference.kind());
		shape.put("type", difference.type());
		shape.put("table", difference.table());
		shape.put("name", difference.name());
		shape.put("description", difference.description());
		shape.put("detail", difference.detail());
		shape.put("destructive", difference.destructive());
		shape.put("object", difference.object());
		shape.put("modelHas", difference.modelHas());
		shape.put("databaseHas", difference.databaseHas());
		shape.put("class", difference.effect());
		shape.put("reason", difference.reason());
		return shape;
	}

	static Map<String, Object> kept(UnmappedObject object) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("kind", object.kind());
		shape.put("type", object.type());
		shape.put("table", object.table());
		shape.put("name", object.name());
		shape.put("detail", object.detail());
		shape.put("object", object.object());
		shape.put("modelHas", null);
		shape.put("databaseHas", object.detail());
		shape.put("reason", object.reason());
		return shape;
	}

	private static Map<String, Object> problem(CheckResult.Problem problem) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("kind", CheckCliCommand.word(problem.kind()));
		shape.put("message", problem.message());
		shape.put("action", problem.action());
		return shape;
	}

	static List<String> paths(List<?> paths) {
		List<String> texts = new ArrayList<>();
		paths.forEach((path) -> texts.add(path.toString()));
		return texts;
	}

}
