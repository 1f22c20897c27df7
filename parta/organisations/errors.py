"""What this room says when it refuses."""

from parta.core.errors import Sentences
from parta.organisations.invites import errors as errors_of_invites
from parta.organisations.roster import refusals

SENTENCES: Sentences = (
    refusals.SENTENCES
    | errors_of_invites.SENTENCES
    | {
        "birth_date_wrong": ("Дата рождения указана неверно.", "The birth date is wrong."),
        "roster_outdated": (
            "С тех пор как показаны изменения, данные стали другими. Посмотрите изменения ещё раз.",
            "The data has changed since the preview. Look at the changes again.",
        ),
        "roster_applied": (
            "Эта выгрузка уже применена: она остаётся в истории.",
            "This roster is already applied: it stays in the history.",
        ),
        "roster_source_unclear": (
            "В выгрузке только изменения, и неясно, чьи. Добавьте в неё orgs.csv с названием организации.",
            "The roster holds only changes, and it is unclear whose. Add orgs.csv with the organisation's name.",
        ),
        "roster_not_yours": (
            "В выгрузке нет организаций, которыми вы управляете.",
            "The roster has no organisation that you administer.",
        ),
        "contact_of_another": (
            "Этот контакт уже у человека с другим именем.",
            "Somebody with another name already has this contact.",
        ),
        "role_of_organisation": (
            "Эта роль даётся в организации.",
            "This role is given in an organisation.",
        ),
        "last_operator": (
            "Это последний оператор: сначала назначьте другого.",
            "This is the last operator: appoint another one first.",
        ),
    }
)
