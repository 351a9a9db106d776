package dev.limbeck.sample.expense;

import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface CategoryRepository extends ListCrudRepository<Category, Integer> {

	List<Category> findAllByOrderByName();

	Category getByName(String name);

	@Modifying
	@Query(value = "INSERT INTO categories (name) VALUES (:name) ON CONFLICT (name) DO NOTHING", nativeQuery = true)
	void insertIfMissing(String name);

}
