package dev.limbeck;

import java.util.List;
import java.util.Map;

/**
 * The rooms of the house, each a package, and who may import whom. What is not listed is
 * forbidden.
 */
final class Rooms {

	/** The rooms that each may import. */
	static final Map<String, List<String>> ARROWS = Map.ofEntries(Map.entry("schema", List.of()),
			Map.entry("text", List.of()), Map.entry("failure", List.of("text")),
			Map.entry("metadata", List.of("failure", "schema")),
			Map.entry("metadata.jpa", List.of("metadata", "schema")),
			Map.entry("metadata.relational", List.of("metadata", "schema")), Map.entry("operation", List.of("schema")),
			Map.entry("revision", List.of("failure")), Map.entry("script.render", List.of("operation", "schema")),
			Map.entry("connection", List.of("failure")),
			Map.entry("dialect", List.of("failure", "operation", "schema")),
			Map.entry("dialect.postgresql", List.of("dialect", "operation", "schema", "text")),
			Map.entry("script", List.of("failure", "operation", "revision", "script.render", "text")),
			Map.entry("compare", List.of("dialect", "operation", "schema")),
			Map.entry("runtime",
					List.of("connection", "dialect", "failure", "operation", "revision", "script", "text")),
			Map.entry("autogenerate.shadow", List.of("dialect", "dialect.postgresql", "failure", "runtime", "text")),
			Map.entry("boot.aws", List.of("connection", "runtime")),
			Map.entry("boot.relational", List.of("metadata", "metadata.relational", "runtime", "schema")),
			Map.entry("autogenerate",
					List.of("autogenerate.shadow", "compare", "dialect", "failure", "metadata", "operation", "revision",
							"runtime", "schema", "script", "script.render", "text")),
			Map.entry("command",
					List.of("autogenerate", "autogenerate.shadow", "compare", "dialect", "dialect.postgresql",
							"failure", "metadata", "revision", "runtime", "schema", "script")),
			Map.entry("boot.actuate",
					List.of("boot.autoconfigure", "command", "connection", "failure", "revision", "runtime", "text")),
			Map.entry("boot.autoconfigure",
					List.of("autogenerate", "autogenerate.shadow", "boot.aws", "command", "compare", "connection",
							"dialect", "dialect.postgresql", "failure", "metadata", "revision", "runtime", "schema",
							"script", "text")),
			Map.entry("boot.docker.compose", List.of("boot.autoconfigure")),
			Map.entry("boot.jpa", List.of("boot.autoconfigure", "metadata", "metadata.jpa")),
			Map.entry("boot.testcontainers", List.of("boot.autoconfigure")),
			Map.entry("cli", List.of("autogenerate", "command", "failure", "revision", "text")),
			Map.entry("boot.cli", List.of("boot.autoconfigure", "cli", "command", "failure", "metadata", "revision",
					"runtime", "schema", "script", "text")));

	private Rooms() {
	}

}
