"""What strangers write as addresses never leads to this machine, nor into its network."""

from collections.abc import Iterator
from ipaddress import ip_address

import pytest

from graph_service.errors import FetchFailed, FetchRefused, GraphServiceError
from graph_service.inputs import Failure
from graph_service.inputs.fetch import Fetcher
from graph_service.inputs.fetch.addresses import Policy, is_public
from graph_service.inputs.fetch.urls import checked_url
from graph_service.inputs.place import Place, shown
from graph_service.inputs.web import Web
from graph_service.settings import Settings
from tests.inputs.sites import HOST, PUBLIC, Answer, Site, Wire, feed, fetch_settings, moved, names, page, site, sitemap

pytestmark = pytest.mark.anyio

#: P is the port of a server on this machine that must never be reached; every name leads to it
URLS = [
    "http://127.0.0.1:P/",
    "http://127.0.0.2:P/",
    "http://127.255.255.254:P/",
    "http://localhost:P/",
    "http://LOCALHOST:P/",
    "http://localhost.:P/",
    "http://localhost.localdomain:P/",
    "http://127.0.0.1.:P/",
    "http://0.0.0.0:P/",
    "http://0:P/",
    "http://127.1:P/",
    "http://127.0.1:P/",
    "http://2130706433:P/",
    "http://017700000001:P/",
    "http://0177.0.0.1:P/",
    "http://0177.0.0.01:P/",
    "http://0x7f000001:P/",
    "http://0x7f.0.0.1:P/",
    "http://0x7f.1:P/",
    "http://0X7F.1:P/",
    "http://127.0.0.0x1:P/",
    "http://127.0.0.1%00:P/",
    "http://%31%32%37.0.0.1:P/",
    "http://①②⑦.⓪.⓪.①:P/",
    "http://１２７.０.０.１:P/",
    "http://127。0。0。1:P/",
    "http://ⓛocalhost:P/",
    "http://[::1]:P/",
    "http://[::]:P/",
    "http://[0:0:0:0:0:0:0:1]:P/",
    "http://[0000::0001]:P/",
    "http://[::ffff:127.0.0.1]:P/",
    "http://[::ffff:7f00:1]:P/",
    "http://[::127.0.0.1]:P/",
    "http://[::ffff:0:127.0.0.1]:P/",
    "http://[64:ff9b::127.0.0.1]:P/",
    "http://[64:ff9b:1::7f00:1]:P/",
    "http://[2002:7f00:1::]:P/",
    "http://[2001:0:7f00:1::]:P/",
    "http://[fe80::1]:P/",
    "http://[fe80::1%25lo]:P/",
    "http://[::1%25lo]:P/",
    "http://[fc00::1]:P/",
    "http://[ff02::1]:P/",
    "http://[::1:P/",
    "http://news.example:P/",
    "https://news.example:P/",
    "http://user@news.example:P/",
    "http://user:sesame@127.0.0.1:P/",
    "http://site.example@127.0.0.1:P/",
    "http://127.0.0.1:P@news.example:P/",
    "http://site.example\\@127.0.0.1:P/",
    "http://127.0.0.1:P\\@site.example/",
    "http://127.0.0.1:P#@site.example/",
    "http://127.0.0.1:P?@site.example/",
    "http://127.0.0.1\t:P/",
    "http://127.0.0.1:P\r\nHost: site.example/",
    "http:127.0.0.1:P/",
    "http:///127.0.0.1:P/",
    "//127.0.0.1:P/",
    "http://site.example:22/",
    "http://site.example:6379/",
    "http://site.example:0/",
    "http://site.example:99999/",
    "file:///etc/passwd",
    "file://127.0.0.1:P/etc/passwd",
    "ftp://127.0.0.1:P/",
    "gopher://127.0.0.1:P/_GET%20/",
    "dict://127.0.0.1:P/stats",
    "ldap://127.0.0.1:P/",
    "data:text/html,<p>x</p>",
    "javascript:alert(1)",
    "jar:http://127.0.0.1:P/!/",
    "http+unix://%2Frun%2Fx.sock/",
    "ws://127.0.0.1:P/",
    "",
    "http://" + "a" * 64 + ".example:P/",
    "http://site.example/" + "a" * 2_000,
]
#: where a public name may lead
INSIDE = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.53",
    "168.63.129.16",
    "169.254.169.254",
    "169.254.170.2",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:10.0.0.1",
    "::ffff:0:a00:1",
    "64:ff9b::a9fe:a9fe",
    "2001:db8::1",
    "2002:a9fe:a9fe::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
]
OUTSIDE = [
    PUBLIC,
    "1.1.1.1",
    "8.8.8.8",
    "11.0.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "126.255.255.254",
    "128.0.0.1",
    "169.253.255.255",
    "169.255.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.167.255.255",
    "192.169.0.1",
    "198.17.255.255",
    "198.20.0.1",
    "223.255.255.254",
    "::ffff:8.8.8.8",
    "2001:4860:4860::8888",
    "2606:4700:4700::1111",
    "2a00:1450:4001:81b::200e",
]
FINE = [
    ("https://www.harbour.example/ships", "www.harbour.example"),
    ("HTTP://Harbour.Example:80/Ships?b=2&a=1#top", "harbour.example"),
    ("https://harbour.example.:443/", "harbour.example"),
    ("https://münchen.example/größe", "xn--mnchen-3ya.example"),
    ("https://xn--mnchen-3ya.example/", "xn--mnchen-3ya.example"),
    ("https://3news.example/", "3news.example"),
    ("https://24.example/", "24.example"),
    ("https://a_b.harbour-wire.example/?next=http://127.0.0.1/", "a_b.harbour-wire.example"),
    ("http://1.1.1.1/", "1.1.1.1"),
    ("http://[2606:4700:4700::1111]/", "2606:4700:4700::1111"),
]


@pytest.fixture(autouse=True)
def wire(monkeypatch: pytest.MonkeyPatch) -> Wire:
    return Wire.put(monkeypatch)


@pytest.fixture(scope="module")
def victim() -> Iterator[Site]:
    with site() as found:
        yield found
        assert found.accepted == 0


@pytest.fixture(scope="module")
def ours() -> Iterator[Site]:
    with site() as found:
        yield found


def of(url: str, victim: Site) -> str:
    return url.replace(":P", f":{victim.port}")


@pytest.mark.parametrize("url", URLS)
async def test_no_way_to_write_it_leads_here(url: str, victim: Site, wire: Wire) -> None:
    async with Fetcher(fetch_settings(victim), names()) as fetcher:
        with pytest.raises(FetchRefused):
            await fetcher.get(of(url, victim))
    assert (wire.wanted, victim.accepted) == ([], 0)


@pytest.mark.parametrize("address", INSIDE)
async def test_no_name_leads_inside(address: str, victim: Site, wire: Wire) -> None:
    async with Fetcher(fetch_settings(victim), names(news_example=address)) as fetcher:
        with pytest.raises(FetchRefused) as refused:
            await fetcher.get(f"http://news.example:{victim.port}/")
    assert (wire.wanted, victim.accepted) == ([], 0)
    assert address not in str(refused.value)


@pytest.mark.parametrize("address", OUTSIDE)
def test_public_addresses_are_not_refused(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_are_refused(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(("url", "host"), FINE)
def test_usual_urls_are_not_refused(url: str, host: str) -> None:
    assert checked_url(url, frozenset({80, 443})).raw_host.decode() == host


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:P/",
        "//127.0.0.1:P/",
        "http://[::1]:P/",
        "http://[::ffff:127.0.0.1]:P/",
        "http://2130706433:P/",
        "http://0x7f.1:P/",
        "http://localhost:P/",
        "http://other.example:P/",
        "http://user:sesame@site.example:P/",
        "http://site.example:6379/",
        "https://169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
        "ftp://127.0.0.1:P/",
        "gopher://127.0.0.1:P/_x",
        "data:text/html,x",
        "http://127.0.0.1:P\\@site.example/",
    ],
)
@pytest.mark.parametrize("status", [301, 307])
async def test_no_redirect_leads_here(target: str, status: int, victim: Site, ours: Site, wire: Wire) -> None:
    ours.answers["/moved"] = moved(of(target, victim), status)
    async with Fetcher(fetch_settings(victim, ours), names()) as fetcher:
        with pytest.raises(FetchRefused) as refused:
            await fetcher.get(ours.url("/moved"))
    assert victim.accepted == 0
    assert set(wire.wanted) == {"127.0.0.1"}
    assert "sesame" not in str(refused.value)


async def test_a_second_redirect_is_checked_too(victim: Site, ours: Site) -> None:
    ours.answers |= {"/one": moved("/two"), "/two": moved(f"http://127.0.0.1:{victim.port}/")}
    async with Fetcher(fetch_settings(victim, ours), names()) as fetcher:
        with pytest.raises(FetchRefused):
            await fetcher.get(ours.url("/one"))
    assert ours.paths[-2:] == ["/one", "/two"]


async def test_a_name_that_changes_its_mind(victim: Site, wire: Wire) -> None:
    answers = [[PUBLIC], ["127.0.0.1"]]

    async def look_up(host: str, port: int) -> list[str]:
        return answers.pop(0)

    async with Fetcher(fetch_settings(victim, fetch_robots=False), look_up) as fetcher:
        # connected to where it led first, which this test's wire does not do
        with pytest.raises(FetchFailed):
            await fetcher.get(f"http://news.example:{victim.port}/")
        with pytest.raises(FetchRefused):
            await fetcher.get(f"http://news.example:{victim.port}/")
    assert wire.wanted == [PUBLIC]


async def test_a_name_that_changes_after_robots_txt(victim: Site, wire: Wire) -> None:
    wire.played[PUBLIC] = "127.0.0.1"
    with site() as public:
        answers = [[PUBLIC], ["127.0.0.1"]]

        async def look_up(host: str, port: int) -> list[str]:
            return answers.pop(0)

        async with Fetcher(fetch_settings(public, victim), look_up) as fetcher:
            with pytest.raises(FetchRefused):
                await fetcher.get(f"http://news.example:{public.port}/")
    assert [path for path, _ in public.requests] == ["/robots.txt"]
    assert wire.wanted == [PUBLIC]


async def test_of_several_addresses_only_public_ones_are_tried(victim: Site, wire: Wire) -> None:
    led = ["127.0.0.1", "10.0.0.1", PUBLIC, "::1", "2606:4700:4700::1111"]
    async with Fetcher(fetch_settings(victim), names(news_example=led)) as fetcher:
        with pytest.raises(FetchFailed):
            await fetcher.get(f"http://news.example:{victim.port}/")
    assert wire.wanted == [PUBLIC, "2606:4700:4700::1111"]


async def test_proxies_of_the_environment_are_not_used(
    victim: Site, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{victim.port}")
    async with Fetcher(fetch_settings(victim), names(news_example=PUBLIC)) as fetcher:
        with pytest.raises(FetchFailed):
            await fetcher.get(f"http://news.example:{victim.port}/")
    assert wire.wanted == [PUBLIC]


@pytest.mark.parametrize("kind", ["feed", "sitemap", "index"])
async def test_what_feeds_and_sitemaps_point_to_is_checked(kind: str, victim: Site, ours: Site) -> None:
    inside = [f"http://127.0.0.1:{victim.port}/{number}" for number in range(3)]
    inside += ["file:///etc/passwd", f"http://other.example:{victim.port}/", "gopher://127.0.0.1/"]
    lists = {
        "feed": feed(*inside),
        "sitemap": sitemap(*inside),
        "index": sitemap(*inside, root="sitemapindex", item="sitemap"),
    }
    ours.answers[f"/{kind}"] = Answer(lists[kind], Content_Type="application/xml")
    async with Web(fetch_settings(victim, ours), look_up=names()) as web:
        found = [each async for each in web.read(Place(ours.url(f"/{kind}")))]
    assert len(found) == len(inside)
    assert all(isinstance(each, Failure) and isinstance(each.error, FetchRefused) for each in found)
    assert victim.accepted == 0


async def test_hosts_and_networks_of_ours_can_be_allowed(ours: Site) -> None:
    ours.answers["/page"] = Answer(page("Ships wait"), Content_Type="text/html")
    for allowed, host in ((HOST, HOST), ("127.0.0.0/8, ::1", "127.0.0.1"), ("127.0.0.1", "any.example")):
        async with Fetcher(fetch_settings(ours, fetch_allowed=allowed), names()) as fetcher:
            assert (await fetcher.get(ours.url("/page", host))).content == page("Ships wait")
    assert not Policy("10.0.0.0/8").permits("a.example", ip_address("192.168.0.1"))


async def test_a_name_in_other_letters_is_looked_up_as_it_is_written_in_certificates() -> None:
    asked = []

    async def look_up(host: str, port: int) -> list[str]:
        asked.append(host)
        return []

    async with Fetcher(Settings(_env_file=None), look_up) as fetcher:
        with pytest.raises(FetchFailed):
            await fetcher.get("https://straße.example/")
    assert asked == ["xn--strae-oqa.example"]


async def test_a_server_on_ipv6_is_not_reached_either(wire: Wire) -> None:
    async with Fetcher(Settings(_env_file=None), names(news_example="::1")) as fetcher:
        for url in ("http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://news.example/"):
            with pytest.raises(FetchRefused):
                await fetcher.get(url)
    assert wire.wanted == []


@pytest.mark.parametrize(
    "url",
    [
        "https://user:sesame@h.example/a?key=sesame#sesame",
        "http://sesame@h.example",
        "https://h.example/a?token=sesame",
        "x:sesame@y",
    ],
)
def test_secrets_in_urls_are_not_shown(url: str) -> None:
    assert "sesame" not in shown(url)


async def test_messages_hold_no_secrets_of_urls(victim: Site, ours: Site) -> None:
    ours.answers["/away"] = moved(f"http://127.0.0.1:{victim.port}/inner?key=sesame")
    async with Fetcher(fetch_settings(victim, ours), names(gone_example=[])) as fetcher:
        for url in (
            "http://user:sesame@h.example/",
            ours.url("/none?key=sesame"),
            ours.url("/away?key=sesame"),
            "http://gone.example/?key=sesame",
        ):
            with pytest.raises(GraphServiceError) as refused:
                await fetcher.get(url)
            assert "sesame" not in str(refused.value)
            assert "inner" not in str(refused.value)
