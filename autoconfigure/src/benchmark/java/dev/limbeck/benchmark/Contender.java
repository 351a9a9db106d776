package dev.limbeck.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * Who starts: the tools, and what they are held against.
 */
enum Contender {

	/** This project. */
	LIMBECK("Limbeck", BenchmarkApplication.BEANS, List.of("limbeck-")),

	/** Flyway. */
	FLYWAY("Flyway", "dev.limbeck.benchmark.FlywayStart", List.of("flyway-", "jackson-")),

	/** Liquibase. */
	LIQUIBASE("Liquibase", "dev.limbeck.benchmark.LiquibaseStart",
			List.of("liquibase-", "opencsv-", "commons-", "jaxb-api-", "jakarta.activation-")),

	/** List the revisions and compute the SHA-256 of each. No statement is sent. */
	FILES("every file", "dev.limbeck.benchmark.FilesStart", List.of()),

	/** Read one resource that holds all revisions, and send one SELECT. */
	BUNDLE("one bundle", "dev.limbeck.benchmark.BundleStart", List.of()),

	/** The statements of that resource, with a transaction and a history row each. */
	LOOP("bare JDBC", "dev.limbeck.benchmark.LoopStart", List.of());

	private final String label;

	private final String type;

	private final List<String> libraries;

	Contender(String label, String type, List<String> libraries) {
		this.label = label;
		this.type = type;
		this.libraries = libraries;
	}

	String label() {
		return this.label;
	}

	// The class that starts it, by name: the libraries of the others are absent. Limbeck
	// has none, since its beans do that
	String type() {
		return this.type;
	}

	// How the names of the jars begin that only this contender needs
	List<String> libraries() {
		return this.libraries;
	}

	// The references share one set
	String fileSet() {
		return (this.ordinal() < FILES.ordinal()) ? name().toLowerCase(Locale.ROOT) : "reference";
	}

}
