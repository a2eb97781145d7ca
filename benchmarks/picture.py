"""Frames a second of the explorer's picture, in headless Chromium: ``python -m benchmarks.picture http://127.0.0.1:8000``.

The page is the real one; its links are made up and handed to it in place of the service's answer.
"""

import json
import shutil
import sys
from random import Random

from playwright.sync_api import Page, Route, sync_playwright

_TYPES = ("Person", "Country", "Organisation", "Place", "WeaponSystem")
_SECONDS = 5
_WAIT = 300_000
_FRAMES = """
async ([seconds, moving]) => {
  const canvas = document.querySelector("[data-graph] .sigma-mouse");
  const place = canvas.getBoundingClientRect();
  const times = [];
  // as a hand does that holds the picture and moves it about
  const hand = (target, name, passed) => {
    const clientX = place.x + place.width * (0.5 + 0.2 * Math.sin(passed * 2));
    const clientY = place.y + place.height * (0.5 + 0.2 * Math.cos(passed * 2));
    target.dispatchEvent(new MouseEvent(name, { clientX, clientY, bubbles: true, button: 0, buttons: 1 }));
  };
  if (moving) hand(canvas, "mousedown", 0);
  await new Promise((done) => {
    const begun = performance.now();
    const frame = (now) => {
      times.push(now);
      const passed = (now - begun) / 1000;
      if (moving) hand(document, "mousemove", passed);
      if (passed < seconds) requestAnimationFrame(frame);
      else done();
    };
    requestAnimationFrame(frame);
  });
  if (moving) hand(document, "mouseup", seconds);
  const gaps = times.slice(1).map((time, index) => time - times[index]).sort((one, other) => one - other);
  return [(1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0), gaps[Math.floor(0.95 * gaps.length)]];
}
"""


def links(nodes: int) -> list[dict[str, object]]:
    """Two links for each node, more to the first ones, as in the news."""
    random = Random(7)
    made: list[dict[str, object]] = []
    for number in range(2 * nodes):
        one, other = number % nodes, min(int(random.paretovariate(0.8)), nodes) - 1
        ends = (one, other) if one != other else (one, (one + 1) % nodes)
        made.append(
            {"edge": f"edge:{number}", "type": "MET" if number % 3 else "SPEAKS_ABOUT", "count": 1 + number % 5}
        )
        made[-1] |= {"modality": None, "first_seen": None, "last_seen": None}
        for end, which in zip(("from", "to"), ends, strict=True):
            made[-1] |= {end: f"Name {which}", f"{end}_id": f"person:{which}", f"{end}_type": _TYPES[which % 5]}
    return made


def measure(page: Page, service: str, nodes: int) -> dict[str, object]:
    """Frames a second and the slow ones' milliseconds: while the layout runs, while the picture moves, at rest."""
    rows = links(nodes)
    answer = json.dumps({"rows": rows, "next": None})

    def answered(route: Route) -> None:
        route.fulfill(body=answer, content_type="application/json")

    page.route("**/v1/graph**", answered)
    page.goto(f"{service}/graph", timeout=_WAIT)
    page.wait_for_selector("[data-graph][aria-busy], [data-drawn]", timeout=_WAIT)
    found: dict[str, object] = {"nodes": nodes, "links": len(rows), "while the layout runs": _frames(page, True)}
    page.wait_for_selector("[data-drawn]", timeout=_WAIT)
    return found | {"moving": _frames(page, True), "at rest": _frames(page, False)}


def _frames(page: Page, moving: bool) -> dict[str, float]:
    rate, slow = page.evaluate(_FRAMES, [_SECONDS, moving])
    return {"frames a second": round(rate, 1), "p95 ms": round(slow, 1)}


def main() -> None:
    """Measures small and large pictures on the service at the given address, whose graph may hold anything."""
    service, sizes = sys.argv[1].rstrip("/"), [int(each) for each in sys.argv[2:]] or [200, 2000]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--disable-dev-shm-usage"])
        for nodes in sizes:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.set_default_timeout(_WAIT)
            print(json.dumps(measure(page, service, nodes)))
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
