package dev.limbeck.boot.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.limbeck.command.Migrations;
import dev.limbeck.connection.ConnectionException;
import dev.limbeck.revision.Revision;
import dev.limbeck.runtime.HistoryPage;
import dev.limbeck.runtime.MigrationStatus;
import dev.limbeck.runtime.MigrationStatus.HistoryEntry;
import dev.limbeck.runtime.MigrationStatus.RevisionEntry;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.context.ApplicationContext;

/**
 * {@link Endpoint @Endpoint} that shows the current revisions, the graph and the history
 * of every database that is migrated. It only reads, takes no lock, and shows no URL and
 * no SQL. A database that is away is a status, not an error. What it reads and shows is
 * bounded, and callers that come together share one read.
 *
 * @since 0.1.0
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public class MigrationsEndpoint {

	private static final Log logger = HarmlessLog.of(MigrationsEndpoint.class);

	private final ApplicationContext context;

	private final Show showDetails;

	private final Map<Migrations, DatabaseReads> reads = new ConcurrentHashMap<>();

	/**
	 * Create an endpoint.
	 * @param context the context whose migrations are shown, with those of its parents
	 * @param showDetails when to show who ran a step
	 */
	public MigrationsEndpoint(ApplicationContext context, Show showDetails) {
		this.context = context;
		this.showDetails = showDetails;
	}

	/**
	 * Show the migrations of all contexts.
	 * @param limit how many steps of the history to show; {@code null} for 100
	 * @return the migrations by context and bean
	 */
	@ReadOperation
	public MigrationsDescriptor migrations(@Nullable Integer limit) {
		return migrations(limit, this.showDetails.isShown(true));
	}

	MigrationsDescriptor migrations(@Nullable Integer limit, boolean details) {
		int steps = check(limit);
		Map<String, ContextDescriptor> contexts = new LinkedHashMap<>();
		ApplicationContext target = this.context;
		while (target != null) {
			contexts.put(target.getId(), describe(target, steps, details));
			target = target.getParent();
		}
		return new MigrationsDescriptor(contexts);
	}

	private static int check(@Nullable Integer limit) {
		int steps = (limit != null) ? limit : HistoryPage.DEFAULT_LIMIT;
		if (steps < 1 || steps > DatabaseReads.MAX_LIMIT) {
			String message = "The limit must be a number from 1 to " + DatabaseReads.MAX_LIMIT;
			throw new InvalidEndpointRequestException(message, message);
		}
		return steps;
	}

	private ContextDescriptor describe(ApplicationContext context, int limit, boolean details) {
		Map<String, DatabaseDescriptor> databases = new LinkedHashMap<>();
		context.getBeansOfType(Migrations.class)
			.forEach((name, migrations) -> databases.put(name, describe(migrations, limit, details)));
		ApplicationContext parent = context.getParent();
		return new ContextDescriptor((parent != null) ? parent.getId() : null, databases);
	}

	private DatabaseDescriptor describe(Migrations migrations, int limit, boolean details) {
		try {
			return DatabaseDescriptor.of(reads(migrations).status(limit), limit, details);
		}
		catch (ConnectionException | BeansException ex) {
			logger.debug("The application does not say where the database is", ex);
			return DatabaseDescriptor.unreachable("The application does not say where the database is");
		}
	}

	private DatabaseReads reads(Migrations migrations) {
		return this.reads.computeIfAbsent(migrations, DatabaseReads::new);
	}

	/**
	 * Show one revision.
	 * @param revision its id, or the beginning of it that no other revision has
	 * @param limit how many of its steps to show; {@code null} for 100
	 * @return the revision, or {@code null} if there is none
	 */
	@ReadOperation
	public @Nullable SingleRevisionDescriptor revision(@Selector String revision, @Nullable Integer limit) {
		return revision(revision, limit, this.showDetails.isShown(true));
	}

	@Nullable SingleRevisionDescriptor revision(String revision, @Nullable Integer limit, boolean details) {
		int steps = check(limit);
		ApplicationContext target = this.context;
		while (target != null) {
			for (Migrations migrations : target.getBeansOfType(Migrations.class).values()) {
				DatabaseDescriptor database = describe(migrations, 1, details);
				RevisionDescriptor found = find(database.revisions(), revision);
				if (found != null) {
					HistoryPage history = database.hasNoAnswer() ? null : reads(migrations).steps(found.revision());
					return SingleRevisionDescriptor.of(found, history, steps, details);
				}
			}
			target = target.getParent();
		}
		return null;
	}

	private static @Nullable RevisionDescriptor find(List<RevisionDescriptor> revisions, String id) {
		List<RevisionDescriptor> candidates = revisions.stream()
			.filter((candidate) -> candidate.revision().startsWith(id))
			.toList();
		return candidates.stream()
			.filter((candidate) -> candidates.size() == 1 || candidate.revision().equals(id))
			.findFirst()
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
	 * @param revisions all revisions of the application, each after those that it follows
	 * @param history the newest steps that were run, newest first
	 * @param historyTotal how many steps were run
	 */
	public record DatabaseDescriptor(String status, @Nullable String problem, List<String> current, List<String> heads,
			List<String> pending, List<RevisionDescriptor> revisions, List<StepDescriptor> history, long historyTotal) {

		private static final String UNREACHABLE = "unreachable";

		static DatabaseDescriptor unreachable(String problem) {
			return new DatabaseDescriptor(UNREACHABLE, problem, List.of(), List.of(), List.of(), List.of(), List.of(),
					0);
		}

		static DatabaseDescriptor of(MigrationStatus status, int limit, boolean details) {
			Set<String> applied = Set.copyOf(status.applied());
			Set<String> pending = Set.copyOf(status.pending());
			return new DatabaseDescriptor(status.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
					status.problem(), status.current(), status.heads(), status.pending(),
					status.revisions()
						.stream()
						.map((revision) -> RevisionDescriptor.of(revision, applied, pending))
						.toList(),
					StepDescriptor.of(status.history(), limit, details), status.history().total());
		}

		boolean hasNoAnswer() {
			return this.status.equals(UNREACHABLE);
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
	 * @param type what it is written in: {@code sql}, or {@code java} for every class
	 * @param state {@code applied}, {@code pending}, or {@code unknown} if the database
	 * cannot tell or the target does not need it
	 */
	public record RevisionDescriptor(String revision, List<String> downRevisions, List<String> dependsOn,
			List<String> branchLabels, String message, String type, String state) {

		static RevisionDescriptor of(RevisionEntry entry, Set<String> applied, Set<String> pending) {
			Revision revision = entry.revision();
			String state = applied.contains(revision.id()) ? "applied"
					: (pending.contains(revision.id()) ? "pending" : "unknown");
			return new RevisionDescriptor(revision.id(), revision.downRevisions(), revision.dependsOn(),
					revision.branchLabels(), revision.message(), entry.type(), state);
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
	 * @param appliedBy the database user, or {@code null} if details are not shown
	 * @param checksum the SHA-256 of the upgrade section, or {@code null}
	 * @param outcome {@code success}, {@code started} or {@code failed}
	 */
	public record StepDescriptor(String revision, String direction, String message, Instant appliedAt,
			@Nullable Duration duration, @Nullable String appliedBy, @Nullable String checksum, String outcome) {

		static List<StepDescriptor> of(HistoryPage history, int limit, boolean details) {
			return history.first(limit).entries().stream().map((entry) -> of(entry, details)).toList();
		}

		private static StepDescriptor of(HistoryEntry entry, boolean details) {
			return new StepDescriptor(entry.revision(), entry.direction(), entry.message(), entry.appliedAt(),
					entry.duration(), (details) ? entry.appliedBy() : null, entry.checksum(), entry.outcome());
		}

	}

	/**
	 * One revision with the steps that it was run in.
	 *
	 * @param revision the revision
	 * @param history its newest steps, newest first
	 * @param historyTotal how many steps there are, or {@code null} if the history cannot
	 * be read
	 */
	public record SingleRevisionDescriptor(RevisionDescriptor revision, List<StepDescriptor> history,
			@Nullable Long historyTotal) implements OperationResponseBody {

		static SingleRevisionDescriptor of(RevisionDescriptor revision, @Nullable HistoryPage history, int limit,
				boolean details) {
			return (history != null) ? new SingleRevisionDescriptor(revision,
					StepDescriptor.of(history, limit, details), history.total())
					: new SingleRevisionDescriptor(revision, List.of(), null);
		}

	}

}
