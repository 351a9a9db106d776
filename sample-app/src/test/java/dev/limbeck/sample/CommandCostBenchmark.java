package dev.limbeck.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command costs, beside a start of the application with nothing to do: the
 * processor time of the whole process. No build runs it, see docs/benchmarks.md.
 */
class CommandCostBenchmark {

	private static final int RUNS = 5;

	private static final Pattern TIMES = Pattern.compile("(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s\\s*$");

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path directory;

	@Test
	void currentCostsLessThanAThirdOfAStart() throws Exception {
		assertThat(SampleCommand.runOn(this.database, this.directory, "upgrade", "heads").exitCode()).isZero();
		double[] start = new double[RUNS];
		double[] current = new double[RUNS];
		double[] heads = new double[RUNS];
		for (int i = 0; i < RUNS; i++) {
			start[i] = start();
			current[i] = command("current");
			heads[i] = command("heads");
		}
		System.out.printf("start %.2f s, migrations current %.2f s, migrations heads %.2f s of processor time%n",
				median(start), median(current), median(heads));
		assertThat(median(current)).isLessThan(median(start) / 3);
	}

	private double start() {
		try (SampleProcess application = SampleProcess.startOn(this.database).awaitStarted()) {
			return seconds(application.processorTime());
		}
	}

	// A shell tells what its children have used; Java tells of running processes only
	private double command(String name) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1; times", "sh"));
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(SampleProcess.OPTIONS);
		command.addAll(List.of("-jar", SampleCommand.jar()));
		command.addAll(List.of(SampleCommand.on(this.database, name)));
		Process process = new ProcessBuilder(command).start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).isZero();
		Matcher times = TIMES.matcher(output);
		assertThat(times.find()).as(output).isTrue();
		return 60 * (Integer.parseInt(times.group(1)) + Integer.parseInt(times.group(3)))
				+ Double.parseDouble(times.group(2)) + Double.parseDouble(times.group(4));
	}

	private static double seconds(Duration duration) {
		return duration.toMillis() / 1000.0;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
