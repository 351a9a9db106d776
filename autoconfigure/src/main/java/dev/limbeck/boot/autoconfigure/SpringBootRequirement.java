package dev.limbeck.boot.autoconfigure;

import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Refuses a Spring Boot before version 4, in which classes that everything else here
 * needs have other names. It needs none of them, and comes before the
 * auto-configurations.
 */
final class SpringBootRequirement implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

	private static final int FIRST = 4;

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		String version = SpringBootVersion.getVersion();
		if (version != null && isTooOld(version)) {
			throw new UnsupportedSpringBootException(version);
		}
	}

	static boolean isTooOld(String version) {
		int dot = version.indexOf('.');
		try {
			return dot > 0 && Integer.parseInt(version.substring(0, dot)) < FIRST;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

}
