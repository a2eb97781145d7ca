"""``python -m training.stance``: trains the stance model and writes it with its scores."""

import json
from pathlib import Path
from typing import Annotated

import torch
import typer
from torch import Tensor, nn

from graph_service.evaluation.stances import FILES, score
from graph_service.pipeline.stance import model as shipped
from graph_service.pipeline.stance.model import ABOUT, NETWORK, ORDER
from graph_service.pipeline.stance.passages import piece
from graph_service.pipeline.tagger.model import load_tokenizer
from training.encoder import encoder_folder, encoder_weights
from training.export import write_graph
from training.model import Shape
from training.stance.data import Example, load
from training.stance.fit import Fit, Recipe, inputs
from training.stance.network import StanceNetwork

_Corpora = Annotated[Path, typer.Option(help="Folder of the corpora.", exists=True, file_okay=False)]
_Out = Annotated[Path, typer.Option(help="Folder of the log and of the finished model.")]
_Layers = Annotated[int, typer.Option(min=1, max=6, help="How many of the encoder's six layers are kept.")]
_Epochs = Annotated[int, typer.Option(min=1, help="How often each sentence is read.")]
_RECIPE = Recipe()
_MASK = "[MASK]"


class _Chances(nn.Module):
    """The network with chances for scores."""

    def __init__(self, network: StanceNetwork) -> None:
        super().__init__()
        self.inner = network

    def forward(self, *given: Tensor) -> Tensor:
        return torch.softmax(self.inner(*given), -1)


def main(
    corpora: _Corpora,
    out: _Out = Path("build/stance"),
    layers: _Layers = 3,
    epochs: _Epochs = _RECIPE.epochs,
) -> None:
    """Train the stance model; the same corpora give the same weights on the same kind of machine.

    Examples:

    ```console
    python -m training.stance --corpora corpora
    python -m training.stance --corpora corpora --out build/smaller --layers 2
    ```
    """
    recipe = Recipe(epochs=epochs)
    torch.manual_seed(recipe.seed)
    tokenizer = load_tokenizer(encoder_folder() / "tokenizer.json")
    examples = load(corpora / "newsmtsc_train.jsonl", tokenizer)
    network = StanceNetwork(Shape(layers=layers))
    network.start_from(encoder_weights())
    out.mkdir(parents=True, exist_ok=True)
    fit = Fit(network, recipe, piece(tokenizer, _MASK))
    with (out / "log.jsonl").open("w") as log:

        def told(number: int, loss: float) -> None:
            log.write(json.dumps({"epoch": number, "loss": round(loss, 4)}) + "\n")
            typer.echo(f"Epoch {number}: loss {loss:.3f}")

        fit.train(examples, told)
    network.load_state_dict(fit.average)
    _ship(network, examples, out, corpora)


def _ship(network: StanceNetwork, examples: list[Example], out: Path, corpora: Path) -> None:
    """Writes ``model`` (8 bits) and ``whole`` (32 bits), and the scores of both."""
    counts = [sum(each.stance == position for each in examples) for position in range(len(ORDER))]
    about = {"order": ORDER, "shares": [round(each / len(examples), 4) for each in counts]}
    scores = {}
    for name in ("whole", "model"):
        folder = out / name
        folder.mkdir(exist_ok=True)
        _export(network, examples[:2], folder / NETWORK, whole=name == "whole")
        (folder / ABOUT).write_text(json.dumps(about, indent=1) + "\n", "utf-8")
        model = shipped.load(folder)
        scores[name] = [score(corpus, corpora / file, model)._asdict() for corpus, file in FILES]
    (out / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", "utf-8")
    typer.echo(json.dumps(scores, indent=1))


def _export(network: StanceNetwork, examples: list[Example], path: Path, *, whole: bool) -> None:
    sentences, mentions = {0: "passages", 1: "pieces"}, {0: "mentions"}
    given = {"pieces": sentences, "mask": sentences, "rows": mentions, "pool": {0: "mentions", 1: "pieces"}}
    write_graph(_Chances(network), inputs(examples), given, {"chances": mentions}, path, whole=whole)


if __name__ == "__main__":
    typer.run(main)
