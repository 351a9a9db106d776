package dev.limbeck.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured, as a table and as JSON.
 */
class Report {

	private final List<Row> rows = new ArrayList<>();

	void add(String title, int size, Map<Contender, List<Measurement>> measurements) {
		Row reference = null;
		for (Map.Entry<Contender, List<Measurement>> entry : measurements.entrySet()) {
			Row row = new Row(title, size, entry.getKey(), Measurement.median(entry.getValue()),
					entry.getValue().size());
			reference = (entry.getKey() == Contender.BUNDLE || entry.getKey() == Contender.LOOP) ? row : reference;
			this.rows.add(row);
		}
		double millis = (reference != null) ? reference.median().millis() : Double.NaN;
		this.rows.stream()
			.filter((row) -> row.title().equals(title) && row.size() == size)
			.forEach((row) -> System.out.println(row.toString(millis)));
	}

	private double referenceOf(Row row) {
		return this.rows.stream()
			.filter((other) -> other.title().equals(row.title()) && other.size() == row.size())
			.filter((other) -> other.contender() == Contender.BUNDLE || other.contender() == Contender.LOOP)
			.mapToDouble((other) -> other.median().millis())
			.findFirst()
			.orElse(Double.NaN);
	}

	String toJson() {
		return this.rows.stream()
			.map((row) -> row.toJson(referenceOf(row)))
			.reduce((left, right) -> left + ",\n" + right)
			.map((all) -> "[\n" + all + "\n]\n")
			.orElse("[]\n");
	}

	@Override
	public String toString() {
		StringBuilder table = new StringBuilder("\n").append("""
				| start | revisions | contender | ratio | ms | statements | round trips | allocated MB | peak MB |
				| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |
				""");
		this.rows.forEach((row) -> table.append(row.toString(referenceOf(row))).append('\n'));
		return table.toString();
	}

	/**
	 * The medians of one cell.
	 *
	 * @param title what was measured
	 * @param size the number of revisions
	 * @param contender who started
	 * @param median the medians
	 * @param starts of how many starts
	 */
	private record Row(String title, int size, Contender contender, Measurement median, int starts) {

		String toString(double reference) {
			return String.format(Locale.ROOT, "| %s | %,d | %s | %.1f | %.0f | %.0f | %.0f | %.1f | %.0f |", this.title,
					this.size, this.contender.label(), this.median.millis() / reference, this.median.millis(),
					this.median.statements(), this.median.roundTrips(), this.median.allocated(),
					this.median.peakMemory());
		}

		String toJson(double reference) {
			return String.format(Locale.ROOT,
					"  {\"start\": \"%s\", \"revisions\": %d, \"contender\": \"%s\", \"starts\": %d, \"ratio\": %.2f, \"median\": %s}",
					this.title, this.size, this.contender.label(), this.starts, this.median.millis() / reference,
					this.median.toJson());
		}

	}

}
