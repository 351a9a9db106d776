package dev.limbeck.script;

import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JarLocation}.
 */
class JarLocationTests {

	@ParameterizedTest
	@CsvSource({ "jar:nested:/opt/shop.jar/!BOOT-INF/classes/!/db/versions/, classpath:db/versions/",
			"jar:nested:/opt/shop.jar/!BOOT-INF/lib/billing-1.0.jar!/db/v, BOOT-INF/lib/billing-1.0.jar!/db/v/",
			"jar:nested:/opt/my%20shop.jar/!WEB-INF/classes/!/db/my%20versions/, classpath:db/my versions/",
			"jar:file:/opt/billing.jar!/db/versions, jar:file:/opt/billing.jar!/db/versions/" })
	void executableJarIsSeenFromWithin(String url, String name) throws Exception {
		assertThat(new JarLocation(new URL(null, url, new NoHandler()), "db/versions/")).hasToString(name);
	}

	/** The JDK knows no URL of this kind. */
	private static final class NoHandler extends URLStreamHandler {

		@Override
		protected URLConnection openConnection(URL url) {
			throw new UnsupportedOperationException();
		}

	}

}
