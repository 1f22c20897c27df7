"""How far people have read, so that badges look as they do on a living phone."""

from random import Random

from parta.demo.talk.messages import DemoConversation

READ_ALL = 0.62
FAR_BEHIND = 0.06


def read_pointers(conversation: DemoConversation, people: list[str], dice: Random) -> dict[str, int]:
    """Give how many messages each has read: never fewer than up to their own last word or reaction."""
    total = len(conversation.messages)
    acted = dict.fromkeys(people, 0)
    for number, message in enumerate(conversation.messages, start=1):
        for person in (message.author, *(reaction.person for reaction in message.reactions)):
            acted[person] = number
    pointers = {}
    for person in people:
        chance = dice.random()
        if chance < READ_ALL:
            behind = 0
        elif chance > 1 - FAR_BEHIND:
            behind = dice.randint(10, 40)
        else:
            behind = dice.randint(1, 7)
        pointers[person] = max(acted[person], total - behind, 0)
    return pointers
