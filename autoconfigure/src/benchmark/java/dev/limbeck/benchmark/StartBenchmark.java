package dev.limbeck.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.util.FileSystemUtils;

/**
 * The benchmark: first start, and start with nothing to do. See docs/benchmarks.md.
 */
class StartBenchmark {

	private static final List<Contender> FIRST = List.of(Contender.LOOP, Contender.LIMBECK, Contender.FLYWAY,
			Contender.LIQUIBASE);

	private static final List<Contender> AGAIN = List.of(Contender.BUNDLE, Contender.LIMBECK, Contender.FILES,
			Contender.FLYWAY, Contender.LIQUIBASE);

	private final int[] sizes = Arrays.stream(System.getProperty("benchmark.sizes", "10,1000,5000").split(","))
		.mapToInt(Integer::parseInt)
		.toArray();

	private final int starts = Integer.getInteger("benchmark.starts", 5);

	private final int firstStarts = Integer.getInteger("benchmark.first-starts", 3);

	/** Of so many revisions the first start is measured only once. */
	private final int large = Integer.getInteger("benchmark.large", 5000);

	private final List<String> only = Arrays
		.asList(System.getProperty("benchmark.contenders", "LIMBECK,FLYWAY,LIQUIBASE,FILES").split(","));

	private final Map<Contender, BuiltApplication> applications = new EnumMap<>(Contender.class);

	private final Map<Contender, TestDatabase> databases = new EnumMap<>(Contender.class);

	private final Report report = new Report();

	@Test
	void run() throws IOException {
		Path directory = Path.of("target", "benchmark").toAbsolutePath();
		FileSystemUtils.deleteRecursively(directory);
		for (int size : this.sizes) {
			build(directory.resolve(String.valueOf(size)), size);
			measureFirstStart(size);
			this.databases.put(Contender.BUNDLE, this.databases.get(Contender.LOOP));
			this.databases.put(Contender.FILES, this.databases.get(Contender.LOOP));
			measureStart("nothing to do, executable jar", true, size);
			measureStart("nothing to do, exploded", false, size);
		}
		Files.writeString(Path.of("target", "benchmarks.json"), this.report.toJson(), StandardCharsets.UTF_8);
		System.out.println(this.report);
	}

	private boolean takesPart(Contender contender) {
		return contender == Contender.LOOP || contender == Contender.BUNDLE || this.only.contains(contender.name());
	}

	private void build(Path directory, int size) throws IOException {
		Map<String, BuiltApplication> built = new HashMap<>();
		for (Contender contender : Contender.values()) {
			if (takesPart(contender)) {
				BuiltApplication application = built.get(contender.fileSet());
				if (application == null) {
					application = BuiltApplication.build(directory.resolve(contender.fileSet()), contender,
							RevisionFiles.of(contender, size));
					built.put(contender.fileSet(), application);
				}
				this.applications.put(contender, application);
			}
		}
	}

	private void measureFirstStart(int size) {
		Map<Contender, List<Measurement>> measurements = new EnumMap<>(Contender.class);
		for (int i = 0; i < ((size < this.large) ? this.firstStarts : 1); i++) {
			for (Contender contender : FIRST) {
				if (takesPart(contender)) {
					TestDatabase database = PostgresServer.shared().createDatabase();
					this.databases.put(contender, database);
					measure(measurements, contender, true, database);
				}
			}
		}
		this.report.add("first start, executable jar", size, measurements);
	}

	private void measureStart(String title, boolean executableJar, int size) {
		Map<Contender, List<Measurement>> measurements = new EnumMap<>(Contender.class);
		for (int i = 0; i < this.starts; i++) {
			for (Contender contender : AGAIN) {
				if (takesPart(contender)) {
					measure(measurements, contender, executableJar, this.databases.get(contender));
				}
			}
		}
		this.report.add(title, size, measurements);
	}

	private void measure(Map<Contender, List<Measurement>> measurements, Contender contender, boolean executableJar,
			TestDatabase database) {
		Measurement measurement = this.applications.get(contender).start(executableJar, contender, database.url());
		measurements.computeIfAbsent(contender, (key) -> new ArrayList<>()).add(measurement);
	}

}
