package dev.limbeck.benchmark;

import org.springframework.context.ApplicationContext;

/**
 * What one contender does to the database when an application starts.
 */
interface Start {

	/**
	 * Bring the database up to date.
	 * @param context the application, with a {@code DataSource} that has a connection
	 * @throws Exception if it fails
	 */
	void run(ApplicationContext context) throws Exception;

}
