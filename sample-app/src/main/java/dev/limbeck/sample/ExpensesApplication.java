package dev.limbeck.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The expense manager.
 */
@SpringBootApplication
public class ExpensesApplication {

	/**
	 * Start the application.
	 * @param args properties of the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(ExpensesApplication.class, args);
	}

}
