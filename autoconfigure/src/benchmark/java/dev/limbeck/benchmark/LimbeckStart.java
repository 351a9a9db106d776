package dev.limbeck.benchmark;

import dev.limbeck.command.Migrations;

import org.springframework.context.ApplicationContext;

/**
 * Limbeck through its own auto-configuration, whose beans are lazy here.
 */
class LimbeckStart implements Start {

	@Override
	public void run(ApplicationContext context) {
		context.getBean(Migrations.class).upgrade();
	}

}
