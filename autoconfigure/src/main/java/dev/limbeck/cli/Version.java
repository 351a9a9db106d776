package dev.limbeck.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/**
 * The version of this library, as the manifest of its jar tells it.
 */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		return new String[] { "limbeck " + describe(Version.class.getPackage().getImplementationVersion()) };
	}

	private static String describe(@Nullable String version) {
		return (version != null) ? version : "(not packaged)";
	}

}
