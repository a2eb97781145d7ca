"""``python -m training``: trains the statement model and writes it with its scores."""

import json
from pathlib import Path
from typing import Annotated, NamedTuple

import torch
import typer

from graph_service.pipeline.tagger.model import load_tokenizer
from graph_service.pipeline.tagger.syntax import Labels
from training.data import Article, kept, load, load_plain, spacy_labels
from training.development import Development
from training.distil import Distilled
from training.encoder import encoder_folder, encoder_weights, mpnet_weights
from training.fit import Fit, Recipe
from training.lessons import Lesson, lessons
from training.model import Model, Shape
from training.run import Run
from training.ship import ship
from training.teacher import RECIPE, SHAPE, teacher

_Corpora = Annotated[Path, typer.Option(help="Folder of the corpora and their scorer.", exists=True, file_okay=False)]
_Out = Annotated[Path, typer.Option(help="Folder of the log, the state to resume from, and the finished model.")]
_Layers = Annotated[int, typer.Option(min=1, max=6, help="How many of the encoder's six layers are kept.")]
_Epochs = Annotated[int, typer.Option(min=1, help="How often each article is read.")]
_Fresh = Annotated[bool, typer.Option("--fresh", help="Begin anew instead of going on from the last state.")]
_SHAPE, _RECIPE = Shape(), Recipe()


class _Setting(NamedTuple):
    """What teacher and small model share."""

    labels: Labels
    development: Development
    device: torch.device
    fresh: bool

    def shaped(self, shape: Shape) -> Shape:
        """The same sizes for the labels that there are."""
        labels = self.labels
        return shape._replace(tags=len(labels.tags), relations=len(labels.relations), places=labels.places)

    def run(self, fit: Fit, articles: list[Article], folder: Path) -> Model:
        """A model with its best weights; a run that was cut off goes on."""
        run = Run(fit, articles, self.development, folder)
        if not self.fresh:
            run.resume()
        fit.model.load_state_dict(run.train())
        return fit.model


def main(
    corpora: _Corpora,
    out: _Out = Path("build/training"),
    layers: _Layers = _SHAPE.layers,
    epochs: _Epochs = _RECIPE.epochs,
    fresh: _Fresh = False,
) -> None:
    """Train the statement model; the same command goes on where it was cut off.

    Examples:

    ```console
    python -m training --corpora corpora
    python -m training --corpora corpora --out build/smaller --layers 3 --fresh
    ```
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    labels, vocabulary = spacy_labels(), encoder_folder() / "tokenizer.json"
    tokenizer = load_tokenizer(vocabulary)
    typer.echo(f"Parsing the corpora, on {device} …")
    train, polnear, agency = (
        load(corpora / f"{name}.jsonl", tokenizer, labels, out / "parsed")
        for name in ("polnear_train", "polnear_dev", "agency_dev")
    )
    plain = load_plain(corpora / "newsmtsc_train.jsonl", tokenizer, labels, out / "parsed")
    development = Development({"polnear_dev": polnear, "agency_dev": agency}, tokenizer, labels, corpora)
    setting = _Setting(labels, development, device, fresh)
    taught = _taught(setting, train, plain, out / "teacher")
    recipe = Recipe(epochs=epochs)
    torch.manual_seed(recipe.seed)
    model = Model(setting.shaped(Shape(layers=layers)))
    model.start_from(encoder_weights())
    model = setting.run(Distilled(model, recipe, device, taught), [*train, *plain], out)
    scores = ship(model.cpu(), labels, vocabulary, development, out)
    typer.echo(json.dumps(scores, indent=2))
    typer.echo(f"The model is in {out / 'model'}.")


def _taught(setting: _Setting, train: list[Article], plain: list[Article], folder: Path) -> list[Lesson]:
    """What a teacher says of all articles; it is trained first, unless it has said so before."""
    said = folder / "lessons.pickle"
    if setting.fresh:
        said.unlink(missing_ok=True)

    def told() -> list[Lesson]:
        typer.echo("Training the teacher …")
        torch.manual_seed(RECIPE.seed)
        fit = Fit(teacher(setting.shaped(SHAPE), mpnet_weights()), RECIPE, setting.device)
        return lessons(setting.run(fit, train, folder), [*train, *plain], setting.device)

    return kept(said, told)


if __name__ == "__main__":
    typer.run(main)
