"""The sample corpus is what its README says."""

from graph_service.inputs import read
from graph_service.models import Article
from graph_service.samples import FOLDER
from graph_service.settings import Settings


def test_twelve_articles_with_everything_known_about_them() -> None:
    articles = [each for each in read(FOLDER, Settings()) if isinstance(each, Article)]
    assert len(articles) == 12
    assert len({each.outlet for each in articles}) == 3
    assert all(each.title and each.published_at and each.url and ".example/" in each.url for each in articles)
    assert all(250 <= len(each.text.split()) <= 500 for each in articles)


def test_the_readme_lists_every_article_and_says_that_it_is_invented() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "All of it is invented" in readme
    assert all(f"| {path.stem} |" in readme for path in FOLDER.glob("*.txt"))
