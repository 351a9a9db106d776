package dev.limbeck.revision;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The revisions and how they build upon each other. Immutable.
 * <p>
 * The rules are those of Alembic's {@code RevisionMap}:
 *
 * <pre>
 *     base                                        heads
 *      a ──── b ──┬── c1 ──┬── d ──── e             e
 *                 └── c2 ──┘                        x2, an effective head too
 *            branch     merge
 *            point      point
 *      x1 ─────────────────── x2                  ─── down revision
 *                              ╎                  ╎   depends on: d must be applied
 *                              d                      before x2, but x2 does not follow it
 * </pre>
 *
 * Everything but the graph itself is computed when asked for.
 *
 * @since 0.1.0
 */
public final class RevisionGraph {

	private final Nodes nodes;

	private final BranchLabels labels;

	private final TargetResolver resolver;

	private final UpgradePlanner upgradePlanner;

	private final DowngradePlanner downgradePlanner;

	private final StampPlanner stampPlanner;

	private final OfflinePlanner offlinePlanner;

	private RevisionGraph(Nodes nodes) {
		this.nodes = nodes;
		this.labels = new BranchLabels(nodes.all());
		this.resolver = new TargetResolver(nodes);
		this.upgradePlanner = new UpgradePlanner(nodes, this.resolver);
		this.downgradePlanner = new DowngradePlanner(nodes, this.resolver);
		this.stampPlanner = new StampPlanner(nodes, this.resolver);
		this.offlinePlanner = new OfflinePlanner(this.resolver, this.upgradePlanner, this.downgradePlanner,
				this.stampPlanner);
	}

	/**
	 * Link revisions to a graph.
	 * @param revisionsInLoadOrder the revisions, in an order that is the same on every
	 * start; where several orders of a plan are valid, it decides
	 * @return the graph
	 * @throws RevisionGraphException if an id or a label is used twice, if a down
	 * revision or a dependency is missing, or if there is a cycle
	 */
	public static RevisionGraph of(Collection<Revision> revisionsInLoadOrder) {
		return new RevisionGraph(new GraphLoader().load(revisionsInLoadOrder));
	}

	/**
	 * Return all revisions.
	 * @return the revisions in load order
	 */
	public List<Revision> revisions() {
		return revisions(this.nodes.all());
	}

	/**
	 * Return the number of revisions.
	 * @return the number
	 */
	public int size() {
		return this.nodes.all().size();
	}

	/**
	 * Return whether there is a revision with this id.
	 * @param id a full revision id
	 * @return whether it is in the graph
	 */
	public boolean contains(String id) {
		return this.nodes.byId().containsKey(id);
	}

	/**
	 * Return the revision with this id.
	 * @param id a full revision id
	 * @return the revision
	 * @throws RevisionNotFoundException if there is none
	 */
	public Revision get(String id) {
		return node(id).revision();
	}

	/**
	 * Return the revisions that are nobody's down revision. One of them may still be
	 * needed as a dependency.
	 * @return the heads in load order
	 */
	public List<Revision> heads() {
		return matching(Node::isHead);
	}

	/**
	 * Return the revisions that nobody needs, neither as down revision nor as dependency:
	 * Alembic's "real heads", the rows that a fully upgraded database has.
	 * @return the effective heads in load order
	 */
	public List<Revision> effectiveHeads() {
		return matching(Node::isEffectiveHead);
	}

	/**
	 * Return the revisions without down revision.
	 * @return the bases in load order
	 */
	public List<Revision> bases() {
		return matching((node) -> node.down().isEmpty());
	}

	/**
	 * Return the revisions that need no other, neither as down revision nor as
	 * dependency.
	 * @return the real bases in load order
	 */
	public List<Revision> realBases() {
		return matching((node) -> node.needs().isEmpty());
	}

	/**
	 * Return the revisions that are the down revision of several.
	 * @return the branch points in load order
	 */
	public List<Revision> branchPoints() {
		return matching(Node::isBranchPoint);
	}

	/**
	 * Return the revisions that have several down revisions.
	 * @return the merge points in load order
	 */
	public List<Revision> mergePoints() {
		return matching((node) -> node.down().size() > 1);
	}

	/**
	 * Return the branch labels that a revision carries: its own, those of its ancestors,
	 * and those of descendants to which a single line leads, up to its head.
	 * @param id a full revision id
	 * @return the labels, sorted
	 */
	public Set<String> labelsOf(String id) {
		return Collections.unmodifiableSet(this.labels.of(node(id)));
	}

	/**
	 * Return the branch labels that each revision carries, in one pass.
	 * @return the labels by revision id, in load order
	 * @see #labelsOf(String)
	 */
	public Map<String, Set<String>> labels() {
		return Collections.unmodifiableMap(this.labels.ofAll());
	}

	/**
	 * Return what a revision depends on besides its down revisions, as ids.
	 * @param id a full revision id
	 * @return the ids in written order, branch labels replaced by the revision that
	 * declares them
	 */
	public List<String> dependencies(String id) {
		return ids(node(id).dependencies());
	}

	/**
	 * Return the revisions that have this one as a down revision.
	 * @param id a full revision id
	 * @return the ids in load order
	 */
	public List<String> children(String id) {
		return ids(node(id).children());
	}

	/**
	 * Return the revisions that have this one as a down revision or as a dependency.
	 * @param id a full revision id
	 * @return the ids in load order
	 */
	public List<String> neededBy(String id) {
		return ids(node(id).neededBy());
	}

	/**
	 * Return the revisions that an identifier stands for, whatever the database has:
	 * {@code [branch@]symbol}, where the symbol is {@code head}, {@code heads},
	 * {@code base}, a revision id, a branch label, or the beginning of an id or a label
	 * of more than three characters that fits no other; or {@code [branch@]-N}, which
	 * counts down from the heads.
	 * @param target the identifier
	 * @return the revisions, none for {@code base}
	 * @throws TargetException if it stands for no revision, or if one is wanted and there
	 * are several
	 */
	public List<Revision> resolve(String target) {
		return revisions(this.resolver.resolve(target));
	}

	/**
	 * Return the one revision that an identifier {@code [branch@]symbol} stands for.
	 * @param target the identifier
	 * @return the revision, or {@code null} for {@code base} and in an empty graph
	 * @throws MultipleHeadsException if it stands for several
	 * @throws TargetException if it stands for none
	 * @see #resolve(String)
	 */
	public @Nullable Revision resolveOne(String target) {
		Node node = this.resolver.resolveOne(target);
		return (node != null) ? node.revision() : null;
	}

	/**
	 * Return what Alembic's {@code show} shows: the revisions of an identifier, of which
	 * {@code current} stands for the rows.
	 * @param currentHeads the rows of the version table
	 * @param target the identifier
	 * @return the revisions
	 * @throws TargetException if it stands for no revision
	 * @see #needsCurrentHeads(String)
	 */
	public List<Revision> show(Collection<String> currentHeads, String target) {
		return HistoryWalk.isCurrent(target) ? revisions(this.nodes.rows(currentHeads)) : resolve(target);
	}

	/**
	 * Plan an upgrade: what the target needs minus what is applied, in Alembic's order. A
	 * target that is applied already gives an empty plan.
	 * @param currentHeads the rows of the version table
	 * @param target the target
	 * @return the plan
	 * @throws UnknownCurrentRevisionException if a row is not in this graph
	 * @throws OverlappingRevisionsException if one row implies another
	 * @throws RevisionException if the target stands for no revision, see
	 * {@link #resolve}
	 */
	public MigrationPlan<RevisionStep> planUpgrade(Collection<String> currentHeads, String target) {
		return planUpgrade(currentHeads, List.of(target));
	}

	/**
	 * Plan an upgrade to several targets.
	 * @param currentHeads the rows of the version table
	 * @param targets the targets, of which none may imply another
	 * @return the plan
	 * @see #planUpgrade(Collection, String)
	 */
	public MigrationPlan<RevisionStep> planUpgrade(Collection<String> currentHeads, Collection<String> targets) {
		return this.upgradePlanner.plan(currentHeads, targets);
	}

	/**
	 * Plan to run revisions that count as applied and were never run. The rows of the
	 * version table stay as they are.
	 * @param currentHeads the rows of the version table
	 * @param targets revisions: they and what they need is run, if it is missing
	 * @param missing the ids of the revisions that were never run
	 * @return the plan
	 * @throws UnknownCurrentRevisionException if a row is not in this graph
	 * @throws RevisionException if a target stands for no revision, see {@link #resolve}
	 */
	public MigrationPlan<RevisionStep> planMissing(Collection<String> currentHeads, Collection<String> targets,
			Collection<String> missing) {
		return this.upgradePlanner.planMissing(currentHeads, targets, missing);
	}

	/**
	 * Return whether an upgrade would have nothing to do.
	 * @param currentHeads the rows of the version table
	 * @param target the target
	 * @return whether all that the target needs is applied
	 * @see #planUpgrade(Collection, String)
	 */
	public boolean isUpToDate(Collection<String> currentHeads, String target) {
		return this.upgradePlanner.isUpToDate(currentHeads, target);
	}

	/**
	 * Return what is applied: the rows and all they need.
	 * @param currentHeads the rows of the version table
	 * @return the ids in load order
	 * @throws UnknownCurrentRevisionException if a row is not in this graph
	 */
	public Set<String> appliedBy(Collection<String> currentHeads) {
		Set<String> ids = new LinkedHashSet<>();
		Reachability.below(this.nodes.rows(currentHeads))
			.stream()
			.forEach((position) -> ids.add(this.nodes.all().get(position).id()));
		return Collections.unmodifiableSet(ids);
	}

	/**
	 * Return the revisions that need one, and that one itself: each row of the version
	 * table that is one of them stands for it.
	 * @param id a full revision id
	 * @return the ids in load order
	 * @throws RevisionNotFoundException if there is none
	 */
	public Set<String> followers(String id) {
		Set<String> ids = new LinkedHashSet<>();
		Reachability.of(List.of(node(id)), Node::neededBy, new BitSet())
			.stream()
			.forEach((position) -> ids.add(this.nodes.all().get(position).id()));
		return Collections.unmodifiableSet(ids);
	}

	/**
	 * Return what Alembic's {@code current} lists: the applied revisions without an
	 * applied child by down revision, rows or not.
	 * @param currentHeads the rows of the version table
	 * @return the revisions in load order
	 * @throws UnknownCurrentRevisionException if a row is not in this graph
	 */
	public List<Revision> current(Collection<String> currentHeads) {
		return revisions(this.nodes.current(this.nodes.rows(currentHeads)));
	}

	/**
	 * Plan a downgrade: what follows the target is taken back, and everything that needs
	 * it, on whatever branch. The target itself stays.
	 * @param currentHeads the rows of the version table, in the order in which the
	 * database returned them: {@code -N} counts from the first
	 * @param target the target
	 * @return the plan, with a warning if {@code -N} was ambiguous
	 * @throws UnknownCurrentRevisionException if a row is not in this graph
	 * @throws TargetException if the target stands for no revision, or for one from which
	 * there is nothing to take back
	 */
	public MigrationPlan<RevisionStep> planDowngrade(Collection<String> currentHeads, String target) {
		return this.downgradePlanner.plan(currentHeads, target);
	}

	/**
	 * Plan a stamp. Of the rows afterwards none implies another.
	 * @param currentHeads the rows of the version table
	 * @param targets the targets; each is a row afterwards, unless another one implies it
	 * @param purge whether all rows are deleted first, unread: then the plan starts from
	 * no rows, and whoever carries it out deletes them
	 * @return the plan
	 * @throws UnknownCurrentRevisionException if a row is not in this graph
	 * @throws TargetException if a target stands for no revision
	 */
	public MigrationPlan<StampStep> planStamp(Collection<String> currentHeads, Collection<String> targets,
			boolean purge) {
		return this.stampPlanner.plan(purge ? List.of() : currentHeads, targets);
	}

	/**
	 * Plan an upgrade without a database.
	 * @param range a target, or {@code from:to}; what is applied is taken from its start,
	 * and nothing is if there is none
	 * @return the plan
	 * @throws RangeException if the range is malformed
	 * @see #planUpgrade(Collection, String)
	 */
	public MigrationPlan<RevisionStep> planOfflineUpgrade(String range) {
		return this.offlinePlanner.planUpgrade(range);
	}

	/**
	 * Plan a downgrade without a database.
	 * @param range {@code from:to}
	 * @return the plan
	 * @throws RangeException if there is no range, or if it is malformed
	 * @see #planDowngrade(Collection, String)
	 */
	public MigrationPlan<RevisionStep> planOfflineDowngrade(String range) {
		return this.offlinePlanner.planDowngrade(range);
	}

	/**
	 * Plan a stamp without a database.
	 * @param targets the targets, each of which may be {@code from:to}
	 * @return the plan
	 * @throws RangeException if the ranges are malformed, or start at different revisions
	 * @see #planStamp(Collection, Collection, boolean)
	 */
	public MigrationPlan<StampStep> planOfflineStamp(Collection<String> targets) {
		return this.offlinePlanner.planStamp(targets);
	}

	/**
	 * Return what Alembic's {@code history} lists.
	 * @param currentHeads the rows of the version table
	 * @param range {@code start:end}, where an empty start is {@code base} and an empty
	 * end {@code heads}, or an empty string for all
	 * @return the revisions, newest first
	 * @throws RangeException if the range is malformed
	 * @throws TargetException if a side stands for no revision, or if the start is not
	 * below the end
	 * @see #needsCurrentHeads(String)
	 */
	public List<Revision> history(Collection<String> currentHeads, String range) {
		return revisions(new HistoryWalk(this.nodes, this.resolver, this.labels).walk(currentHeads, range));
	}

	/**
	 * Return whether an identifier or a range speaks of the rows of the version table, so
	 * that they have to be read.
	 * @param targetOrRange an identifier of {@link #show} or a range of {@link #history}
	 * @return whether the rows are needed
	 */
	public static boolean needsCurrentHeads(String targetOrRange) {
		return HistoryWalk.needsCurrentHeads(targetOrRange);
	}

	/**
	 * Fit a new revision into the graph.
	 * @param request what is asked of it
	 * @param versionLocations the version locations that there are
	 * @param locationOf the version location of a revision of this graph
	 * @return what is to be written
	 * @throws RevisionRequestException if it does not fit
	 * @throws RevisionGraphException if its id or a label is illegal or taken
	 * @throws TargetException if something that it names stands for no revision
	 */
	public RevisionDraft draft(RevisionRequest request, List<String> versionLocations,
			Function<Revision, String> locationOf) {
		return new DraftPlanner(this.nodes, this.resolver, this.labels).draft(request, versionLocations, locationOf);
	}

	Nodes nodes() {
		return this.nodes;
	}

	private Node node(String id) {
		Node node = this.nodes.byId().get(id);
		if (node == null) {
			throw RevisionNotFoundException.noMatch(id, NearNames.of(id, this.nodes.names()));
		}
		return node;
	}

	private List<Revision> matching(Predicate<Node> condition) {
		return revisions(this.nodes.matching(condition));
	}

	private static List<Revision> revisions(List<Node> nodes) {
		return nodes.stream().map(Node::revision).toList();
	}

	private static List<String> ids(List<Node> nodes) {
		return nodes.stream().map(Node::id).toList();
	}

}
