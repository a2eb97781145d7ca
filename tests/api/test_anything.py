"""Whatever is asked, the answer is one of those that are declared, and no error gives anything away."""

import string
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_service.queries import Param, ParamType, catalogue
from graph_service.settings import Settings
from graph_service.store import GraphStore
from tests.handmade import talks
from tests.running import running

pytestmark = pytest.mark.anyio

NASTY = st.sampled_from(
    [
        "'",
        '"',
        "\\",
        "\x00",
        "%",
        "$limit",
        "}) DETACH DELETE (n",
        "/*",
        "//",
        "[* TO *]",
        "a AND",
        "~",
        "*",
        "\u202e",
        "🙂",
    ]
)
WORDS = st.one_of(st.text(max_size=30), NASTY, st.sampled_from(["Ada Novak", "Novak", "person:ada-novak", "treaty"]))
GOOD: dict[ParamType, st.SearchStrategy[str]] = {
    ParamType.INTEGER: st.integers(-2, 600).map(str),
    ParamType.DATE: st.dates().map(str),
}
ADDRESSES = {
    "/v1/statements": "statements",
    "/v1/entities": "entities",
    "/v1/articles": "articles",
    **{f"/v1/queries/{name}": name for name in catalogue()},
}


def value(param: Param) -> st.SearchStrategy[str]:
    good = st.sampled_from(param.choices) if param.choices else GOOD.get(param.type, WORDS)
    return st.one_of(good, WORDS)


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, list[tuple[str, str]]]:
    address = draw(st.sampled_from(sorted(ADDRESSES)))
    query = catalogue()[ADDRESSES[address]]
    named = [draw(st.tuples(st.just(each.name), value(each))) for each in query.params if draw(st.integers(0, 3))]
    others = st.tuples(st.sampled_from(["cursor", "format", "after", "x"]), WORDS)
    return address, [*named, *draw(st.lists(others, max_size=1))]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=requests())
async def test_no_question_breaks_the_service(
    store: GraphStore, api_settings: Settings, asked: tuple[str, list[tuple[str, str]]]
) -> None:
    address, params = asked
    async with running(api_settings) as client:
        await store.write(talks())
        answer = await client.get(address, params=params)
    assert answer.status_code in {200, 404, 409, 422}, answer.text
    if answer.status_code != 200:
        assert answer.headers["content-type"] == "application/problem+json"
        assert not any(word in answer.text for word in ("Traceback", "Neo.ClientError", "127.0.0.1"))


BRANCHES = ["/v1/entities/{}", "/v1/entities/{}/adjacent.csv", "/v1/statements/{}", "/v1/articles/{}", "/v1/queries/{}"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(branch=st.sampled_from(BRANCHES), name=WORDS)
async def test_no_name_breaks_the_service(store: GraphStore, api_settings: Settings, branch: str, name: str) -> None:
    async with running(api_settings) as client:
        answer = await client.get(branch.format(quote(name, safe="")))
    assert answer.status_code in {200, 404, 409, 422}, answer.text
    assert answer.status_code == 200 or answer.headers["content-type"] == "application/problem+json"


@settings(max_examples=50)
@given(path=st.text(string.printable, max_size=30), method=st.sampled_from(["GET", "POST", "PUT", "DELETE", "OPTIONS"]))
async def test_no_address_breaks_the_service(path: str, method: str) -> None:
    async with running(Settings(_env_file=None, NEO4J_URI="bolt://127.0.0.1:9")) as client:
        answer = await client.request(method, "/" + quote(path))
    assert answer.status_code < 500 or answer.status_code == 503
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
