package dev.limbeck.metadata.jpa.model.states;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.type.YesNoConverter;

@Entity
@SoftDelete(columnName = "active", strategy = SoftDeleteType.ACTIVE, converter = YesNoConverter.class)
class Member {

	@Id
	Long id;

}
