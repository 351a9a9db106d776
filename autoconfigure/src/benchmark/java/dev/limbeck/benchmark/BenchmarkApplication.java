package dev.limbeck.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;

import javax.sql.DataSource;

import com.sun.management.ThreadMXBean;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * The application that starts: a small one with a pool. What counts is measured when the
 * context is there and the pool has a connection.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BenchmarkApplication {

	/**
	 * Start the application and print what it cost.
	 * @param args the class of the contender, then arguments of Spring Boot
	 * @throws Exception if the contender fails
	 */
	public static void main(String[] args) throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(BenchmarkApplication.class, args)) {
			try (Connection connection = context.getBean(DataSource.class).getConnection()) {
				connection.isValid(1);
			}
			Start start = (Start) Class.forName(args[0]).getDeclaredConstructor().newInstance();
			CountingSocketFactory.reset();
			long allocated = allocated();
			long begin = System.nanoTime();
			start.run(context);
			long nanos = System.nanoTime() - begin;
			System.out.println(new Measurement(nanos / 1e6, CountingSocketFactory.statements(),
					CountingSocketFactory.roundTrips(), (allocated() - allocated) / 1e6, peakMemory()));
		}
	}

	private static long allocated() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

	// The most that the process ever had in memory, in MB; 0 where the system cannot tell
	private static double peakMemory() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) {
			return 0;
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

}
