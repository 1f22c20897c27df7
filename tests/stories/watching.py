"""Ears on a browser: what must never happen in any story, whatever the story is about."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Request

# The event says which rule was broken; the console alone says it in the browser's own words.
REPORT_VIOLATIONS = """
    document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""
OUR_OWN = ("blob", "data", "about")


class Watch:
    """Notes requests to foreign hosts, broken rules of the CSP and errors that nobody caught."""

    def __init__(self, address: str, *, visits: str = "") -> None:
        """`visits` is a foreign address where the browser may go, but from which our pages may load nothing."""
        self._host, self._visited = urlsplit(address).netloc, urlsplit(visits).netloc
        self.faults: list[str] = []

    def over(self, context: BrowserContext) -> None:
        """Listen to every page of the context, and to its worker."""
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("request", self._requested)
        context.on("console", self._said)
        context.on("weberror", lambda error: self._failed(error.error))

    def _requested(self, request: Request) -> None:
        target = urlsplit(request.url)
        if target.netloc == self._visited and request.is_navigation_request():
            return
        if target.scheme not in OUR_OWN and target.netloc != self._host:
            self.faults.append(f"foreign request: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if "CSP violation" in message.text or "Content Security Policy" in message.text:
            self.faults.append(message.text)

    def _failed(self, error: Error) -> None:
        self.faults.append(f"uncaught: {error.message}\n{error.stack}")
