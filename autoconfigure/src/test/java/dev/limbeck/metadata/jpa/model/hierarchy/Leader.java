package dev.limbeck.metadata.jpa.model.hierarchy;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.PrimaryKeyJoinColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@PrimaryKeyJoinColumn(name = "employee_id", foreignKey = @ForeignKey(name = "fk_leader_employee"))
@OnDelete(action = OnDeleteAction.CASCADE)
class Leader extends Employee {

	int span;

}
