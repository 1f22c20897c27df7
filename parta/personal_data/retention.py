"""How long each kind of data is kept, what ends it, and what becomes of it when its person is erased: one table.

A test holds that every declared table stands here once, that every job named here exists, that what is called
deleted is deleted, and that docs/administrator/retention.md says the same.
"""

from typing import Literal

import msgspec

Erasure = Literal["deleted", "nameless", "kept"]

# What becomes of it, as the page says it.
ERASURES: dict[Erasure, str] = {"deleted": "удаляется", "nameless": "остаётся без имени", "kept": "остаётся"}


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of data. `setting` names the term where an administrator sets it, `job` is what carries it out."""

    what: str
    tables: tuple[str, ...]
    kept: str
    setting: str = ""
    job: str = ""
    erasure: Erasure
    why: str = ""


TERMS: tuple[Term, ...] = (
    Term(
        what="Имя, отчество, фамилия, язык, время последнего входа",
        tables=("people",),
        kept="пока человек связан с организацией; затем, если он больше не входит",
        setting="personal_data.abandoned_kept",
        job="keep_terms",
        erasure="nameless",
        why="сказанное другим не должно остаться без автора; имя заменяется на «Удалённый пользователь»",
    ),
    Term(
        what="Ожидаемые профили: люди из списков, которые не входили",
        tables=(),
        kept="после того как человека не стало во всех списках",
        setting="personal_data.left_over_kept",
        job="keep_terms",
        erasure="nameless",
    ),
    Term(
        what="Телефоны, адреса почты, вход через другие сервисы",
        tables=("contacts", "outside_identities"),
        kept="пока есть профиль",
        erasure="deleted",
    ),
    Term(
        what="Одноразовые коды и счётчики попыток",
        tables=("sign_in_codes", "sign_in_limits"),
        kept="сутки после окончания срока",
        job="forget_old",
        erasure="deleted",
    ),
    Term(
        what="Незаконченный вход через другой сервис и то, что сервис подтвердил",
        tables=("outside_flows",),
        kept="не дольше 22 минут",
        job="forget_flows",
        erasure="deleted",
    ),
    Term(
        what="Устройства: браузер, сетевой адрес, время входа",
        tables=("sessions",),
        kept="90 дней после выхода или окончания срока",
        job="forget_old",
        erasure="deleted",
    ),
    Term(
        what="Ключи доступа, второй фактор, запасные коды",
        tables=("passkeys", "second_factors", "recovery_codes"),
        kept="пока есть профиль и пока человек их не удалит",
        erasure="deleted",
    ),
    Term(
        what="Вопросы ключам, незаконченное подключение приложения, запомненные устройства",
        tables=("passkey_challenges", "second_factor_drafts", "remembered_devices"),
        kept="сутки после окончания срока",
        job="forget_old",
        erasure="deleted",
    ),
    Term(
        what="Смена телефона и почты: прежние и занятые другими",
        tables=("contact_moves", "former_contacts", "awaited_contacts"),
        kept="пока есть профиль",
        erasure="deleted",
    ),
    Term(
        what="Неверные коды приглашений и ссылки",
        tables=("invite_guesses", "link_guesses"),
        kept="час",
        job="forget_guesses",
        erasure="deleted",
    ),
    Term(
        what="Согласия, согласия представителей, отзывы",
        tables=("consents", "guardian_consents", "withdrawals", "consent_papers"),
        kept="пока действуют и после отзыва",
        setting="personal_data.consents_kept",
        job="keep_terms",
        erasure="kept",
        why="оператор обязан доказать, что согласие было (152-ФЗ, статья 9, часть 3)",
    ),
    Term(
        what="Журнал действий",
        tables=("audit_log",),
        kept="пока есть установка",
        erasure="kept",
        why="учёт действий с персональными данными (152-ФЗ, статья 19); печати журнала не дают вынуть из него строку",
    ),
    Term(
        what="Роли, места в классах, связи родителей и детей",
        tables=("roles", "enrollments", "guardianships", "territory_staff", "community_guests"),
        kept="пока есть профиль; окончание отмечается датой",
        erasure="nameless",
        why="кто преподавал в марте, спрашивают и через год; имени в этих строках нет",
    ),
    Term(
        what="Фотографии профиля",
        tables=("portraits",),
        kept="пока их не уберёт человек или школа",
        erasure="deleted",
    ),
    Term(
        what="Дата рождения",
        tables=("birth_dates",),
        kept="пока есть профиль",
        erasure="deleted",
    ),
    Term(
        what="Безопасный режим, тихие часы от родителя, знакомства",
        tables=("safe_modes", "safe_mode_locks", "guardian_quiet_hours", "acquaintances"),
        kept="пока есть профиль и родительство",
        erasure="deleted",
    ),
    Term(
        what="Кто просил о переписке с учеником",
        tables=("first_requests",),
        kept="после просьбы",
        setting="safety.first_requests_kept",
        job="forget_looks",
        erasure="deleted",
    ),
    Term(
        what="Кто из сотрудников смотрел данные ученика",
        tables=("minor_accesses",),
        kept="после просмотра",
        setting="safety.minor_accesses_kept",
        job="forget_looks",
        erasure="kept",
        why="учёт доступа к персональным данным; имени стёртого в этих строках нет",
    ),
    Term(
        what="Номера человека в электронном журнале",
        tables=("roster_links",),
        kept="пока есть профиль",
        erasure="deleted",
    ),
    Term(
        what="Загруженные списки, смены года, закрытия организаций",
        tables=("roster_imports", "school_year_changes", "organisation_endings"),
        kept="просмотр и строки изменений",
        setting="organisations.roster_changes_kept",
        erasure="nameless",
        why="видно, когда и чем менялся состав",
    ),
    Term(
        what="Заявки организаций и решения по ним",
        tables=("applications", "application_steps"),
        kept="пока есть установка",
        erasure="nameless",
        why="заявка принадлежит организации; по ней видно, кто и почему её принял",
    ),
    Term(
        what="Приглашения и приходы по ним",
        tables=("school_invites", "school_joinings"),
        kept="пока есть организация",
        erasure="nameless",
        why="старый код не должен вернуть то, что отобрано",
    ),
    Term(
        what="Сообщения, их расшифровки, реакции, голоса, подтверждения, закрепления, указатель поиска",
        tables=(
            "messages",
            "transcripts",
            "reactions",
            "polls",
            "votes",
            "confirmation_requests",
            "confirmations",
            "asking_reminders",
            "pinned_messages",
            "search_entries",
        ),
        kept="пока их не удалит автор или чат; исчезающие, по своему сроку",
        job="sweep_expired",
        erasure="nameless",
        why="это переписка и других людей; свои сообщения можно удалить до стирания, «Избранное» удаляется",
    ),
    Term(
        what="Сообщения, скрытые модератором или ждущие одобрения",
        tables=("withdrawn_messages", "held_messages", "noted_messages"),
        kept="до решения; отклонённые, 30 дней",
        job="forget_declined",
        erasure="nameless",
        why="решение можно обжаловать",
    ),
    Term(
        what="Файлы",
        tables=("files",),
        kept="пока их несёт сообщение; брошенные удаляются сами",
        job="expire_file",
        erasure="nameless",
        why="файл остаётся у тех, кому отправлен",
    ),
    Term(
        what="Чаты и участие в них",
        tables=("conversations", "members", "invite_links", "accompanied_chats"),
        kept="пока есть чат",
        erasure="nameless",
        why="стёртый выходит из всех групп, владение переходит другому",
    ),
    Term(
        what="Черновики, папки, отметки, скрытое, запланированное, напоминания, заявки, отпечатки рассылок",
        tables=(
            "drafts",
            "folders",
            "folder_tabs",
            "hidden_messages",
            "important_messages",
            "scheduled_messages",
            "message_reminders",
            "join_requests",
            "repeated_texts",
            "voice_choices",
        ),
        kept="пока их не уберёт человек",
        erasure="deleted",
    ),
    Term(
        what="Копии чатов",
        tables=("exports",),
        kept="после готовности",
        setting="messaging.export_kept",
        job="forget_export",
        erasure="deleted",
    ),
    Term(
        what="Архивы своих данных",
        tables=("own_archives",),
        kept="после готовности",
        setting="personal_data.archive_kept",
        job="forget_archive",
        erasure="deleted",
    ),
    Term(
        what="Уведомления: устройства, выбор, сводки, тихие часы",
        tables=(
            "push_subscriptions",
            "notification_choices",
            "held_chats",
            "quiet_summaries",
            "pushed_chats",
            "mail_digests",
            "quiet_hours",
        ),
        kept="пока есть профиль; устройство, до выхода",
        erasure="deleted",
    ),
    Term(
        what="Разрешённые исключения из тихих часов, правила общения школы, страницы регионов",
        tables=("quiet_exceptions", "contact_policies", "territory_guides"),
        kept="пока действуют",
        erasure="nameless",
        why="правило действует для других",
    ),
    Term(
        what="Кому сообщать о тревожных словах",
        tables=("alert_staff",),
        kept="пока назначен",
        erasure="deleted",
    ),
    Term(
        what="Жалобы, дела, меры, приостановки входа",
        tables=("reports", "report_cases", "measures", "suspensions", "crisis_alerts"),
        kept="копия того, на что жаловались",
        setting="moderation.evidence_kept",
        job="erase_evidence",
        erasure="nameless",
        why="решение модератора касается и других людей",
    ),
)
