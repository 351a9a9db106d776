package dev.limbeck.autogenerate.shadow;

import dev.limbeck.runtime.ConnectionSource;

/**
 * A shadow database that is open until it is closed or the process is told to end.
 */
abstract class OpenShadow implements ShadowDatabase {

	private final ConnectionSource connections;

	private final String description;

	private final String advice;

	/**
	 * Create an open shadow database.
	 * @param connections where connections to it come from
	 * @param description what it is
	 * @param advice what to do if a revision cannot be run in it
	 */
	protected OpenShadow(ConnectionSource connections, String description, String advice) {
		this.connections = connections;
		this.description = description;
		this.advice = advice;
	}

	@Override
	public ConnectionSource connections() {
		return this.connections;
	}

	@Override
	public String description() {
		return this.description;
	}

	@Override
	public String advice() {
		return this.advice;
	}

	@Override
	public boolean isEnding() {
		return removal().isEnding();
	}

	@Override
	public void close() {
		removal().run();
	}

	/**
	 * Return what removes it.
	 * @return the removal
	 */
	protected abstract Removal removal();

}
