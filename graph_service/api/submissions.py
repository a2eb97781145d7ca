"""What ``POST /v1/jobs`` takes: sources as JSON, or files as a form."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from graph_service.errors import SourceRefused
from graph_service.inputs.extras import extra
from graph_service.jobs import Source, SourceKind, items_of, uploaded
from graph_service.settings import Settings
from graph_service.store.jobs import NewItem

JSON, FORM = "application/json", "multipart/form-data"
_MOST_SOURCES = 10_000
_MOST_FILES = 1_000
_FIELDS = ("outlet", "published_at")
_Short = Annotated[str, Field(max_length=1000)]


class SourceBody(BaseModel):
    """Something to read."""

    model_config = ConfigDict(extra="forbid")

    kind: SourceKind = Field(
        description="text: one article. url: the address of one. feed, sitemap: addresses of many. "
        "jsonl, csv, warc, file: a document. folder: the documents in it."
    )
    text: str | None = Field(None, description="Of a text its words; of a jsonl, csv or file what it holds.")
    url: Annotated[str, Field(max_length=2000)] | None = Field(
        None, description="Of a url, feed or sitemap; of a text where it was published."
    )
    path: Annotated[str, Field(max_length=4000)] | None = Field(
        None, description="Of a file or folder on the machine of the workers, below GRAPH_SERVICE_JOB_FOLDERS."
    )
    title: _Short | None = Field(None, description="Of a text; without it, its headline.")
    outlet: _Short | None = Field(None, description="Who published it.")
    published_at: _Short | None = Field(None, description="Its day, as 2024-03-05.")


class JobMetadata(BaseModel):
    """What holds for all sources of a job that say nothing else."""

    model_config = ConfigDict(extra="forbid")

    outlet: _Short | None = Field(None, description="Who published it all.")
    published_at: _Short | None = Field(None, description="The day of it all, as 2024-03-05.")


class NewJob(BaseModel):
    """Sources to read."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "sources": [
                        {"kind": "text", "text": 'Talks go on\n\n"We will not recognise it," Zelenskyy told Biden.'},
                        {"kind": "feed", "url": "https://news.example/feed.xml"},
                    ],
                    "metadata": {"outlet": "The Example"},
                }
            ]
        },
    )

    sources: list[SourceBody] = Field(min_length=1, max_length=_MOST_SOURCES)
    metadata: JobMetadata = JobMetadata()


class JobReceipt(BaseModel):
    """A job that was taken; the same request with the same Idempotency-Key is answered the same."""

    job: str = Field(examples=["job:8204567890123-0a1b2c3d"])
    address: str = Field(description="Where to see how far it is.")
    created_at: str


#: for the OpenAPI document: both forms of the body
REQUEST_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        JSON: {"schema": NewJob.model_json_schema(ref_template="#/components/schemas/{model}")},
        FORM: {
            "schema": {
                "type": "object",
                "required": ["files"],
                "properties": {
                    "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                    **{name: {"type": "string"} for name in _FIELDS},
                },
            }
        },
    },
}


async def submitted(request: Request, settings: Settings) -> tuple[list[NewItem], str]:
    """The items that a request asks for, and what they are, in a few words.

    Raises:
        SourceRefused: a source is not complete, too large, or may not be read.
        BadArticle: a date or a URL is not one.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == JSON:
        return _from_json(await request.body(), settings)
    if kind == FORM:
        return await _from_form(request, settings)
    raise HTTPException(415, f"Send it as {JSON} or {FORM}.", headers={"Accept": f"{JSON}, {FORM}"})


def _from_json(body: bytes, settings: Settings) -> tuple[list[NewItem], str]:
    try:
        job = NewJob.model_validate_json(body)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        raise RequestValidationError([{**each, "loc": ("body", *each["loc"])} for each in found]) from None
    sources = [Source(**each.model_dump()) for each in job.sources]
    kinds = ", ".join(sorted({source.kind for source in sources}))
    return items_of(sources, job.metadata.model_dump(exclude_none=True), settings), f"{len(sources)} of {kinds}"


async def _from_form(request: Request, settings: Settings) -> tuple[list[NewItem], str]:
    with extra("service"):
        # the form is read with it
        import python_multipart  # noqa: F401, PLC0415
    try:
        form = await request.form(max_files=_MOST_FILES, max_fields=len(_FIELDS))
    except HTTPException as error:
        if error.status_code != HTTPStatus.BAD_REQUEST:
            raise
        raise SourceRefused(f"The form cannot be read: {error.detail}") from error
    try:
        return await _from_fields(form, settings)
    finally:
        await form.close()


async def _from_fields(form: FormData, settings: Settings) -> tuple[list[NewItem], str]:
    unknown = sorted(set(form) - {"files", *_FIELDS})
    if unknown:
        advice = f"It takes files, {', '.join(_FIELDS)}."
        raise SourceRefused(f"The form has the unknown field {unknown[0][:100]}.", advice=advice)
    files = [each for each in form.getlist("files") if isinstance(each, UploadFile)]
    if not files:
        raise SourceRefused("The form has no file.", advice="Send at least one in the field `files`.")
    metadata = {name: str(form[name]) for name in _FIELDS if form.get(name)}
    items = [uploaded(each.filename or "", await each.read(), metadata, settings) for each in files]
    return items, f"{len(items)} uploaded"
