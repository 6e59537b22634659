"""What a clinical system calls the roles of the practice's staff."""

from signpost.domain.staff import Role

STAFF_ROLES = {
    Role.RECEPTION: "Receptionist",
    Role.MANAGER: "Practice Manager",
    Role.TRAINER: "Trainer",
    Role.CLINICAL_LEAD: "Clinical Lead",
}
