"""The ways people go: from a question to a sentence, by mouse, by keyboard, without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.explorer.hostile import MERGED
from tests.explorer.test_pages import ARTICLE, STATEMENT
from tests.explorer.watching import Visitor


@pytest.mark.parametrize("scripts", [True, False])
def test_who_said_what_about_somebody_takes_one_click_and_the_sentence_one_more(visit: Visitor, scripts: bool) -> None:
    page = visit("/", java_script_enabled=scripts)
    page.locator(".facets section", has_text="About").get_by_role("link", name="Russia", exact=True).click()
    expect(page).to_have_url(re.compile("about=country%3Arussia"))
    first = page.locator("article.statement").first
    words = first.locator(".words").inner_text()
    first.get_by_role("link", name="in the article").click()
    shown = "".join(page.locator(".reading p .content.chosen").all_text_contents())
    assert re.sub(r"\W+", "", words.replace("…", "")) in re.sub(r"\W+", "", shown)
    expect(page.locator(".reading p .content.chosen").first).to_be_in_viewport()
    expect(page.locator(".note.chosen")).to_have_count(1)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_question_in_words(visit: Visitor, scripts: bool) -> None:
    page = visit("/", java_script_enabled=scripts)
    page.get_by_label("Names or words").fill("Berezna about Russia")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(f"{visit.service}/?speaker=Berezna&about=Russia")
    expect(page.locator(".chosen-filters li")).to_have_text([re.compile("Olena Berezna"), re.compile("Russia")])
    assert page.locator("article.statement").count() > 0
    page.get_by_label("Names or words").fill("hands over nothing like this")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".results .notice")).to_contain_text("What may help")
    page.locator(".results .notice").get_by_role("link", name="Without words").click()
    expect(page).to_have_url(f"{visit.service}/?speaker=Berezna&about=Russia")


def test_a_form_leaves_no_empty_fields_in_the_address(visit: Visitor) -> None:
    page = visit("/timeline", java_script_enabled=False)
    page.get_by_label("About").fill(" Germany ")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(f"{visit.service}/timeline?about=Germany&bucket=week")


def test_everything_shown_is_in_the_address(visit: Visitor) -> None:
    page = visit("/?q=Berezna")
    page.locator(".facets section", has_text="Outlet").get_by_role("link").first.click()
    page.get_by_label("Until").fill("2031-03-08")
    page.locator(".facets").get_by_role("button", name="Show").click()
    again = visit(page.url.removeprefix(visit.service))
    assert again.locator("main").inner_text() == page.locator("main").inner_text()
    assert page.locator(".chosen-filters li").count() == 3
    page.locator(".chosen-filters a").first.click()
    assert page.locator(".chosen-filters li").count() == 2


def test_a_name_that_fits_several_is_chosen_by_a_click(visit: Visitor) -> None:
    page = visit("/?about=Foreign+Ministry&since=2031-01-01", 409)
    page.locator(".choices a").first.click()
    expect(page).to_have_url(re.compile(r"about=organisation%3Aforeign-ministry%7E\w+&since=2031-01-01|about=organ"))
    expect(page.locator("#found")).to_be_visible()
    assert "since=2031-01-01" in page.url


def test_a_misspelt_name_has_others_like_it(visit: Visitor) -> None:
    page = visit("/?speaker=Olena+Beresna", 404)
    page.locator(".choices").get_by_role("link", name="Olena Berezna").click()
    expect(page).to_have_url(f"{visit.service}/?speaker=person%3Aolena-berezna")


def test_whoever_was_merged_leads_to_who_it_is_now(visit: Visitor) -> None:
    old, new = MERGED
    page = visit(f"/entities/{old}".replace("<", "%3C"))
    expect(page).to_have_url(f"{visit.service}/entities/{new}")
    expect(page.locator(".entity-head")).to_contain_text("Merged into it")


def test_a_name_is_an_address_of_an_entity(visit: Visitor) -> None:
    page = visit("/entities/Olena%20Berezna")
    expect(page).to_have_url(f"{visit.service}/entities/person:olena-berezna")


def test_a_statement_leads_to_everything_around_it(visit: Visitor) -> None:
    page = visit(f"/statements/{STATEMENT}")
    expect(page.locator("blockquote .content").first).to_be_visible()
    expect(page.locator("blockquote .cued")).to_have_text("According to")
    expect(page.locator(".relations li").first).to_be_visible()
    assert (
        page.get_by_role("link", name="source").get_attribute("href")
        == "https://northgate.example/2031/03/03/berezna-taurus"
    )
    page.locator(".relations .evidence").first.click()
    page.locator(".words a").first.click()
    expect(page.locator(".reading .chosen").first).to_be_in_viewport()


def test_a_note_and_its_words_are_shown_together(visit: Visitor) -> None:
    page = visit(f"/articles/{ARTICLE}")
    note = page.locator(f"li.note[data-statement='{STATEMENT}']")
    note.hover()
    assert page.locator("p .content.together").count() > 0
    page.mouse.move(0, 0)
    assert page.locator(".together").count() == 0
    note.get_by_role("link").first.focus()
    assert page.locator("p .content.together").count() > 0
    text = page.locator(".reading p").nth(1).inner_text()
    assert text.startswith(
        "KYIV, March 3 (Northgate) - Ukrainian Foreign Minister Olena Berezna on Monday urged Germany"
    )


def test_an_entity_by_its_tabs_and_bars(visit: Visitor) -> None:
    page = visit("/entities/person:olena-berezna")
    tabs = page.get_by_role("navigation", name="Statements")
    for name in ("Said about", "Said to", "Reported"):
        tabs.get_by_role("link", name=name).click()
        expect(tabs.locator("[aria-current=page]")).to_contain_text(name)
    page.locator(".bars a").first.click()
    expect(page.locator(".chosen-filters li")).to_have_count(2)
    page.goto(f"{visit.service}/timeline?about=Germany&bucket=day")
    page.locator(".chart svg a").first.click()
    expect(page).to_have_url(re.compile("since=2031-03-03&until=2031-03-03"))
    assert page.locator("article.statement").count() > 0


def focused(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.id || document.activeElement.className")
    return found


def test_the_keyboard_is_enough(visit: Visitor) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    assert focused(page) == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("/")
    assert focused(page) == "q"
    page.keyboard.type("Berezna to Vollmer")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{visit.service}/?speaker=Berezna&to=Vollmer")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_names_go_on_as_they_are_typed(visit: Visitor) -> None:
    page = visit("/")
    with page.expect_response(lambda answer: "/v1/suggest" in answer.url):
        page.get_by_label("Names or words").press_sequentially("Berezna about Ger")
    expect(page.locator("#names option[value='Berezna about Germany']")).to_have_count(1)


def test_what_is_shown_can_be_copied(visit: Visitor) -> None:
    page = visit("/?about=Germany", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("Copy as curl").click()
    blocks = page.locator(".copies pre")
    assert [blocks.nth(number).inner_text().split()[0] for number in range(3)] == ["curl", "import", "//"]
    page.locator(".copies button").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == blocks.first.inner_text()
    assert "about=country%3Agermany" in copied
