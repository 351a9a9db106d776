package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import dev.limbeck.cli.Lanes.Lane;
import org.jspecify.annotations.Nullable;

/**
 * The graph drawn in a terminal, newest revision first.
 * <p>
 * Every line that is on its way down to a revision has a lane. A revision takes the lane
 * that leads to it; its first down revision goes on in that lane and each further one in
 * a lane of its own. Two lanes that lead to the same revision become one at once, on the
 * left:
 *
 * <pre>
 *     ○  d        the merge point opens a lane
 *     ├─╮
 *     │ ○  c2
 *     ○ │  c1     now both lanes lead to b
 *     ├─╯
 *     ○  b
 * </pre>
 */
final class GraphDrawing {

	private final GraphGlyphs glyphs;

	private final Lanes lanes = new Lanes();

	private final Set<String> outstanding = new HashSet<>();

	private final List<String> drawn = new ArrayList<>();

	GraphDrawing(GraphGlyphs glyphs) {
		this.glyphs = glyphs;
	}

	/**
	 * Draw revisions. Lines to revisions that are not among them are left out.
	 * @param rows the revisions, each before those that it follows or depends on
	 * @return the lines of the drawing
	 */
	List<String> draw(Collection<GraphRow> rows) {
		rows.forEach((row) -> this.outstanding.add(row.id()));
		rows.forEach(this::draw);
		return List.copyOf(this.drawn);
	}

	private void draw(GraphRow row) {
		Iterator<String> lines = row.lines().iterator();
		this.outstanding.remove(row.id());
		int index = arrive(row.id());
		this.lanes.set(index, new Lane(row.id(), false));
		add(nodes(index, this.glyphs.node(row.marked())), lines.next());
		Connections connections = leave(row, index);
		if (!connections.isEmpty()) {
			add(connections.draw(), lines.hasNext() ? lines.next() : "");
		}
		lines.forEachRemaining((line) -> add(nodes(-1, ""), line));
	}

	private int arrive(String id) {
		List<Integer> arriving = this.lanes.leadingTo(id);
		if (arriving.isEmpty()) {
			return this.lanes.firstGap(0);
		}
		int index = arriving.get(0);
		if (arriving.size() > 1) {
			Connections connections = new Connections(index);
			arriving.subList(1, arriving.size()).forEach(connections::close);
			add(connections.draw(), "");
		}
		return index;
	}

	private Connections leave(GraphRow row, int index) {
		Connections connections = new Connections(index);
		this.lanes.set(index, null);
		row.down().forEach((id) -> connect(new Lane(id, false), index, connections));
		row.dependencies().forEach((id) -> connect(new Lane(id, true), index, connections));
		return connections;
	}

	private void connect(Lane lane, int index, Connections connections) {
		if (!this.outstanding.contains(lane.id())) {
			return;
		}
		int existing = this.lanes.indexOf(lane);
		boolean free = this.lanes.get(index) == null;
		if (existing >= 0 && free && existing > index) {
			connections.close(existing);
			this.lanes.set(index, lane);
		}
		else if (existing >= 0) {
			connections.join(existing, lane.dashed());
		}
		else if (free) {
			this.lanes.set(index, lane);
		}
		else {
			int gap = this.lanes.firstGap(index + 1);
			this.lanes.set(gap, lane);
			connections.open(gap, lane.dashed());
		}
	}

	private String nodes(int index, String node) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < this.lanes.size(); i++) {
			text.append((i == index) ? node : line(this.lanes.get(i))).append(' ');
		}
		return text.toString();
	}

	private String line(@Nullable Lane lane) {
		return (lane != null) ? this.glyphs.line(lane.dashed()) : " ";
	}

	private void add(String graph, String text) {
		this.drawn.add((text.isEmpty()) ? graph.stripTrailing() : graph + " " + text);
	}

	/**
	 * The lines that lead sideways from one lane to others, all in one row.
	 */
	private final class Connections {

		private final int from;

		private final TreeMap<Integer, End> ends = new TreeMap<>();

		private Connections(int from) {
			this.from = from;
		}

		boolean isEmpty() {
			return this.ends.isEmpty();
		}

		void open(int lane, boolean dashed) {
			this.ends.put(lane, new End(false, true, dashed));
		}

		void join(int lane, boolean dashed) {
			this.ends.put(lane, new End(true, true, dashed));
		}

		void close(int index) {
			Lane lane = GraphDrawing.this.lanes.get(index);
			this.ends.put(index, new End(true, false, lane != null && lane.dashed()));
			GraphDrawing.this.lanes.set(index, null);
		}

		String draw() {
			int first = Math.min(this.from, this.ends.firstKey());
			int last = Math.max(this.from, this.ends.lastKey());
			StringBuilder text = new StringBuilder();
			for (int i = 0; i <= Math.max(last, GraphDrawing.this.lanes.size() - 1); i++) {
				text.append(cell(i, first, last));
				text.append((i >= first && i < last) ? bar(i) : " ");
			}
			return GraphDrawing.this.glyphs.finish(text.toString());
		}

		private String cell(int index, int first, int last) {
			Lane lane = GraphDrawing.this.lanes.get(index);
			End end = this.ends.get(index);
			if (index == this.from) {
				end = new End(true, lane != null, false);
			}
			if (end != null) {
				return GraphDrawing.this.glyphs.joint(end.up(), end.down(), index > first, index < last);
			}
			if (lane != null || index < first || index > last) {
				return line(lane);
			}
			return (index < this.from) ? bar(index) : bar(index - 1);
		}

		// the bar right of a lane is dashed if all lines that share it are
		private String bar(int index) {
			Collection<End> sharing = (index < this.from) ? this.ends.headMap(index, true).values()
					: this.ends.tailMap(index, false).values();
			return GraphDrawing.this.glyphs.bar(sharing.stream().allMatch(End::dashed));
		}

		/**
		 * Where a line ends that leads sideways.
		 *
		 * @param up whether the lane comes from above
		 * @param down whether the lane goes on below
		 * @param dashed whether the line stands for a dependency
		 */
		private record End(boolean up, boolean down, boolean dashed) {

		}

	}

}
