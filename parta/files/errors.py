"""What files says when it refuses."""

SENTENCES = {
    "tus_version_unknown": (
        "Эта версия протокола загрузки не поддерживается.",
        "This version of the upload protocol is not supported.",
    ),
    "chunk_type_wrong": (
        "Часть файла должна иметь тип application/offset+octet-stream.",
        "A part of a file must have the type application/offset+octet-stream.",
    ),
    "upload_length_required": (
        "Размер файла нужно назвать сразу.",
        "The size of the file must be given at once.",
    ),
    "upload_header_wrong": ("Заголовок загрузки составлен неверно.", "An upload header is malformed."),
    "offset_mismatch": (
        "Загрузка остановилась на другом месте. Продолжите оттуда.",
        "The upload stands elsewhere. Go on from there.",
    ),
    "upload_busy": (
        "Этот файл уже загружается другим запросом.",
        "Another request is uploading this file.",
    ),
    "upload_longer_than_announced": (
        "Пришло больше данных, чем было объявлено.",
        "More data came than was announced.",
    ),
    "upload_cut": (
        "Связь прервалась. Загрузку можно продолжить.",
        "The connection broke. The upload can go on.",
    ),
    "file_too_large": ("Файл слишком большой.", "The file is too large."),
    "quota_exceeded": (
        "Место для ваших файлов закончилось. Удалите ненужные.",
        "Your space for files is used up. Delete what is not needed.",
    ),
    "installation_quota_exceeded": (
        "На сервере закончилось место для файлов. Сообщите администратору.",
        "The server's space for files is used up. Tell the administrator.",
    ),
    "storage_full": (
        "На диске сервера не осталось места. Сообщите администратору.",
        "The server's disk is full. Tell the administrator.",
    ),
    "too_many_uploads": (
        "Слишком много незаконченных загрузок. Дождитесь их или отмените.",
        "Too many unfinished uploads. Wait for them or cancel some.",
    ),
    "file_in_use": (
        "Файл уже отправлен, удалите сообщение с ним.",
        "The file is sent; delete its message instead.",
    ),
    "file_not_attachable": (
        "Файл ещё не загружен или вам не принадлежит.",
        "The file is not uploaded yet or is not yours.",
    ),
    "file_being_scanned": (
        "Файл ещё проверяется. Откройте его чуть позже.",
        "The file is still being scanned. Open it a little later.",
    ),
    "file_infected": (
        "В файле найдена вредоносная программа. Он закрыт для всех.",
        "Malware was found in this file. It is closed to everybody.",
    ),
    "file_unscannable": (
        "Файл слишком большой для проверки, поэтому он закрыт.",
        "The file is too large to be scanned, so it is closed.",
    ),
    "purpose_unknown": (
        "Файл можно записать как голосовое сообщение или кружочек.",
        "A file can be recorded as a voice message or a video circle.",
    ),
    "not_a_recording": (
        "Это не запись голоса или видео.",
        "This is not a recording of voice or video.",
    ),
    "range_unsatisfiable": ("В файле нет такой части.", "The file has no such part."),
    "portrait_invalid": (
        "Фотография — картинка JPEG, PNG или WebP до 4 МБ.",
        "A photograph is a JPEG, PNG or WebP picture of at most 4 MB.",
    ),
    "portraits_off": (
        "Ваша организация не показывает фотографии.",
        "Your organisation shows no photographs.",
    ),
}
