"""``python -m benchmarks.peers.corenlp``: our pipeline beside Stanford CoreNLP's quote and coref on the same articles.

CoreNLP (GPL) is fetched from Maven Central into the user's cache and runs as a process of its own, with 6 GB. What it
takes to start and to load its models is measured with one short line and taken off; so is ours, by reading once before.
"""

import resource
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import typer
from jgo.maven import MavenContext, PythonResolver
from platformdirs import user_cache_path

from benchmarks.articles import sample_articles, words
from graph_service.models import Article
from graph_service.pipeline.extract import extract
from graph_service.settings import Settings
from graph_service.store.local.java import find_java

VERSION = "4.5.10"
#: ours must be this many times as fast
BAR = 10.0
_ANNOTATORS = "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote"
_LINE = "Mora said the dam holds.\n"


def jars(folder: Path) -> list[Path]:
    """CoreNLP with its English models and all it needs, fetched where they are not there yet."""
    maven = MavenContext(resolver=PythonResolver(), repo_cache=folder, timeout=600)
    root = f"edu.stanford.nlp:stanford-corenlp:{VERSION}"
    named, needed = maven.resolver.resolve([maven.create_dependency(root)])
    models = maven.project("edu.stanford.nlp", "stanford-corenlp").at_version(VERSION).artifact("models")
    return [*(Path(each.artifact.resolve()) for each in named + needed), Path(models.resolve())]


def corenlp_seconds(classpath: list[Path], texts: list[str], settings: Settings) -> float:
    """CPU seconds of CoreNLP for some texts, with its start."""
    with TemporaryDirectory() as scratch:
        files = []
        for number, text in enumerate(texts):
            path = Path(scratch) / f"{number}.txt"
            path.write_text(text, "utf-8")
            files.append(str(path))
        listed = Path(scratch) / "files"
        listed.write_text("\n".join(files), "utf-8")
        command = [str(find_java(settings.neo4j_java).path), "-Xmx6g", "-cp", ":".join(map(str, classpath))]
        command += ["edu.stanford.nlp.pipeline.StanfordCoreNLP", "-annotators", _ANNOTATORS, "-threads", "1"]
        command += ["-coref.algorithm", "statistical", "-outputFormat", "json"]
        command += ["-filelist", str(listed), "-outputDirectory", scratch]
        before = _children()
        subprocess.run(command, check=True, capture_output=True)
        return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def our_seconds(articles: list[Article], settings: Settings) -> float:
    """CPU seconds of our whole extraction, models loaded."""
    begun = process_time()
    for article in articles:
        extract(article, settings.extraction)
    return process_time() - begun


def main() -> None:
    """Measures and prints; the exit code is 1 when the ratio misses its bar."""
    settings = Settings()
    articles = sample_articles(settings)
    texts = [each.text for each in articles]
    amount = sum(map(words, texts))
    classpath = jars(user_cache_path("graph-service") / "peers")
    our_seconds(articles, settings)
    theirs = corenlp_seconds(classpath, texts, settings) - corenlp_seconds(classpath, [_LINE], settings)
    ours = our_seconds(articles, settings)
    typer.echo(f"{amount:,} words in {len(articles)} articles")
    typer.echo(f"CoreNLP {VERSION} (quote, coref)  {amount / theirs:8,.0f} words per CPU-second")
    typer.echo(f"graph-service                  {amount / ours:8,.0f} words per CPU-second")
    typer.echo(f"ratio {theirs / ours:.1f}, bar {BAR}")
    raise typer.Exit(theirs / ours < BAR)


if __name__ == "__main__":
    typer.run(main)
