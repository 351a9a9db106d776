package dev.limbeck.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import com.sun.management.ThreadMXBean;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The application that starts: a small one with a pool. Of Limbeck, what counts are its
 * beans; of the others, what is measured when the context is there and the pool has a
 * connection.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BenchmarkApplication {

	static final String BEANS = "beans";

	private static final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@Bean
	static ConnectedPool connectedPool() {
		return new ConnectedPool();
	}

	/**
	 * Start the application and print what it cost.
	 * @param args the class of the contender or {@code beans}, then arguments of Spring Boot
	 * @throws Exception if the contender fails
	 */
	public static void main(String[] args) throws Exception {
		SpringApplication application = new SpringApplication(BenchmarkApplication.class);
		BeanCosts costs = new BeanCosts(threads);
		application.setApplicationStartup(costs);
		try (ConfigurableApplicationContext context = application.run(args)) {
			if (args[0].equals(BEANS)) {
				print(costs.millis(), costs.allocatedMb());
			}
			else {
				measure((Start) Class.forName(args[0]).getDeclaredConstructor().newInstance(), context);
			}
		}
	}

	private static void measure(Start start, ConfigurableApplicationContext context) throws Exception {
		context.getBean(DataSource.class);
		CountingSocketFactory.reset();
		long allocated = threads.getCurrentThreadAllocatedBytes();
		long begin = System.nanoTime();
		start.run(context);
		long nanos = System.nanoTime() - begin;
		print(nanos / 1e6, (threads.getCurrentThreadAllocatedBytes() - allocated) / 1e6);
	}

	private static void print(double millis, double allocatedMb) throws IOException {
		System.out.println(new Measurement(millis, CountingSocketFactory.statements(),
				CountingSocketFactory.roundTrips(), allocatedMb, peakMemory()));
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
