package dev.limbeck.sample.user;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The users.
 */
public interface UserRepository extends ListCrudRepository<User, Integer> {

	/**
	 * Return all users.
	 * @return the users by name
	 */
	List<User> findAllByOrderByUsername();

}
