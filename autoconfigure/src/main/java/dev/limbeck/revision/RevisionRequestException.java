package dev.limbeck.revision;

import java.util.List;

/**
 * A new revision that was asked for does not fit into the graph.
 *
 * @since 0.1.0
 */
public final class RevisionRequestException extends RevisionException {

	private final String category;

	private RevisionRequestException(String category, String message, String action) {
		super(message, action);
		this.category = category;
	}

	static RevisionRequestException notAHead(Node node) {
		return new RevisionRequestException("splice-required",
				"Revision %s is not a head: %s already follows it.".formatted(node.revision().describe(),
						Enumeration.ofRevisions(node.children())),
				"Follow a head instead, or start a new branch here with --splice.");
	}

	static RevisionRequestException repeated(Node node) {
		return new RevisionRequestException("duplicate-heads",
				"Revision %s is named twice as a down revision.".formatted(node.revision().describe()),
				"Name each revision to merge once.");
	}

	static RevisionRequestException locationRequired(List<String> locations) {
		return new RevisionRequestException("version-path-required",
				("There are several version locations, and no down revision determines which " + "one to write to: %s.")
					.formatted(String.join(", ", locations)),
				"Name one of them with --version-path.");
	}

	static RevisionRequestException unknownLocation(String location, List<String> locations) {
		return new RevisionRequestException("version-path-unknown",
				"'%s' is not a version location. The version locations are %s.".formatted(location,
						String.join(", ", locations)),
				"Name one of these, or add the new one to the property migrations.version-locations.");
	}

	static RevisionRequestException baseAsDependency(String target) {
		return new RevisionRequestException("unknown-revision",
				"A revision cannot depend on '%s', which is not a revision.".formatted(target),
				"Remove the dependency, or name a revision.");
	}

	@Override
	public String category() {
		return this.category;
	}

}
