"""What messaging refuses, in words."""

from parta.core.errors import Sentences
from parta.messaging.order import sentences as sentences_order

SENTENCES: Sentences = {
    "sticker_unknown": ("Такого стикера нет.", "There is no such sticker."),
    "sticker_alone": ("Стикер отправляется без текста и файлов.", "A sticker goes without text and files."),
    "not_editable": (
        "Стикер, опрос и пересланное сообщение изменить нельзя.",
        "Stickers, polls and forwarded messages cannot be edited.",
    ),
    "nothing_to_forward": (
        "Выберите сообщения и хотя бы один чат.",
        "Choose messages and at least one chat.",
    ),
    "too_many_to_forward": (
        "За один раз можно переслать не больше 100 сообщений.",
        "At most 100 messages can be forwarded at once.",
    ),
    "too_many_targets": (
        "Переслать можно не больше чем в 12 чатов сразу.",
        "Messages can be forwarded to at most 12 chats at once.",
    ),
    "not_forwardable": ("Это сообщение переслать нельзя.", "This message cannot be forwarded."),
    "disappearing_not_forwardable": (
        "Исчезающие сообщения пересылать нельзя.",
        "Disappearing messages cannot be forwarded.",
    ),
    "forwarding_forbidden": (
        "Из этого чата пересылать сообщения нельзя.",
        "Messages cannot be forwarded out of this chat.",
    ),
    "not_pinnable": ("Это сообщение закрепить нельзя.", "This message cannot be pinned."),
    "too_many_pins": (
        "В чате можно закрепить не больше 100 сообщений.",
        "A chat keeps at most 100 pinned messages.",
    ),
    **sentences_order.SENTENCES,
    "message_empty": ("Напишите что-нибудь или приложите файл.", "Write something or attach a file."),
    "message_too_long": ("Сообщение длиннее 8000 знаков.", "The message is longer than 8000 characters."),
    "too_many_files": (
        "К сообщению можно приложить не больше 10 файлов.",
        "A message takes at most 10 files.",
    ),
    "too_many_mentions": ("Упомянуть можно не больше 50 человек.", "A message mentions at most 50 people."),
    "export_running": (
        "Одна копия чата уже готовится. Дождитесь её или отмените.",
        "A copy of a chat is being made already. Wait for it or cancel it.",
    ),
    "too_many_exports": (
        "За сутки запрошено слишком много копий. Попробуйте завтра.",
        "Too many copies were asked for today. Try tomorrow.",
    ),
    "export_forbidden": (
        "В этом чате запрещено копировать сообщения: копию может сделать только администратор.",
        "Copying is forbidden in this chat: only an administrator can make a copy.",
    ),
    "export_failed": (
        "Копию сделать не получилось. Попробуйте ещё раз.",
        "The copy could not be made. Try again.",
    ),
    "period_wrong": ("Начало периода должно быть раньше конца.", "The period must begin before it ends."),
    "scheduled_when": (
        "Выберите время в будущем, не дальше чем через год.",
        "Choose a moment in the future, at most a year ahead.",
    ),
    "too_many_scheduled": (
        "В одном чате может ждать отправки не больше 100 сообщений.",
        "At most 100 messages can wait in one chat.",
    ),
    "client_id_used": (
        "Это сообщение уже запланировано в другом чате.",
        "This message already waits in another chat.",
    ),
    "too_many_reminders": (
        "Напоминаний слишком много: не больше 500.",
        "Too many reminders: at most 500.",
    ),
    "lifetime_invalid": (
        "Сообщение может исчезнуть не раньше чем через минуту и не позже чем через 31 день.",
        "A message can disappear after one minute at the earliest and 31 days at the latest.",
    ),
    "reply_not_found": ("Сообщения, на которое вы отвечаете, нет.", "The message you reply to is not there."),
    "request_waiting": (
        "Собеседник ещё не подтвердил переписку. Пока можно отправить только одно сообщение.",
        "The other side has not confirmed yet. Until then one message is all.",
    ),
    "request_unanswered": ("Сначала примите запрос на переписку.", "Accept the request first."),
    "request_declined": ("Собеседник отклонил запрос на переписку.", "The other side declined the request."),
    "conversation_closed": ("В этом чате больше нельзя писать.", "This chat is closed for writing."),
    "sending_overloaded": (
        "Сервер не успевает принимать сообщения. Отправим ещё раз чуть позже.",
        "The server is overloaded. Try again a little later.",
    ),
    "edit_too_late": (
        "Изменить сообщение можно в течение 24 часов после отправки.",
        "A message can be edited within 24 hours of sending.",
    ),
    "not_the_author": ("Изменить можно только своё сообщение.", "Only the author can edit a message."),
    "not_yours_to_delete": (
        "Удалить для всех можно своё сообщение; чужое — только администратору чата.",
        "For everyone you can delete your own messages; chat administrators can delete any.",
    ),
    "message_deleted": ("Это сообщение удалено.", "This message was deleted."),
    "nothing_to_hear": ("В этом сообщении нечего слушать.", "There is nothing to hear in this message."),
    "transcript_empty": ("Напишите, что было сказано.", "Write what was said."),
    "transcript_too_long": ("Текст длиннее 60 000 знаков.", "The text is longer than 60,000 characters."),
    "reaction_invalid": ("Реакцией может быть только эмодзи.", "A reaction is one emoji."),
    "too_many_reactions": (
        "На одно сообщение можно поставить не больше 3 реакций.",
        "You can leave at most 3 reactions on a message.",
    ),
    "title_invalid": ("Название чата — от 1 до 100 знаков.", "A chat's title is 1 to 100 characters."),
    "people_required": ("Выберите хотя бы одного участника.", "Choose at least one person."),
    "too_many_people": ("Слишком много участников за один раз.", "Too many people at once."),
    "person_out_of_reach": (
        "Кого-то из выбранных людей нельзя добавить: вы не связаны по школе.",
        "Somebody chosen cannot be added: your school does not connect you.",
    ),
    "parents_only": (
        "В родительский чат можно добавлять только родителей.",
        "Only parents can be added to a parents' chat.",
    ),
    "second_adult_needed": (
        "Школа решила: ученик и учитель переписываются только при втором взрослом.",
        "The school has decided: a pupil and a teacher write to each other only with a second grown-up.",
    ),
    "no_chat_of_two": (
        "Школа решила: вы переписываетесь только в общих чатах.",
        "The school has decided: you write to each other only in groups.",
    ),
    "no_second_adult": (
        "Пока некому быть вторым взрослым: родители ученика ещё не вошли в Парту.",
        "There is nobody yet to be the second grown-up: the pupil's guardians have not come to Parta.",
    ),
    "second_adult_stays": (
        "Этот взрослый в чате по решению школы: его нельзя убрать, он не может выйти, чат нельзя удалить.",
        "This grown-up is in the chat by the school's decision and cannot leave; the chat cannot be deleted.",
    ),
    "automatic_chat": (
        "Состав этого чата ведёт школа: из него нельзя выйти и удалить участника.",
        "The school keeps this chat's members: one cannot leave it or be removed.",
    ),
    "direct_chat": ("В личном чате участники не меняются.", "A direct chat's two people do not change."),
    "not_an_administrator": (
        "Это может сделать только администратор чата.",
        "Only an administrator of the chat can do that.",
    ),
    "last_owner": ("У чата должен остаться хотя бы один владелец.", "A chat keeps at least one owner."),
    "too_many_new_chats": (
        "Вы создали слишком много чатов за сутки. Попробуйте завтра.",
        "You have started too many chats today. Try tomorrow.",
    ),
    "too_many_pinned": ("Закрепить можно не больше 15 чатов.", "You can pin at most 15 chats."),
    "too_many_folders": ("Папок может быть не больше 20.", "You can have at most 20 folders."),
    "too_many_chats": ("В папке может быть не больше 200 чатов.", "A folder takes at most 200 chats."),
    "folder_name_invalid": ("Название папки — от 1 до 40 знаков.", "A folder's name is 1 to 40 characters."),
    "folder_icon_invalid": ("Значком папки может быть только эмодзи.", "A folder's icon is one emoji."),
    "folder_empty": ("Выберите для папки чаты или виды чатов.", "Choose chats or sorts of chats."),
    "may_not_ask_to_confirm": (
        "Просить подтверждение в этом чате могут учителя и администраторы.",
        "In this chat teachers and administrators may ask for confirmation.",
    ),
    "nobody_to_confirm": ("Здесь некому подтверждать: вы одни.", "There is nobody here to confirm."),
    "not_asked_to_confirm": (
        "Это сообщение не просит вашего подтверждения.",
        "This message does not ask for your confirmation.",
    ),
    "list_hidden": (
        "Список участников этого чата скрыт: кто подтвердил, видят только его администраторы.",
        "The members of this chat are hidden: only its administrators see who has confirmed.",
    ),
    "not_the_asker": (
        "Это видят только автор сообщения и администраторы чата.",
        "This is for the author of the message and the administrators of the chat.",
    ),
    "reminded_lately": ("Напоминать можно раз в 4 часа.", "One can remind once in 4 hours."),
    "nobody_waits": (
        "Напоминать некому: все ответили.",
        "There is nobody to remind: everybody has answered.",
    ),
    "poll_is_no_confirmation": (
        "Опрос уже просит ответа: подтверждение к нему не добавить.",
        "A poll asks for an answer already: it takes no confirmation.",
    ),
    "poll_question_invalid": ("Вопрос — от 1 до 300 знаков.", "A question is 1 to 300 characters."),
    "poll_options_count": ("Вариантов ответа — от 2 до 12.", "A poll has 2 to 12 options."),
    "poll_option_length": ("Вариант ответа — от 1 до 120 знаков.", "An option is 1 to 120 characters."),
    "poll_options_repeat": ("Варианты ответа повторяются.", "Some options are the same."),
    "poll_right_answer_invalid": (
        "В викторине один правильный ответ — из тех, что предложены.",
        "A quiz has one right answer, one of its options.",
    ),
    "poll_explanation_without_quiz": (
        "Пояснение бывает только у викторины.",
        "Only a quiz has an explanation.",
    ),
    "poll_explanation_too_long": ("Пояснение длиннее 300 знаков.", "The explanation is over 300 characters."),
    "poll_term_invalid": (
        "Опрос может закрыться не раньше чем через минуту и не позже чем через год.",
        "A poll closes in a minute at the earliest and in a year at the latest.",
    ),
    "poll_change_impossible": (
        "В анонимном опросе и в викторине изменить голос нельзя.",
        "In an anonymous poll or a quiz a vote cannot be changed.",
    ),
    "poll_closed": ("Опрос закрыт.", "The poll is closed."),
    "poll_is_anonymous": (
        "Опрос анонимный: кто что выбрал, не знает никто.",
        "The poll is anonymous: nobody knows who chose what.",
    ),
    "poll_results_hidden": (
        "Результаты станут видны, когда опрос закроется.",
        "The results appear when the poll closes.",
    ),
    "already_voted": ("Вы уже проголосовали.", "You have already voted."),
    "vote_is_final": ("В этом опросе голос нельзя отозвать.", "In this poll a vote cannot be taken back."),
    "vote_empty": ("Выберите ответ.", "Choose an answer."),
    "vote_one_only": ("Здесь можно выбрать один ответ.", "This poll takes one answer."),
    "vote_option_invalid": ("Такого варианта в опросе нет.", "The poll has no such option."),
}
