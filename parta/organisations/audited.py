"""What organisations write to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "role.granted": ("Дана роль", "Role given"),
    "role.withdrawn": ("Роль снята", "Role withdrawn"),
    "role_changed": ("Роль исправлена", "Role corrected"),
    "teacher_unconfirmed": ("Подтверждение учителя снято", "Teacher's confirmation withdrawn"),
    "invite_made": ("Приглашение сделано", "Invite made"),
    "invite_revoked": ("Приглашение отозвано", "Invite revoked"),
    "invite_sheet_made": ("Лист приглашений сделан", "Invite sheet made"),
    "invite_guessing": ("Подбор кодов приглашений", "Guessing of invite codes"),
    "joining_asked": ("Заявка по приглашению", "Request by an invite"),
    "joined_by_invite": ("Приход по приглашению", "Came by an invite"),
    "joining_approved": ("Заявка одобрена", "Request approved"),
    "joining_declined": ("Заявка отклонена", "Request declined"),
    "junior_grades_switched": ("Приход 1–4 классов переключён", "Coming of grades 1 to 4 switched"),
    "guardianship_ended": ("Связь родителя и ребёнка прекращена", "Guardianship ended"),
    "guardianship_came_of_age": ("Связь с родителем окончена: 18 лет", "Guardianship ended at eighteen"),
    "birth_date_told": ("Указана дата рождения", "Birth date told"),
    "roster.previewed": ("Реестр загружен для просмотра", "Roster loaded for a preview"),
    "roster.applied": ("Реестр применён", "Roster applied"),
    "roster.forgotten": ("Просмотр реестра удалён", "Roster preview thrown away"),
}
