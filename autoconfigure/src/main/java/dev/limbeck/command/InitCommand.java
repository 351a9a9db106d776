package dev.limbeck.command;

import dev.limbeck.script.EnvironmentTemplate;
import dev.limbeck.script.WrittenEnvironment;

/**
 * Lays out a migration environment.
 */
final class InitCommand {

	private final Environment environment;

	InitCommand(Environment environment) {
		this.environment = environment;
	}

	InitResult run(InitRequest request) {
		WrittenEnvironment written = this.environment.sourceTree()
			.environmentWriter()
			.write(EnvironmentTemplate.named(request.template()), request.directory(), request.packageName());
		return new InitResult(written.directory(), written.created(), written.changed(), written.skipped(),
				written.properties());
	}

}
