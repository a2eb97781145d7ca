"""A typed client of the API: rows as objects, all pages as one iterator, problems as exceptions.

::

    from graph_service.client import GraphClient

    with GraphClient("http://127.0.0.1:8000") as client:
        for row in client.statements(about="NATO"):
            print(row.speaker, row.text)
        frame = client.statements(about="NATO").to_pandas()

``generated`` is written by ``make client`` from the OpenAPI document and has every operation; what is here is written
by hand and knows nothing of the rest of this package but the root of its errors.
"""

from graph_service.client.client import GraphClient
from graph_service.client.problems import ApiProblem, ServiceAway
from graph_service.client.rows import Rows

__all__ = ["ApiProblem", "GraphClient", "Rows", "ServiceAway"]
