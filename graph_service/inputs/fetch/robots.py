"""What a site's robots.txt allows us (RFC 9309)."""

import asyncio
from collections.abc import Awaitable, Callable

from graph_service.errors import FetchRefused
from graph_service.inputs.extras import extra

with extra("inputs"):
    import httpx
    from protego import Protego

#: a site is asked again after so long
_FRESH_SECONDS = 3_600.0
_MOST_SITES = 1_000
#: a longer pause that a site asks for is cut to this
_LONGEST_PAUSE = 30.0

#: the text of a robots.txt, empty where there is none
GetText = Callable[[httpx.URL], Awaitable[str]]


class Robots:
    """The rules of the sites that were asked, for one user agent."""

    def __init__(self, user_agent: str) -> None:
        self._agent = user_agent
        self._rules: dict[str, tuple[float, Protego]] = {}

    async def pause(self, url: httpx.URL, get_text: GetText) -> float:
        """How long the site asks us to wait between two requests.

        Raises:
            FetchRefused: the site does not want us to fetch this.
            FetchFailed: it cannot say; then nothing is allowed.
        """
        rules = await self._of(url.copy_with(raw_path=b"/robots.txt"), get_text)
        if not rules.can_fetch(str(url), self._agent):
            raise FetchRefused("The site's robots.txt does not allow it.")
        return min(rules.crawl_delay(self._agent) or 0.0, _LONGEST_PAUSE)

    async def _of(self, address: httpx.URL, get_text: GetText) -> Protego:
        site, now = str(address), asyncio.get_running_loop().time()
        known = self._rules.get(site)
        if known and now - known[0] < _FRESH_SECONDS:
            return known[1]
        rules = Protego.parse(await get_text(address))
        if len(self._rules) >= _MOST_SITES:
            self._rules.clear()
        self._rules[site] = (now, rules)
        return rules
