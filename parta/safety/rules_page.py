"""The table of contact rules as a page for a head teacher: docs/administrator/contact-rules.md."""

from parta.safety.policies.words import REACH_WORDS, SETTING_WORDS, VALUE_WORDS
from parta.safety.rules import ACTS, REACHES, RULES, SETTINGS, Reach, Rule

_BEGINNING = """\
# Кто кому может писать

Парта — закрытый контур: человека находят, видят и могут ему написать только те, кого с ним связывает строка этой таблицы.
Кого не связывает ни одна, те друг друга не находят, и «нельзя» отвечает так же, как «нет такого человека».
Связь всегда взаимна, действует, пока она есть (учится, работает, не закрыта организация), и кончается сразу вместе с ней.

Эта страница сделана из той самой таблицы, по которой отвечает сервер (`parta contact-rules`), и проверена клетка за
клеткой: тест пробует каждую через API. Спросить о двух людях и изменить правила своей организации можно в разделе «Школа» →
«Кто кому пишет». Если двух людей связывает несколько строк, действует ближайшая.
"""

_ACTS_HEAD = """
## Что значат слова

| связь | находят друг друга | пишут первыми | звонят | добавляют в группу | группа только вдвоём | приходят по ссылке друг друга |
|---|---|---|---|---|---|---|
"""

_WRITES = {
    "at once": "сразу",
    "request": "заявкой: чат откроется, когда второй согласится",
    "accompanied": "в чате, где есть второй взрослый",
    "no": "нет",
}

_RULES_HEAD = """
## Кто с кем связан

Первый столбец с ответом — как без особых решений школы. «Безопасный режим» — что остаётся, если он включён хотя бы у одного
из двоих и они не знакомы (у них нет общего личного чата). У учеников он включён, пока его не выключили.

| кто с кем | обычно | если школа решила иначе | безопасный режим |
|---|---|---|---|
"""

_SETTINGS_HEAD = """
## Что решает школа

| правило | что можно выбрать |
|---|---|
"""

_END = """
Первое из значений действует, пока школа ничего не решила. «Группы, которые создают ученики» не меняют связей: при «запрещены»
ученик не создаёт группу, при «только с учителем» в ней должен быть учитель, и последнего учителя убрать нельзя; уже созданные
группы остаются. Второй взрослый — родители ученика, а если никто из них не вошёл в Парту — классный руководитель или
администратор.

Общие чаты класса, предмета и родителей от этой таблицы не зависят: в них пишут те, кто в них состоит. Прежние личные чаты,
которые правило больше не разрешает, остаются для чтения и открываются снова, когда оно разрешит.
"""


def _yes(allowed: bool) -> str:
    return "да" if allowed else "нет"


def _act(reach: Reach | None) -> str:
    acts = ACTS[reach]
    cells = (
        REACH_WORDS[reach][0],
        _yes(acts.find),
        _WRITES[acts.write],
        _yes(acts.call),
        _yes(acts.add),
        _yes(acts.add_alone),
        _yes(acts.link),
    )
    return f"| {' | '.join(cells)} |\n"


def _rule(rule: Rule) -> str:
    otherwise = "—"
    if rule.setting is not None:
        name = SETTING_WORDS[rule.setting][0]
        values = VALUE_WORDS[rule.setting]
        told = (
            f"«{values[value][0]}»: {REACH_WORDS[rule.reach_under(value)][0]}"
            for value in SETTINGS[rule.setting][1:]
        )
        otherwise = f"{name}: " + "; ".join(told)
    safe = "как без него" if rule.safe else REACH_WORDS[None][0]
    return f"| {rule.ru} | {REACH_WORDS[rule.reach][0]} | {otherwise} | {safe} |\n"


def rules_page() -> str:
    """Write the page in Markdown."""
    acts = "".join(_act(reach) for reach in (*REACHES, None))
    rules = "".join(_rule(rule) for rule in RULES)
    settings = "".join(
        f"| {SETTING_WORDS[name][0]} | {', '.join(VALUE_WORDS[name][value][0] for value in values)} |\n"
        for name, values in SETTINGS.items()
    )
    return _BEGINNING + _ACTS_HEAD + acts + _RULES_HEAD + rules + _SETTINGS_HEAD + settings + _END
