"""``python -m training``: trains the statement model and writes it with its scores."""

import json
from pathlib import Path
from typing import Annotated

import torch
import typer

from graph_service.pipeline.tagger.model import load_tokenizer
from training.data import load, spacy_labels
from training.development import Development
from training.encoder import encoder_folder, encoder_weights
from training.fit import Fit, Recipe
from training.model import Model, Shape
from training.run import Run
from training.ship import ship

_Corpora = Annotated[Path, typer.Option(help="Folder of the corpora and their scorer.", exists=True, file_okay=False)]
_Out = Annotated[Path, typer.Option(help="Folder of the log, the state to resume from, and the finished model.")]
_Layers = Annotated[int, typer.Option(min=1, max=6, help="How many of the encoder's six layers are kept.")]
_Epochs = Annotated[int, typer.Option(min=1, help="How often each article is read.")]
_Fresh = Annotated[bool, typer.Option("--fresh", help="Begin anew instead of going on from the last state.")]
_SHAPE, _RECIPE = Shape(), Recipe()


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
    recipe = Recipe(epochs=epochs)
    torch.manual_seed(recipe.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    labels, tokenizer = spacy_labels(), load_tokenizer(encoder_folder() / "tokenizer.json")
    typer.echo(f"Parsing the corpora, on {device} …")
    sets = {
        name: load(corpora / f"{name}.jsonl", tokenizer, labels, out / "parsed")
        for name in ("polnear_train", "polnear_dev", "agency_dev")
    }
    shape = Shape(layers=layers, tags=len(labels.tags), relations=len(labels.relations), places=labels.places)
    model = Model(shape)
    model.start_from(encoder_weights())
    fit = Fit(model, recipe, device)
    development = Development({name: sets[name] for name in ("polnear_dev", "agency_dev")}, tokenizer, labels, corpora)
    run = Run(fit, sets["polnear_train"], development, out)
    if not fresh:
        run.resume()
    best = run.train()
    model.load_state_dict(best)
    scores = ship(model.cpu(), labels, encoder_folder() / "tokenizer.json", development, out)
    typer.echo(json.dumps(scores, indent=2))
    typer.echo(f"The model is in {out / 'model'}.")


if __name__ == "__main__":
    typer.run(main)
