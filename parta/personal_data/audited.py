"""What this room writes to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "own_data_asked": ("Запрошен архив своих данных", "A copy of one's own data asked for"),
    "childs_data_asked": ("Запрошены данные ребёнка", "A copy of a child's data asked for"),
}
