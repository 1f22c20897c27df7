"""The order that appoints the administrators and says who answers for personal data."""

from parta.papers.facts import Facts, blank
from parta.papers.paper import Block, Paper, head, items, pair, sign, table, text, title
from parta.papers.texts.parts import LAW, SAMPLE, service


def write(facts: Facts) -> Paper:
    """«Приказ о назначении администратора»."""
    return Paper(
        "Приказ о назначении администратора",
        [
            head(facts.school),
            title("ПРИКАЗ"),
            pair(facts.day, f"№ {blank(facts.number, 10)}"),
            pair(blank(facts.city, 20), ""),
            title("О назначении администратора информационной системы «Парта»"),
            text(
                "В целях организации общения обучающихся, их родителей (законных представителей) и работников, "
                f"во исполнение статей 18.1 и 19 {LAW}",
            ),
            text("ПРИКАЗЫВАЮ:"),
            *_points(facts),
            sign(facts.leader, blank(facts.head_name, 25)),
            text("С приказом ознакомлены:"),
            table(
                ["Фамилия, имя, отчество", "Дата", "Подпись"], *([one, "", ""] for one in _appointed(facts))
            ),
            SAMPLE,
        ],
    )


def _appointed(facts: Facts) -> list[str]:
    return [one for one in facts.appointed if one.strip()] or ["_" * 30]


def _points(facts: Facts) -> list[Block]:
    return items(
        f"Ввести в эксплуатацию: {service(facts)}. Система размещена на оборудовании, которым распоряжается "
        "организация.",
        f"Назначить администратором системы: {'; '.join(_appointed(facts))}.",
        "Администратору: вести состав пользователей и их роли по данным организации; рассматривать обращения и "
        "жалобы; при увольнении работника или выбытии обучающегося закрывать доступ не позднее следующего рабочего "
        "дня; не передавать свои средства входа другим лицам.",
        "Администратору обеспечивать конфиденциальность персональных данных, обращаться к ним только для исполнения "
        "обязанностей. Действия администратора записываются в журнал системы.",
        "До начала работы обучающихся получить согласия их родителей (законных представителей), а также согласия "
        "работников, и хранить их в установленном порядке.",
        "Разместить на официальном сайте сведения о системе и уведомить о ней родителей (законных представителей).",
        "Контроль за исполнением приказа оставляю за собой.",
    )
