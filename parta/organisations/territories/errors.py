"""What territories refuse, in words."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "territory_exists": ("Такая территория здесь уже есть.", "There is such a territory here already."),
    "territory_misplaced": (
        "Регион бывает только в стране, муниципалитет — в регионе или стране, организация — в любой из них.",
        "A region stands in a country, a municipality in a region or a country, an organisation in any of these.",
    ),
    "territory_not_empty": (
        "В этой территории ещё есть другие территории или организации. Сначала переместите их.",
        "There are territories or organisations here. Move them first.",
    ),
    "territory_staff_full": (
        "За территорией уже смотрят сто человек.",
        "A hundred people look after this territory already.",
    ),
    "link_not_https": (
        "Ссылке нужны название и адрес, который начинается с https://.",
        "A link needs a title and an address that begins with https://.",
    ),
    "territory_list_wrong": (
        "В списке есть ошибки. Исправьте строки и загрузите список снова.",
        "The list has errors. Correct the lines and load it again.",
    ),
    "territory_list_empty": ("В списке нет ни одной строки.", "The list has no lines."),
    "line_without_region": ("Нет названия региона.", "The region has no name."),
    "line_too_long": ("Название длиннее 300 знаков.", "A name is longer than 300 characters."),
    "line_too_wide": (
        "В строке больше двух столбцов: нужны только регион и муниципалитет.",
        "There are more than two columns: only the region and the municipality are needed.",
    ),
    "line_repeated": ("Такая строка уже была выше.", "There is such a line above."),
}
