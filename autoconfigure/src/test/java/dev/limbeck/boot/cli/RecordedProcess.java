package dev.limbeck.boot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.cli.Output;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;

/**
 * Runs a main method as a JVM would, and keeps what it prints and its exit code.
 */
final class RecordedProcess implements CommandProcess {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private final List<Integer> exitCodes = new ArrayList<>();

	private @Nullable Throwable failure;

	private RecordedProcess() {
	}

	static RecordedProcess run(Runnable main) {
		RecordedProcess process = new RecordedProcess();
		try {
			SpringApplication.withHook((application) -> new SpringApplicationRunListener() {

				@Override
				public void starting(ConfigurableBootstrapContext bootstrapContext) {
					bootstrapContext.register(CommandProcess.class, InstanceSupplier.of(process));
				}

			}, main);
		}
		catch (RuntimeException ex) {
			process.failure = ex;
		}
		return process;
	}

	@Override
	public Output out() {
		return Output.plain(new PrintWriter(this.out));
	}

	@Override
	public Output err() {
		return Output.plain(new PrintWriter(this.err));
	}

	@Override
	public void exit(int code) {
		this.exitCodes.add(code);
	}

	/**
	 * Return the exit code of the one command that ran.
	 * @return the code
	 */
	int exitCode() {
		if (this.exitCodes.size() != 1 || !(this.failure instanceof CompletedCommandException completed)) {
			throw new AssertionError("Not one command ran: " + this.exitCodes + "\n" + this.err, this.failure);
		}
		if (completed.getExitCode() != this.exitCodes.get(0)) {
			throw new AssertionError("Two exit codes", completed);
		}
		return completed.getExitCode();
	}

	boolean ranCommand() {
		return !this.exitCodes.isEmpty();
	}

	@Nullable Throwable failure() {
		return this.failure;
	}

	String output() {
		return this.out.toString();
	}

	String errors() {
		return this.err.toString();
	}

}
