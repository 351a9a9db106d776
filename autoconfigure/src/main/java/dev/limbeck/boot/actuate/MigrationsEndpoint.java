package dev.limbeck.boot.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.limbeck.command.Migrations;
import dev.limbeck.connection.ConnectionException;
import dev.limbeck.revision.Revision;
import dev.limbeck.runtime.MigrationStatus;
import dev.limbeck.runtime.MigrationStatus.HistoryEntry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.context.ApplicationContext;

/**
 * {@link Endpoint @Endpoint} that shows the current revisions, the graph and the history
 * of every database that is migrated. It only reads, takes no lock, and shows no URL and
 * no SQL. A database that is away is a status, not an error.
 *
 * @since 0.1.0
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public class MigrationsEndpoint {

	private static final Log logger = LogFactory.getLog(MigrationsEndpoint.class);

	private final ApplicationContext context;

	/**
	 * Create an endpoint.
	 * @param context the context whose migrations are shown, with those of its parents
	 */
	public MigrationsEndpoint(ApplicationContext context) {
		this.context = context;
	}

	/**
	 * Show the migrations of all contexts.
	 * @return the migrations by context and bean
	 */
	@ReadOperation
	public MigrationsDescriptor migrations() {
		Map<String, ContextDescriptor> contexts = new LinkedHashMap<>();
		ApplicationContext target = this.context;
		while (target != null) {
			contexts.put(target.getId(), describe(target));
			target = target.getParent();
		}
		return new MigrationsDescriptor(contexts);
	}

	private static ContextDescriptor describe(ApplicationContext context) {
		Map<String, DatabaseDescriptor> databases = new LinkedHashMap<>();
		context.getBeansOfType(Migrations.class)
			.forEach((name, migrations) -> databases.put(name, DatabaseDescriptor.of(migrations)));
		ApplicationContext parent = context.getParent();
		return new ContextDescriptor((parent != null) ? parent.getId() : null, databases);
	}

	/**
	 * Show one revision.
	 * @param revision its id, or the beginning of it that no other revision has
	 * @return the revision, or {@code null} if there is none
	 */
	@ReadOperation
	public @Nullable SingleRevisionDescriptor revision(@Selector String revision) {
		ApplicationContext target = this.context;
		while (target != null) {
			for (Migrations migrations : target.getBeansOfType(Migrations.class).values()) {
				SingleRevisionDescriptor found = find(DatabaseDescriptor.of(migrations), revision);
				if (found != null) {
					return found;
				}
			}
			target = target.getParent();
		}
		return null;
	}

	private static @Nullable SingleRevisionDescriptor find(DatabaseDescriptor database, String id) {
		List<RevisionDescriptor> candidates = database.revisions()
			.stream()
			.filter((candidate) -> candidate.revision().startsWith(id))
			.toList();
		return candidates.stream()
			.filter((candidate) -> candidates.size() == 1 || candidate.revision().equals(id))
			.findFirst()
			.map((candidate) -> new SingleRevisionDescriptor(candidate,
					database.history()
						.stream()
						.filter((step) -> step.revision().equals(candidate.revision()))
						.toList()))
			.orElse(null);
	}

	/**
	 * The migrations of an application.
	 *
	 * @param contexts the contexts by id, from child to parent
	 */
	public record MigrationsDescriptor(Map<String, ContextDescriptor> contexts) implements OperationResponseBody {
	}

	/**
	 * The migrations of a context.
	 *
	 * @param parentId the id of the parent context, or {@code null}
	 * @param migrations the databases by the name of their bean
	 */
	public record ContextDescriptor(@JsonInclude @Nullable String parentId,
			Map<String, DatabaseDescriptor> migrations) {
	}

	/**
	 * The migrations of a database.
	 *
	 * @param status {@code up-to-date}, {@code pending}, {@code unknown-revision},
	 * {@code failed} or {@code unreachable}
	 * @param problem why the status is not known or not well, or {@code null}
	 * @param current the rows of the version table
	 * @param heads the ids of the heads among the revisions
	 * @param pending the ids of the revisions that an upgrade would run, in its order
	 * @param revisions all revisions of the application
	 * @param history the steps that were run, oldest first
	 */
	public record DatabaseDescriptor(String status, @Nullable String problem, List<String> current, List<String> heads,
			List<String> pending, List<RevisionDescriptor> revisions, List<StepDescriptor> history) {

		static DatabaseDescriptor of(Migrations migrations) {
			try {
				return of(migrations.status());
			}
			catch (ConnectionException | BeansException ex) {
				logger.debug("The application does not say where the database is", ex);
				return new DatabaseDescriptor("unreachable", "The application does not say where the database is",
						List.of(), List.of(), List.of(), List.of(), List.of());
			}
		}

		private static DatabaseDescriptor of(MigrationStatus status) {
			Set<String> applied = Set.copyOf(status.applied());
			Set<String> pending = Set.copyOf(status.pending());
			return new DatabaseDescriptor(status.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
					status.problem(), status.current(), status.heads(), status.pending(),
					status.revisions()
						.stream()
						.map((revision) -> RevisionDescriptor.of(revision, applied, pending))
						.toList(),
					status.history().stream().map(StepDescriptor::of).toList());
		}

	}

	/**
	 * A revision.
	 *
	 * @param revision its id
	 * @param downRevisions the revisions it follows
	 * @param dependsOn the revisions or labels it depends on, as it names them
	 * @param branchLabels the branch labels it carries itself
	 * @param message its message
	 * @param type what it is written in: {@code sql}
	 * @param state {@code applied}, {@code pending}, or {@code unknown} if the database
	 * cannot tell or the target does not need it
	 */
	public record RevisionDescriptor(String revision, List<String> downRevisions, List<String> dependsOn,
			List<String> branchLabels, String message, String type, String state) {

		static RevisionDescriptor of(Revision revision, Set<String> applied, Set<String> pending) {
			String state = applied.contains(revision.id()) ? "applied"
					: (pending.contains(revision.id()) ? "pending" : "unknown");
			return new RevisionDescriptor(revision.id(), revision.downRevisions(), revision.dependsOn(),
					revision.branchLabels(), revision.message(), "sql", state);
		}

	}

	/**
	 * A step that was run.
	 *
	 * @param revision the revision
	 * @param direction {@code upgrade}, {@code downgrade} or {@code stamp}
	 * @param message the message of the revision at that time
	 * @param appliedAt when the step began
	 * @param duration how long it took, or {@code null} if it has not ended
	 * @param appliedBy the database user
	 * @param checksum the SHA-256 of the upgrade section, or {@code null}
	 * @param outcome {@code success}, {@code started} or {@code failed}
	 */
	public record StepDescriptor(String revision, String direction, String message, Instant appliedAt,
			@Nullable Duration duration, String appliedBy, @Nullable String checksum, String outcome) {

		static StepDescriptor of(HistoryEntry entry) {
			return new StepDescriptor(entry.revision(), entry.direction(), entry.message(), entry.appliedAt(),
					entry.duration(), entry.appliedBy(), entry.checksum(), entry.outcome());
		}

	}

	/**
	 * One revision with the steps that it was run in.
	 *
	 * @param revision the revision
	 * @param history its steps, oldest first
	 */
	public record SingleRevisionDescriptor(RevisionDescriptor revision,
			List<StepDescriptor> history) implements OperationResponseBody {
	}

}
