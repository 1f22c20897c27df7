"""What this room says when it refuses."""

from parta.core.errors import Sentences
from parta.organisations.ending import errors as errors_of_ending
from parta.organisations.invites import errors as errors_of_invites
from parta.organisations.roster import refusals
from parta.organisations.school_year import errors as errors_of_school_year
from parta.organisations.structure import errors as errors_of_structure
from parta.organisations.territories import errors as errors_of_territories
from parta.organisations.workbook import refusals as errors_of_workbooks

SENTENCES: Sentences = (
    refusals.SENTENCES
    | errors_of_invites.SENTENCES
    | errors_of_ending.SENTENCES
    | errors_of_territories.SENTENCES
    | errors_of_workbooks.SENTENCES
    | errors_of_structure.SENTENCES
    | errors_of_school_year.SENTENCES
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
        "administrator_is_pupil": (
            "Этот телефон у ученика: администратором организации ученик быть не может.",
            "This phone is a pupil's: a pupil cannot administer an organisation.",
        ),
        "role_of_organisation": (
            "Эта роль даётся в организации.",
            "This role is given in an organisation.",
        ),
        "last_chief": (
            "Это последний администратор со всеми правами: сначала дайте все права другому.",
            "This is the last administrator with every right: give every right to another one first.",
        ),
        "administrator_from_roster": (
            "Этот администратор пришёл из выгрузки: снимите роль в журнале, а здесь можно забрать права.",
            "This administrator comes from the roster: end the role in the journal; here the rights can be taken.",
        ),
        "last_operator": (
            "Это последний оператор: сначала назначьте другого.",
            "This is the last operator: appoint another one first.",
        ),
    }
)
