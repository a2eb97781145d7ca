from typing import Literal

FoundStatementRowFoundByItem = Literal["meaning", "words"]

FOUND_STATEMENT_ROW_FOUND_BY_ITEM_VALUES: set[FoundStatementRowFoundByItem] = {
    "meaning",
    "words",
}


def check_found_statement_row_found_by_item(value: str) -> FoundStatementRowFoundByItem:
    if value in FOUND_STATEMENT_ROW_FOUND_BY_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {FOUND_STATEMENT_ROW_FOUND_BY_ITEM_VALUES!r}"
    )
