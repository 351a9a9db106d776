package dev.limbeck.metadata.jpa.model.basic;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

@Entity
class Secrets {

	@Id
	Long id;

	@Convert(converter = Reversing.class)
	String reversed;

	@Convert(converter = YesNoConverter.class)
	boolean known;

	@JdbcTypeCode(SqlTypes.SMALLINT)
	boolean small;

}
