"""What invites say when they refuse."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "invite_incomplete": (
        "Ученику нужен класс, родителю — ребёнок.",
        "A pupil needs a class, a parent needs a child.",
    ),
    "staff_invite_open": (
        "Учителя и администраторы приходят по одному или с одобрением.",
        "Teachers and administrators come one at a time, or with approval.",
    ),
    "too_many_invites": (
        "Действующих приглашений слишком много. Сначала отзовите лишние.",
        "There are too many working invites. Revoke some first.",
    ),
    "junior_grades_off": (
        "Ученики 1–4 классов приходят, только если школа это разрешила. Разрешить может администратор.",
        "Pupils of grades 1 to 4 come only where the school allows it. An administrator can allow it.",
    ),
    "invite_no_longer": (
        "Это приглашение больше не действует.",
        "This invite no longer works.",
    ),
    "invite_other_account": (
        "По этому приглашению входят с другой учётной записью.",
        "This invite is for another account.",
    ),
    "invite_declined": (
        "Школа отклонила эту заявку.",
        "The school has declined this request.",
    ),
    "profile_received": (
        "Этот профиль ученика уже получен.",
        "This pupil's profile has already been received.",
    ),
    "match_undecided": (
        "В реестре есть похожий человек. Скажите, он ли это.",
        "There is somebody alike in the roster. Say whether it is them.",
    ),
    "match_beyond": (
        "С этим профилем пришло бы больше, чем вы можете дать: он есть и в другой организации или роли.",
        "More would come with this profile than you may give: it is of another organisation or role, too.",
    ),
    "newcomer_known": (
        "Этот человек уже есть в школе: два профиля не соединяются.",
        "A school knows this person already: two profiles are not made one.",
    ),
    "invite_guesses": (
        "Слишком много неверных кодов. Подождите и попробуйте снова.",
        "Too many wrong codes. Wait and try again.",
    ),
    "name_from_school": (
        "Имя этого человека уже записано школой и здесь не меняется.",
        "A school has already recorded this person's name, so it cannot be changed here.",
    ),
    "too_many_guardians": (
        "У ребёнка уже столько родителей, сколько можно.",
        "The child has as many guardians as there may be.",
    ),
    "sheet_made_before": (
        "Лист для этого класса уже делали. Новый отменит те коды прежнего, по которым ещё никто не пришёл.",
        "A sheet was made for this class before. A new one revokes those of its codes that nobody has used.",
    ),
    "sheet_empty": (
        "В классе некого приглашать: все ученики уже здесь.",
        "There is nobody to invite: all pupils of the class are here.",
    ),
    "role_from_roster": (
        "Роль пришла из электронного журнала. Исправьте её там и загрузите выгрузку.",
        "The role comes from the journal. Correct it there and load the roster.",
    ),
    "role_same": (
        "У этого человека уже есть такая роль.",
        "This person already has this role.",
    ),
    "own_role": (
        "Свою роль меняет другой администратор.",
        "Another administrator changes your own role.",
    ),
}
