package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * What is done with each new revision after it was written, in order.
 *
 * @since 0.1.0
 */
public final class PostWriteHooks {

	private static final Log logger = HarmlessLog.of(PostWriteHooks.class);

	private final List<PostWriteHookSettings> settings;

	private final Map<String, PostWriteHook> hooks;

	private final Path workingDirectory;

	private final Consumer<String> output;

	/**
	 * Create hooks.
	 * @param settings which hooks to run, in order
	 * @param hooks the hooks that are not programs, by type: the beans by name
	 * @param workingDirectory where programs run unless they have a directory of their
	 * own
	 * @param output takes each line that a program prints
	 */
	public PostWriteHooks(List<PostWriteHookSettings> settings, Map<String, PostWriteHook> hooks, Path workingDirectory,
			Consumer<String> output) {
		this.settings = List.copyOf(settings);
		this.hooks = Map.copyOf(hooks);
		this.workingDirectory = workingDirectory;
		this.output = output;
	}

	/**
	 * Return hooks that do nothing.
	 * @return no hooks
	 */
	public static PostWriteHooks none() {
		return new PostWriteHooks(List.of(), Map.of(), Path.of(""), (line) -> {
		});
	}

	/**
	 * Return whether there are none.
	 * @return whether there is nothing to run
	 */
	boolean isEmpty() {
		return this.settings.isEmpty();
	}

	/**
	 * See that each hook is there, before anything is written.
	 * @throws RevisionWritingException if a type is unknown or a program cannot be found
	 */
	void requireRunnable() {
		steps();
	}

	/**
	 * Run the hooks.
	 * @param file the file that was written
	 * @param verification fails if the file is not the revision any more
	 * @throws PostWriteHookException if one of them fails or spoils the file
	 */
	void run(Path file, Runnable verification) {
		for (Step step : steps()) {
			String name = step.settings().name();
			logger.info("Running the post-write hook '" + name + "'");
			try {
				step.hook().afterWrite(name, file, step.settings().options());
				verification.run();
			}
			catch (PostWriteHookException ex) {
				throw ex;
			}
			catch (MigrationException ex) {
				throw new PostWriteHookException(name, file, "it broke the file: "
						+ String.valueOf(ex.getMessage()).replaceFirst("\\.( Nothing was \\w+\\.)?$", ""), ex);
			}
			catch (IOException | RuntimeException ex) {
				throw new PostWriteHookException(name, file, ex.toString(), ex);
			}
		}
	}

	private List<Step> steps() {
		List<Step> steps = new ArrayList<>();
		for (PostWriteHookSettings each : this.settings) {
			steps.add(new Step(each, hook(each)));
		}
		return steps;
	}

	private PostWriteHook hook(PostWriteHookSettings each) {
		if (each.type().equals(PostWriteHookSettings.EXEC)) {
			return HookProgram.of(each, this.workingDirectory, this.output);
		}
		PostWriteHook hook = this.hooks.get(each.type());
		if (hook == null) {
			String known = this.hooks.isEmpty() ? "" : ", " + String.join(", ", new TreeSet<>(this.hooks.keySet()));
			throw new RevisionWritingException(
					"The post-write hook '" + each.name() + "' has the unknown type '" + each.type() + "'",
					"The types are exec" + known + ". A PostWriteHook bean is a type where the command starts an "
							+ "application context (migrations.command.context=application).");
		}
		return hook;
	}

	/**
	 * A hook with its settings.
	 *
	 * @param settings the settings
	 * @param hook the hook
	 */
	private record Step(PostWriteHookSettings settings, PostWriteHook hook) {
	}

}
