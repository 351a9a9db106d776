package dev.limbeck.runtime;

import dev.limbeck.dialect.ServerError;
import org.jspecify.annotations.Nullable;

/**
 * A failure that has its cause in what the server said.
 *
 * @since 0.1.0
 */
public interface RefusedByServer {

	/**
	 * Return what the server said.
	 * @return the error, without what is not to be shown; {@code null} if the server was
	 * not asked
	 */
	@Nullable ServerError getServerError();

}
