package dev.limbeck.boot.aws;

import java.time.Duration;

import dev.limbeck.connection.SecretReader;
import io.awspring.cloud.autoconfigure.config.secretsmanager.SecretsManagerAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Reads secrets where no application is started, with the client that it would have: the
 * auto-configurations of Spring Cloud AWS make it, and nothing else.
 *
 * @since 0.1.0
 */
public final class StandaloneSecretReader implements SecretReader {

	private final ConfigurableEnvironment environment;

	private final ClassLoader classLoader;

	private final Duration timeout;

	/**
	 * Create a reader.
	 * @param environment the properties of the client
	 * @param classLoader its classes
	 * @param timeout how long a request may take, retries included
	 */
	public StandaloneSecretReader(ConfigurableEnvironment environment, ClassLoader classLoader, Duration timeout) {
		this.environment = environment;
		this.classLoader = classLoader;
		this.timeout = timeout;
	}

	/**
	 * Tell whether the application has what this needs.
	 * @param classLoader the classes of the application
	 * @return whether Spring Cloud AWS is there
	 */
	public static boolean isPossible(ClassLoader classLoader) {
		return ClassUtils.isPresent("software.amazon.awssdk.services.secretsmanager.SecretsManagerClient", classLoader)
				&& ClassUtils.isPresent(
						"io.awspring.cloud.autoconfigure.config.secretsmanager.SecretsManagerAutoConfiguration",
						classLoader);
	}

	@Override
	public String read(String name) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.setEnvironment(this.environment);
			context.setClassLoader(this.classLoader);
			// A client that cannot be made is then a failure of the reader, which
			// explains it
			context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
			context.register(AwsAutoConfiguration.class, CredentialsProviderAutoConfiguration.class,
					RegionProviderAutoConfiguration.class, SecretsManagerAutoConfiguration.class);
			context.refresh();
			return new SecretsManagerSecretReader(context.getBeanProvider(SecretsManagerClient.class), this.timeout)
				.read(name);
		}
	}

}
