package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What {@code spring.r2dbc.*} says about where the database is. What stands in the URL
 * goes before the other properties, as in Spring Boot.
 *
 * @param properties the properties
 */
record R2dbcProperty(R2dbcProperties properties) implements R2dbcConnectionDetails {

	/**
	 * Return where the database is for JDBC.
	 * @param environment where the properties are
	 * @return the URL, or {@code null} if {@code spring.r2dbc.url} is not set
	 * @throws ConnectionException if it cannot be used
	 */
	static @Nullable DatabaseUrl url(Environment environment) {
		R2dbcProperties properties = Binder.get(environment).bindOrCreate("spring.r2dbc", R2dbcProperties.class);
		if (properties.getUrl() == null) {
			return null;
		}
		DatabaseUrls.checkResolved("spring.r2dbc.url", properties.getUrl());
		return R2dbcDatabase.url(new R2dbcProperty(properties));
	}

	@Override
	public ConnectionFactoryOptions getConnectionFactoryOptions() {
		ConnectionFactoryOptions url = ConnectionFactoryOptions.parse(String.valueOf(this.properties.getUrl()));
		ConnectionFactoryOptions.Builder options = url.mutate();
		add(options, url, ConnectionFactoryOptions.USER, this.properties.getUsername());
		add(options, url, ConnectionFactoryOptions.PASSWORD, this.properties.getPassword());
		add(options, url, ConnectionFactoryOptions.DATABASE, this.properties.getName());
		this.properties.getProperties().forEach((name, value) -> options.option(Option.valueOf(name), value));
		return options.build();
	}

	private static <T extends CharSequence> void add(ConnectionFactoryOptions.Builder options,
			ConnectionFactoryOptions url, Option<T> option, @Nullable T value) {
		if (StringUtils.hasText(value) && !url.hasOption(option)) {
			options.option(option, value);
		}
	}

}
