"""The committed client has what the API has: operations, their parameters, the fields of what they answer."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Any, get_args

import attrs
import pytest

from graph_service.client.generated import api, models
from graph_service.client.generated.types import Unset
from tools.client import Document, document

_AGAIN = "run `make client`"


@pytest.fixture(scope="module")
def described() -> Document:
    return document()


def operations() -> Iterator[tuple[str, ModuleType]]:
    for tag in pkgutil.iter_modules(api.__path__):
        package = importlib.import_module(f"{api.__name__}.{tag.name}")
        for each in pkgutil.iter_modules(package.__path__):
            yield each.name, importlib.import_module(f"{package.__name__}.{each.name}")


def names(function: Any) -> set[str]:
    return {name.rstrip("_") for name in inspect.signature(function).parameters} - {"client"}


def test_every_operation_with_all_its_parameters(described: Document) -> None:
    wanted = {
        operation["operationId"]: {each["name"].replace("-", "_") for each in operation["parameters"]}
        | ({"body"} if "requestBody" in operation else set())
        for path in described["paths"].values()
        for operation in path.values()
    }
    assert {name: names(module.sync) for name, module in operations()} == wanted, _AGAIN


def test_every_default(described: Document) -> None:
    wanted = {
        operation["operationId"]: {
            each["name"].replace("-", "_"): each["schema"]["default"]
            for each in operation["parameters"]
            # an empty list is not said in a signature
            if each["schema"].get("default") not in (None, [])
        }
        for path in described["paths"].values()
        for operation in path.values()
    }
    found = {
        name: {
            parameter.name.rstrip("_"): parameter.default
            for parameter in inspect.signature(module.sync).parameters.values()
            if not isinstance(parameter.default, Unset) and parameter.default not in (None, inspect.Parameter.empty)
        }
        for name, module in operations()
    }
    assert found == wanted, _AGAIN


def test_every_field_of_what_is_answered(described: Document) -> None:
    for name, schema in described["components"]["schemas"].items():
        if schema.get("type") != "object" or not schema.get("properties"):
            continue
        model = getattr(models, name.replace("_", ""))
        fields = {field.name.rstrip("_") for field in attrs.fields(model)} - {"additional_properties"}
        assert fields == {each.rstrip("_") for each in schema["properties"]}, f"{name}: {_AGAIN}"


def test_every_value_of_a_closed_list(described: Document) -> None:
    lists = {name: set(each["enum"]) for name, each in described["components"]["schemas"].items() if "enum" in each}
    assert {name: set(get_args(getattr(models, name))) for name in lists} == lists, _AGAIN
