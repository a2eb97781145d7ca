"""What a feed or a sitemap on the web lists, the sitemaps within sitemaps included."""

from collections import deque
from typing import NamedTuple

from graph_service.errors import BadArticle, GraphServiceError
from graph_service.inputs.article import Failure
from graph_service.inputs.feed import MOST_PLACES, Entry, Sitemap, parse_feed, parse_sitemap
from graph_service.inputs.fetch import Fetched, Fetcher, Validators
from graph_service.inputs.place import shown
from graph_service.inputs.sandbox import Sandbox

#: an index lists sitemaps; some list indexes
_DEEPEST = 3
_MOST_SITEMAPS = 100
_TOO_MANY = f"It lists more than is read: {MOST_PLACES:,} articles in {_MOST_SITEMAPS} sitemaps."


class Listing(NamedTuple):
    """The articles that a feed or sitemap points to, and the parts of it that could not be read."""

    entries: tuple[Entry, ...] = ()
    failures: tuple[Failure, ...] = ()
    # to hand in the next time; None where the whole has to be looked through each time
    validators: Validators | None = None
    not_modified: bool = False


async def read_feed(url: str, fetcher: Fetcher, sandbox: Sandbox, known: Validators | None = None) -> Listing:
    """What an RSS or Atom feed points to; nothing but ``not_modified`` where it is as ``known``.

    Raises:
        FetchRefused, FetchFailed: it cannot be fetched.
        BadArticle: it is no feed.
    """
    found = await fetcher.get(url, known)
    if found.not_modified:
        return Listing(validators=known, not_modified=True)
    return await feed_listing(found, sandbox)


async def read_sitemap(url: str, fetcher: Fetcher, sandbox: Sandbox, known: Validators | None = None) -> Listing:
    """What a sitemap lists, or all sitemaps of an index of them.

    Raises:
        FetchRefused, FetchFailed: it cannot be fetched.
        BadArticle: it is no sitemap.
    """
    found = await fetcher.get(url, known)
    if found.not_modified:
        return Listing(validators=known, not_modified=True)
    return await sitemap_listing(found, fetcher, sandbox)


async def feed_listing(found: Fetched, sandbox: Sandbox) -> Listing:
    """What a feed that was fetched points to."""
    entries = await sandbox.acall("Reading the feed", parse_feed, found.content, found.url)
    return Listing(tuple(entries), validators=found.validators)


async def sitemap_listing(found: Fetched, fetcher: Fetcher, sandbox: Sandbox) -> Listing:
    """What a sitemap that was fetched lists, and those it points to; they are fetched as any other URL."""
    first = await _parsed(found, sandbox)
    entries, failures = dict.fromkeys(first.entries), list[Failure]()
    ahead, seen = deque((address, 1) for address in first.nested), {found.url}
    while ahead and len(entries) <= MOST_PLACES and len(seen) <= _MOST_SITEMAPS:
        address, depth = ahead.popleft()
        if address in seen or depth > _DEEPEST:
            continue
        seen.add(address)
        try:
            nested = await _parsed(await fetcher.get(address), sandbox)
        except GraphServiceError as error:
            failures.append(Failure(shown(address), error))
            continue
        entries.update(dict.fromkeys(nested.entries))
        ahead.extend((each, depth + 1) for each in nested.nested)
    if ahead or len(entries) > MOST_PLACES:
        failures.append(Failure(shown(found.url), BadArticle(_TOO_MANY)))
    return Listing(tuple(entries)[:MOST_PLACES], tuple(failures), None if first.nested else found.validators)


async def _parsed(found: Fetched, sandbox: Sandbox) -> Sitemap:
    return await sandbox.acall("Reading the sitemap", parse_sitemap, found.content, found.url)
