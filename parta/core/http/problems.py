"""Every failure leaves as application/problem+json, in the person's language."""

from typing import Any

import asyncpg
import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.exceptions import NotFoundException as RouteNotFound

from parta.core.asgi import Scope
from parta.core.errors import FieldProblem, Invalid, NotFound, Problem
from parta.core.http.language import language_of
from parta.core.http.unit import UNIT

log = structlog.get_logger()

AnyRequest = Request[Any, Any, Any]

REQUEST_ID = "parta.request_id"

STATUS_CODES = {
    400: "malformed",
    401: "sign_in_first",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "malformed",
    429: "too_many_requests",
}


def answer_problem(request: AnyRequest, problem: Problem) -> Response[bytes]:
    """Turn a refusal into its answer."""
    scope: Scope = request.scope  # type: ignore[assignment]
    if (unit := scope.get(UNIT)) is not None:
        unit.keeps_changes = problem.keeps_changes
    language = language_of(scope)
    body = problem.body(language, scope.get(REQUEST_ID))
    headers = {"Content-Language": language, "Cache-Control": "no-store"}
    if problem.retry_after is not None:
        headers["Retry-After"] = str(problem.retry_after)
    return Response(
        msgspec.json.encode(body),
        status_code=problem.status,
        media_type="application/problem+json",
        headers=headers,
    )


def answer_validation(request: AnyRequest, error: ValidationException) -> Response[bytes]:
    """Name the fields that are wrong."""
    problem = Invalid("invalid")
    problem.fields = tuple(
        FieldProblem(str(item.get("key", "")), "invalid", str(item.get("message", "")))
        for item in (error.extra if isinstance(error.extra, list) else [])
        if isinstance(item, dict)
    )
    return answer_problem(request, problem)


def answer_http_exception(request: AnyRequest, error: HTTPException) -> Response[bytes]:
    """Translate the framework's own refusals."""
    if isinstance(error, RouteNotFound):
        return answer_problem(request, NotFound())
    if error.status_code >= 500:
        return answer_unexpected(request, error)
    code = STATUS_CODES.get(error.status_code, "malformed")
    return answer_problem(request, Problem(code, status=error.status_code))


def answer_out_of_range(request: AnyRequest, error: Exception) -> Response[bytes]:
    """A number too large for the database, or text it cannot hold, names nothing that exists."""
    log.info("request.unstorable_value", error=str(error)[:200])
    return answer_problem(request, Invalid("invalid"))


def answer_unexpected(request: AnyRequest, error: Exception) -> Response[bytes]:
    """Say sorry without details; the log has them under the request id."""
    log.error("request.failed", path=request.scope["path"], exc_info=error)
    return answer_problem(request, Problem("internal", status=500))


HANDLERS: dict[Any, Any] = {
    Problem: answer_problem,
    ValidationException: answer_validation,
    HTTPException: answer_http_exception,
    asyncpg.DataError: answer_out_of_range,
    asyncpg.CharacterNotInRepertoireError: answer_out_of_range,
    Exception: answer_unexpected,
}
