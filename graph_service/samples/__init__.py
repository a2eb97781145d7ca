"""The sample corpus: twelve invented news articles about one week of diplomacy."""

from pathlib import Path

#: a folder that ``graph_service.inputs.read`` takes
FOLDER = Path(__file__).parent
