package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a revision that is to be written will do.
 *
 * @param message the message, {@code null} for the one that the user has given
 * @param upgrade the operations of the upgrade, in their order
 * @param downgrade the operations of the downgrade, in their order
 * @since 0.1.0
 */
public record RevisionDirectives(@Nullable String message, List<DirectedOperation> upgrade,
		List<DirectedOperation> downgrade) {

	/**
	 * Create directives.
	 * @param message the message, {@code null} for the one that the user has given
	 * @param upgrade the operations of the upgrade, in their order
	 * @param downgrade the operations of the downgrade, in their order
	 */
	public RevisionDirectives {
		upgrade = List.copyOf(upgrade);
		downgrade = List.copyOf(downgrade);
	}

	/**
	 * Tell whether there is nothing to do, either way.
	 * @return whether there is
	 */
	public boolean isEmpty() {
		return this.upgrade.isEmpty() && this.downgrade.isEmpty();
	}

	/**
	 * Return the directives of the revisions that are to be written, once rewriters and
	 * processors have had their say.
	 * @param rewriters the rewriters, in their order
	 * @param processors the processors, in their order
	 * @return the directives, one for each revision
	 */
	public List<RevisionDirectives> process(List<OperationRewriter> rewriters, List<DirectiveProcessor> processors) {
		RevisionDirectives rewritten = new RevisionDirectives(this.message, rewrite(this.upgrade, rewriters),
				rewrite(this.downgrade, rewriters));
		List<RevisionDirectives> all = List.of(rewritten);
		for (DirectiveProcessor processor : processors) {
			all = List.copyOf(processor.process(all));
		}
		return all;
	}

	private static List<DirectedOperation> rewrite(List<DirectedOperation> operations,
			List<OperationRewriter> rewriters) {
		List<DirectedOperation> result = operations;
		for (OperationRewriter rewriter : rewriters) {
			List<DirectedOperation> next = new ArrayList<>();
			for (DirectedOperation operation : result) {
				next.addAll(operation.replacedBy(rewriter.rewrite(operation.operation())));
			}
			result = next;
		}
		return result;
	}

}
