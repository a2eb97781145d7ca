"""``python -m training.stance``: trains the stance model and writes it with its scores."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import torch
import typer
from torch import Tensor, nn

from graph_service.evaluation.corpora import STANCES
from graph_service.evaluation.stances import score
from graph_service.pipeline.stance import model as shipped
from graph_service.pipeline.stance.model import ABOUT, NETWORK, ORDER
from graph_service.pipeline.stance.passages import piece
from graph_service.pipeline.tagger.model import load_tokenizer
from training.encoder import encoder_folder, encoder_weights
from training.export import write_graph
from training.model import Shape
from training.stance.data import Example, load, plain
from training.stance.fit import Fit, Lesson, Recipe, inputs, lessons, temperature
from training.stance.network import StanceNetwork

_Corpora = Annotated[Path, typer.Option(help="Folder of the corpora.", exists=True, file_okay=False)]
_Out = Annotated[Path, typer.Option(help="Folder of the logs, the teacher and the finished model.")]
_Layers = Annotated[int, typer.Option(min=1, max=6, help="How many of the encoder's six layers are kept.")]
_RECIPE = Recipe()
_MASK = "[MASK]"
# rows of the encoder's position table that are shipped
_POSITIONS = 128


class _Chances(nn.Module):
    """The network with chances for scores, as sure as it is right (temperature scaling, Guo et al. 2017)."""

    def __init__(self, network: StanceNetwork, temperature: float) -> None:
        super().__init__()
        self.inner = network
        self.temperature = temperature

    def forward(self, *given: Tensor) -> Tensor:
        return torch.softmax(self.inner(*given) / self.temperature, -1)


def main(
    corpora: _Corpora,
    out: _Out = Path("build/stance"),
    layers: _Layers = 2,
    teacher_layers: _Layers = 6,
) -> None:
    """Train the stance model: a teacher, then a shallower student, which ships.

    The student also learns from plain sentences what the teacher says of them. A teacher that is finished already is
    not trained again.

    Examples:

    ```console
    python -m training.stance --corpora corpora
    python -m training.stance --corpora corpora --out build/deeper --layers 3
    ```
    """
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(encoder_folder() / "tokenizer.json")
    examples = load(corpora / "newsmtsc_train.jsonl", tokenizer)
    stand_in = piece(tokenizer, _MASK)
    torch.manual_seed(_RECIPE.seed)
    teacher, kept = StanceNetwork(Shape(layers=teacher_layers)), out / "teacher.pt"
    if kept.is_file():
        teacher.load_state_dict(torch.load(kept, weights_only=True))
    else:
        teacher.start_from(encoder_weights())
        _train(teacher, lessons(examples, stand_in), out / "teacher.jsonl")
        torch.save(teacher.state_dict(), kept)
    untold = plain(corpora / "polnear_train.jsonl", tokenizer, _RECIPE.plain, _RECIPE.seed)
    student = StanceNetwork(Shape(layers=layers))
    student.start_below(teacher)
    _train(student, lessons([*examples, *untold], stand_in, teacher), out / "student.jsonl")
    torch.save(student.state_dict(), out / "student.pt")
    developed = [each for corpus in STANCES for each in load(corpora / corpus.file, tokenizer)]
    _ship(_Chances(student, temperature(student, developed)), examples, out, corpora)


def _train(network: StanceNetwork, given: Sequence[Lesson], log: Path) -> None:
    """Trains to the end and leaves the averaged weights in the network."""
    torch.manual_seed(_RECIPE.seed)
    log.unlink(missing_ok=True)

    def told(number: int, loss: float) -> None:
        with log.open("a") as file:
            file.write(json.dumps({"epoch": number, "loss": round(loss, 4)}) + "\n")
        typer.echo(f"Epoch {number}: loss {loss:.3f}")

    fit = Fit(network, _RECIPE)
    fit.train(given, told)
    network.load_state_dict(fit.average)


def _ship(network: _Chances, examples: list[Example], out: Path, corpora: Path) -> None:
    """Writes ``model`` (8 bits) and ``whole`` (32 bits), and the scores of both."""
    # passages are far shorter than what the encoder was made for
    positions = network.inner.positions.weight[:_POSITIONS].detach()
    network.inner.positions = nn.Embedding.from_pretrained(positions)
    counts = [sum(each.stance == position for each in examples) for position in range(len(ORDER))]
    about = {"order": ORDER, "shares": [round(each / len(examples), 4) for each in counts]}
    scores = {}
    for name in ("whole", "model"):
        folder = out / name
        folder.mkdir(exist_ok=True)
        _export(network, examples[:2], folder / NETWORK, whole=name == "whole")
        (folder / ABOUT).write_text(json.dumps(about, indent=1) + "\n", "utf-8")
        model = shipped.load(folder)
        scores[name] = [score(each, corpora, model)._asdict() for each in STANCES]
    told = {"temperature": network.temperature, **scores}
    (out / "scores.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    typer.echo(json.dumps(told, indent=1))


def _export(network: _Chances, examples: list[Example], path: Path, *, whole: bool) -> None:
    sentences, mentions = {0: "passages", 1: "pieces"}, {0: "mentions"}
    given = {"pieces": sentences, "mask": sentences, "rows": mentions, "pool": {0: "mentions", 1: "pieces"}}
    write_graph(network, inputs(examples), given, {"chances": mentions}, path, whole=whole, exact=True)


if __name__ == "__main__":
    typer.run(main)
