package dev.limbeck.benchmark;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A reference: list all revisions and compute the checksum of each.
 */
class FilesStart implements Start {

	@Override
	public void run(ApplicationContext context) throws Exception {
		StringBuilder all = new StringBuilder();
		for (Resource file : new PathMatchingResourcePatternResolver(context)
			.getResources("classpath*:db/migrations/versions/**/*.sql")) {
			try (InputStream content = file.getInputStream()) {
				byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
				all.append(HexFormat.of().formatHex(digest));
			}
		}
		LogFactory.getLog(FilesStart.class).info("Files: " + all.toString().hashCode());
	}

}
