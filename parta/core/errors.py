"""One family of errors: a stable code for programs, a sentence for people (RFC 9457)."""

from typing import Any

import msgspec

Sentences = dict[str, tuple[str, str]]

SENTENCES: Sentences = {
    "not_found": ("Здесь ничего нет.", "There is nothing here."),
    "sign_in_first": ("Сначала войдите.", "Sign in first."),
    "csrf_missing": (
        "Запрос пришёл не со страницы Парты. Обновите страницу.",
        "The request did not come from a Parta page. Reload the page.",
    ),
    "foreign_origin": (
        "Запросы с чужих сайтов не принимаются.",
        "Requests from other sites are refused.",
    ),
    "malformed": ("Запрос составлен неверно.", "The request is malformed."),
    "invalid": ("Проверьте заполнение полей.", "Check the fields."),
    "too_many_requests": (
        "Слишком много запросов. Подождите немного.",
        "Too many requests. Wait a little.",
    ),
    "too_large": ("Слишком много данных в запросе.", "The request is too large."),
    "method_not_allowed": (
        "Так к этому адресу не обращаются.",
        "This address has no such method.",
    ),
    "idempotency_key_reused": (
        "Этот ключ повторения уже использован для другого запроса.",
        "This idempotency key was used for another request.",
    ),
    "internal": (
        "Что-то сломалось на сервере. Мы уже записали это в журнал.",
        "Something broke on the server. It has been logged.",
    ),
    "unavailable": (
        "Сервер пока не готов. Попробуйте через минуту.",
        "The server is not ready yet.",
    ),
}


class FieldProblem(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is wrong with one field of a request."""

    field: str
    code: str
    detail: str = ""


class Problem(Exception):
    """A refusal that is told to the person.

    `keeps_changes` commits the transaction although the answer is a refusal:
    for example a wrong sign-in code must use up one try.
    """

    def __init__(
        self,
        code: str,
        *,
        status: int = 400,
        fields: tuple[FieldProblem, ...] = (),
        retry_after: int | None = None,
        keeps_changes: bool = False,
        **extra: Any,
    ) -> None:
        super().__init__(code)
        self.code, self.status, self.fields = code, status, fields
        self.retry_after, self.keeps_changes, self.extra = (
            retry_after,
            keeps_changes,
            extra,
        )

    def body(self, language: str, request_id: str | None = None) -> dict[str, Any]:
        """Build the problem+json object in "ru" or "en"."""
        body: dict[str, Any] = {
            "type": "about:blank",
            "title": sentence(self.code, language),
            "status": self.status,
            "code": self.code,
        }
        if request_id:
            body["request_id"] = request_id
        if self.fields:
            body["fields"] = [
                msgspec.structs.replace(f, detail=f.detail or sentence(f.code, language)) for f in self.fields
            ]
        if self.retry_after is not None:
            body["retry_after"] = self.retry_after
        return body | self.extra


class NotFound(Problem):
    """Absent, or not yours to see: one answer for both."""

    def __init__(self) -> None:
        super().__init__("not_found", status=404)


class Invalid(Problem):
    """The request is understood but cannot be accepted as it is (422)."""

    def __init__(self, code: str, *, field: str | None = None, **extra: Any) -> None:
        fields = (FieldProblem(field, code),) if field else ()
        super().__init__(code, status=422, fields=fields, **extra)


class Conflict(Problem):
    """The request is right, but not in the present state (409)."""

    def __init__(self, code: str, **extra: Any) -> None:
        super().__init__(code, status=409, **extra)


class TooMany(Problem):
    """A limit is reached; `retry_after` is in seconds (429)."""

    def __init__(self, code: str = "too_many_requests", *, retry_after: int, **extra: Any) -> None:
        super().__init__(code, status=429, retry_after=retry_after, **extra)


def sentence(code: str, language: str) -> str:
    """Say a code in words; a code without words says itself, so a test can find it."""
    words = SENTENCES.get(code)
    return code if words is None else words[1 if language == "en" else 0]


def register_sentences(sentences: Sentences) -> None:
    """Add a room's sentences; two rooms may not claim one code with different words."""
    for code, words in sentences.items():
        if SENTENCES.setdefault(code, words) != words:
            raise ValueError(f"two sentences for the code {code!r}")
