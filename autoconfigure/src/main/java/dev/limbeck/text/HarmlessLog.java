package dev.limbeck.text;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A log whose lines stay lines, whoever wrote what stands in them.
 *
 * @since 0.1.0
 */
public final class HarmlessLog implements Log {

	private final Log log;

	private HarmlessLog(Log log) {
		this.log = log;
	}

	/**
	 * Return the log of a class.
	 * @param type the class
	 * @return its log
	 */
	public static Log of(Class<?> type) {
		return new HarmlessLog(LogFactory.getLog(type));
	}

	private static @Nullable Object harmless(@Nullable Object message) {
		return (message != null) ? HarmlessText.line(message.toString()) : null;
	}

	// A logging system prints the messages of exceptions as they are
	private static Object harmless(@Nullable Object message, String trace) {
		return harmless(message) + "\n" + HarmlessText.lines(trace.replace("\r\n", "\n")).stripTrailing();
	}

	private static @Nullable String harmfulTrace(@Nullable Throwable failure) {
		if (failure == null) {
			return null;
		}
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		String text = trace.toString().replace("\r\n", "\n");
		return HarmlessText.lines(text).equals(text) ? null : text;
	}

	@Override
	public boolean isFatalEnabled() {
		return this.log.isFatalEnabled();
	}

	@Override
	public boolean isErrorEnabled() {
		return this.log.isErrorEnabled();
	}

	@Override
	public boolean isWarnEnabled() {
		return this.log.isWarnEnabled();
	}

	@Override
	public boolean isInfoEnabled() {
		return this.log.isInfoEnabled();
	}

	@Override
	public boolean isDebugEnabled() {
		return this.log.isDebugEnabled();
	}

	@Override
	public boolean isTraceEnabled() {
		return this.log.isTraceEnabled();
	}

	@Override
	public void fatal(@Nullable Object message) {
		this.log.fatal(harmless(message));
	}

	@Override
	public void fatal(@Nullable Object message, @Nullable Throwable failure) {
		String trace = harmfulTrace(failure);
		if (trace != null) {
			this.log.fatal(harmless(message, trace));
		}
		else {
			this.log.fatal(harmless(message), failure);
		}
	}

	@Override
	public void error(@Nullable Object message) {
		this.log.error(harmless(message));
	}

	@Override
	public void error(@Nullable Object message, @Nullable Throwable failure) {
		String trace = harmfulTrace(failure);
		if (trace != null) {
			this.log.error(harmless(message, trace));
		}
		else {
			this.log.error(harmless(message), failure);
		}
	}

	@Override
	public void warn(@Nullable Object message) {
		this.log.warn(harmless(message));
	}

	@Override
	public void warn(@Nullable Object message, @Nullable Throwable failure) {
		String trace = harmfulTrace(failure);
		if (trace != null) {
			this.log.warn(harmless(message, trace));
		}
		else {
			this.log.warn(harmless(message), failure);
		}
	}

	@Override
	public void info(@Nullable Object message) {
		this.log.info(harmless(message));
	}

	@Override
	public void info(@Nullable Object message, @Nullable Throwable failure) {
		String trace = harmfulTrace(failure);
		if (trace != null) {
			this.log.info(harmless(message, trace));
		}
		else {
			this.log.info(harmless(message), failure);
		}
	}

	@Override
	public void debug(@Nullable Object message) {
		if (this.log.isDebugEnabled()) {
			this.log.debug(harmless(message));
		}
	}

	@Override
	public void debug(@Nullable Object message, @Nullable Throwable failure) {
		if (!this.log.isDebugEnabled()) {
			return;
		}
		String trace = harmfulTrace(failure);
		if (trace != null) {
			this.log.debug(harmless(message, trace));
		}
		else {
			this.log.debug(harmless(message), failure);
		}
	}

	@Override
	public void trace(@Nullable Object message) {
		if (this.log.isTraceEnabled()) {
			this.log.trace(harmless(message));
		}
	}

	@Override
	public void trace(@Nullable Object message, @Nullable Throwable failure) {
		if (!this.log.isTraceEnabled()) {
			return;
		}
		String trace = harmfulTrace(failure);
		if (trace != null) {
			this.log.trace(harmless(message, trace));
		}
		else {
			this.log.trace(harmless(message), failure);
		}
	}

}
