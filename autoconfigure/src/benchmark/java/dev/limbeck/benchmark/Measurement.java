package dev.limbeck.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one start cost.
 *
 * @param millis the time of the migration beans
 * @param statements how many statements were executed
 * @param roundTrips how often the client waited for the server
 * @param allocated how much the thread allocated, in MB
 * @param peakMemory the most that the process ever had in memory, in MB
 */
record Measurement(double millis, double statements, double roundTrips, double allocated, double peakMemory) {

	private static final String PREFIX = "MEASURED ";

	static Measurement parse(List<String> output) {
		String[] values = output.stream()
			.filter((line) -> line.startsWith(PREFIX))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The application failed:\n" + String.join("\n", output)))
			.substring(PREFIX.length())
			.split(" ");
		return new Measurement(Double.parseDouble(values[0]), Double.parseDouble(values[1]),
				Double.parseDouble(values[2]), Double.parseDouble(values[3]), Double.parseDouble(values[4]));
	}

	/**
	 * Return the medians of several starts.
	 */
	static Measurement median(List<Measurement> starts) {
		return new Measurement(median(starts, Measurement::millis), median(starts, Measurement::statements),
				median(starts, Measurement::roundTrips), median(starts, Measurement::allocated),
				median(starts, Measurement::peakMemory));
	}

	private static double median(List<Measurement> starts, ToDoubleFunction<Measurement> value) {
		return starts.stream()
			.sorted(Comparator.comparingDouble(value))
			.mapToDouble(value)
			.skip((starts.size() - 1) / 2)
			.findFirst()
			.orElseThrow();
	}

	@Override
	public String toString() {
		return PREFIX + String.format(Locale.ROOT, "%.3f %.0f %.0f %.3f %.1f", this.millis, this.statements, this.roundTrips,
				this.allocated, this.peakMemory);
	}

	String toJson() {
		return String.format(Locale.ROOT,
				"{\"millis\": %.1f, \"statements\": %.0f, \"roundTrips\": %.0f, \"allocatedMb\": %.1f, \"peakMemoryMb\": %.0f}",
				this.millis, this.statements, this.roundTrips, this.allocated, this.peakMemory);
	}

}
