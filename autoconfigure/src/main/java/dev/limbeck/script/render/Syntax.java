package dev.limbeck.script.render;

import java.util.List;

/**
 * What languages write differently that are otherwise rendered alike: sources in all of
 * them call the same methods.
 */
interface Syntax {

	/**
	 * Return a call of a constructor.
	 * @param type the class as it is written
	 * @param arguments the arguments
	 * @return an expression
	 */
	String construct(String type, String arguments);

	/**
	 * Return a list.
	 * @param imports the imports of the source
	 * @param elements the elements
	 * @return an expression
	 */
	String list(JavaImports imports, List<String> elements);

	/**
	 * Return a set.
	 * @param imports the imports of the source
	 * @param elements the elements
	 * @return an expression
	 */
	String set(JavaImports imports, List<String> elements);

	/**
	 * Return a list of values of any classes where nothing says what list is wanted.
	 * @param imports the imports of the source
	 * @param elements the elements
	 * @return an expression
	 */
	String values(JavaImports imports, List<String> elements);

	/**
	 * Return a map.
	 * @param imports the imports of the source
	 * @param entries its entries, of a key and a value each
	 * @return an expression
	 */
	String map(JavaImports imports, List<List<String>> entries);

	/**
	 * Return null where it is one of any number of arguments.
	 * @return an expression
	 */
	String nullArgument();

	/**
	 * Return a number that has no literal of its own.
	 * @param type the class of the number, of {@code java.lang}
	 * @param number the number
	 * @return an expression
	 */
	String number(Class<?> type, String number);

	/**
	 * Return a call of a method whose last argument is a lambda.
	 * @param name the method
	 * @param arguments the arguments before it
	 * @param parameter the name of the lambda's parameter
	 * @param body what it does; empty if that is nothing
	 * @return the call
	 */
	String call(String name, List<String> arguments, String parameter, String body);

	/**
	 * Return a call of a method whose argument is a lambda of several statements.
	 * @param name the method
	 * @param parameter the name of the lambda's parameter
	 * @param statements what it does, a line or more each, and what stands before the end
	 * of the lambda
	 * @return the call
	 */
	String block(String name, String parameter, String statements);

	/**
	 * Return whether a word cannot be the name of a parameter.
	 * @param name the word
	 * @return whether it means something else
	 */
	boolean isReserved(String name);

	/**
	 * Return an expression as a statement.
	 * @param expression the expression
	 * @return the statement
	 */
	String statement(String expression);

	/**
	 * Finish the text of a whole statement.
	 * @param statement the statement
	 * @return what stands in the source
	 */
	String finish(String statement);

}
