"""What the tools take. The descriptions are written for a language model that has never seen the graph."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from graph_service.models import Day
from graph_service.vocabulary import Modality, RelationModality, RelationType, Stance, StatementType

_Name = Annotated[str, Field(min_length=1, max_length=1000)]
_ENTITY = "Name, alias or id (`person:olena-berezna`) of a person, country, organisation, weapons system or place"


class Asked(BaseModel):
    """The arguments of a tool; what it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _Days(Asked):
    since: Day | None = Field(None, description="Only articles of this day (YYYY-MM-DD) or later.")
    until: Day | None = Field(None, description="Only articles of this day (YYYY-MM-DD) or before.")


class _Listed(_Days):
    limit: int = Field(20, ge=1, le=100, description="At most so many rows.")
    cursor: str | None = Field(
        None, max_length=1000, description="`next` of the answer before, for the rows behind it; all else unchanged."
    )


class WhoSaidWhat(_Listed):
    """Any mixture of filters; without any it is everything, newest first."""

    speaker: _Name | None = Field(None, description=f"Who said it. {_ENTITY}.")
    about: _Name | None = Field(None, description=f"Whom or what the statement is about. {_ENTITY}.")
    to: _Name | None = Field(None, description=f"To whom it was said. {_ENTITY}.")
    reported_by: _Name | None = Field(None, description=f"Who relayed it, such as a news agency. {_ENTITY}.")
    outlet: _Name | None = Field(None, description="Who published the article, as written there.")
    article: _Name | None = Field(None, description="Id of an article.")
    type: StatementType | None = Field(None, description="direct: in quotation marks. indirect: paraphrased. mixed.")
    modality: Modality | None = Field(None, description="What the speaker does by saying it.")
    stance: Stance | None = Field(None, description="How the speaker takes what the statement is about.")
    q: _Name | None = Field(None, description="Words that all stand in the statement, in any of their forms.")


class Search(_Listed):
    """What is looked for, and whose."""

    q: str = Field(
        min_length=1, max_length=1000, description='What to look for; "words in quotation marks" stand together.'
    )
    by: Literal["both", "words", "meaning"] = Field("both", description="What is compared with the statements.")
    speaker: _Name | None = Field(None, description=f"Only what this one said. {_ENTITY}.")
    about: _Name | None = Field(None, description=f"Only what is about this one. {_ENTITY}.")


class OneEntity(Asked):
    """A name."""

    entity: str = Field(min_length=1, max_length=1000, description=f"{_ENTITY}.")


class Evidence(_Listed):
    """One statement, one relation, or two entities."""

    statement: _Name | None = Field(None, description="Id of a statement, as rows have it.")
    relation: _Name | None = Field(None, description="Id of a relation, as rows of `relations` have it.")
    one: _Name | None = Field(None, description=f"One of two who have to do with each other. {_ENTITY}.")
    other: _Name | None = Field(None, description=f"The other one. {_ENTITY}.")

    @model_validator(mode="after")
    def _one_question(self) -> Self:
        asked = [name for name in ("statement", "relation") if getattr(self, name)]
        asked += ["one and other"] if self.one or self.other else []
        if len(asked) != 1 or bool(self.one) != bool(self.other):
            raise ValueError("give `statement`, or `relation`, or both `one` and `other`")
        return self


class CompareSpeakers(_Days):
    """Who is compared, and on what."""

    speakers: list[_Name] = Field(min_length=2, max_length=5, description=f"Two to five. Each: {_ENTITY}.")
    about: _Name | None = Field(None, description=f"Only what they said about this. {_ENTITY}.")
    quotes: int = Field(3, ge=0, le=20, description="So many of the newest statements of each, word for word.")


class Timeline(_Days):
    """Whose statements are counted, and how."""

    speaker: _Name = Field(description=f"Who speaks. {_ENTITY}.")
    about: _Name | None = Field(None, description=f"Only what they said about this. {_ENTITY}.")
    bucket: Literal["day", "week", "month", "year"] = Field("day", description="Length of a period.")


class Relations(_Listed):
    """Any mixture of filters; without any it is everything, last seen first."""

    entity: _Name | None = Field(None, description=f"One of the two. {_ENTITY}.")
    subject: _Name | None = Field(None, description=f"Who acts. {_ENTITY}.")
    object: _Name | None = Field(None, description=f"With whom or what. {_ENTITY}.")
    type: RelationType | None = Field(None, description="What they have to do with each other.")
    modality: RelationModality | None = Field(
        None, description="Only what is asserted has happened or holds; the rest is planned, denied or hypothetical."
    )
