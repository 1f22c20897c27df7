"""What organisations write to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "role.granted": ("Дана роль", "Role given"),
    "role.withdrawn": ("Роль снята", "Role withdrawn"),
    "role_changed": ("Роль исправлена", "Role corrected"),
    "teacher_unconfirmed": ("Подтверждение учителя снято", "Teacher's confirmation withdrawn"),
    "territory_made": ("Создана территория", "Territory made"),
    "territory_changed": ("Территория изменена", "Territory changed"),
    "territory_removed": ("Территория удалена", "Territory removed"),
    "territories_listed": ("Загружен список территорий", "List of territories loaded"),
    "territory_staff_appointed": ("Назначен сотрудник территории", "Territory staff appointed"),
    "territory_staff_dismissed": ("Сотрудник территории снят", "Territory staff dismissed"),
    "organisation_placed": ("Организация отнесена к территории", "Organisation placed in a territory"),
    "organisation_renamed": ("Организация переименована", "Organisation renamed"),
    "organisation_closed": ("Организация закрыта", "Organisation closed"),
    "organisation_reopened": ("Организация открыта снова", "Organisation opened again"),
    "organisations_merged": ("Организация присоединена к другой", "Organisation joined to another"),
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
    "roster.previewed": ("Реестр загружен для просмотра", "Roster loaded for a preview"),
    "roster.applied": ("Реестр применён", "Roster applied"),
    "roster.forgotten": ("Просмотр реестра удалён", "Roster preview thrown away"),
}
