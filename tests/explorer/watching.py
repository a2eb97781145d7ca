"""A visitor who writes down whatever goes wrong in the browser."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

_REPORTS = """
document.addEventListener("securitypolicyviolation",
  (event) => console.error("policy:", event.violatedDirective, event.blockedURI, event.sourceFile));
window.xssed = (what) => console.error("executed:", what);
"""


expect.set_options(timeout=30_000)


class Visitor:
    """A browser's pages on one service."""

    def __init__(self, browser: Browser, service: str) -> None:
        self._browser = browser
        self.service = service
        # addresses that a page may load from
        self.services = [service]
        self._contexts: list[BrowserContext] = []
        self._said: list[str] = []
        self._requests: list[str] = []

    def __call__(self, path: str = "/", status: int = 200, **options: Any) -> Page:
        """A page that was opened; options are those of a context, as ``color_scheme`` or ``java_script_enabled``."""
        page = self.page(**options)
        answer = page.goto(self.service + path)
        assert answer is not None
        assert answer.status == status, (path, answer.status, page.inner_text("main") if status < 500 else "")
        return page

    def page(self, **options: Any) -> Page:
        """An empty page."""
        context = self._browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(60_000)
        self._contexts.append(context)
        context.add_init_script(_REPORTS)
        page = context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self._said.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self._said.append(f"executed: {dialog.message}"), dialog.dismiss()))
        page.on("request", self._note)
        return page

    def leave(self) -> None:
        """Closes everything."""
        for context in self._contexts:
            context.close()

    def complaints(self) -> list[str]:
        """Errors on the console, scripts that should not run, requests to other hosts."""
        return [*self._said, *self.elsewhere()]

    def elsewhere(self) -> list[str]:
        """Requests to other hosts."""
        here = {urlsplit(each).netloc for each in self.services}
        return [each for each in self._requests if urlsplit(each).netloc not in here]

    def _listen(self, message: ConsoleMessage) -> None:
        # the browser's own words about the status of the page itself, and about drawing without a graphics card
        its_own = message.text.startswith("Failed to load resource") or "GL Driver Message" in message.text
        if message.type in {"error", "warning"} and not its_own:
            self._said.append(message.text)

    def _note(self, request: Request) -> None:
        self._requests.append(request.url)
