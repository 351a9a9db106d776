package dev.limbeck.boot.cli;

import org.springframework.aot.AotDetector;
import org.springframework.core.NativeDetector;
import org.springframework.core.SpringProperties;

/**
 * What was generated ahead of time for an application. It is made for a start: its
 * conditions are decided, and what a command needs of the context is not in it.
 */
final class AheadOfTime {

	private AheadOfTime() {
	}

	/**
	 * Let the context be made of the classes of the application, as in any other JVM.
	 * @return whether that is possible; it is not in a native image
	 */
	static boolean switchOff() {
		if (NativeDetector.inNativeImage()) {
			return false;
		}
		if (AotDetector.useGeneratedArtifacts()) {
			SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
		}
		return true;
	}

	/**
	 * Leave the JVM as it was.
	 */
	static void restore() {
		SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
	}

}
