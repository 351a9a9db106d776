package dev.limbeck.metadata.jpa.model.enums;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyEnumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Rota {

	@Id
	Long id;

	Weekday[] days;

	@Enumerated(EnumType.STRING)
	List<Plan> plans;

	@ElementCollection
	@Enumerated(EnumType.STRING)
	Set<Plan> allowed;

	@ElementCollection
	@MapKeyEnumerated(EnumType.STRING)
	Map<Plan, String> labels;

	@ElementCollection
	@JdbcTypeCode(SqlTypes.NAMED_ENUM)
	List<Weekday> free;

}
