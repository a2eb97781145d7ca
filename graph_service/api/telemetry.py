"""Traces by OpenTelemetry, for who has it installed and wants them."""

from collections.abc import Callable

from fastapi import FastAPI

from graph_service import __version__
from graph_service.errors import BadSetting


def trace(app: FastAPI) -> Callable[[], None]:
    """Sends a trace of every request, by OTLP over HTTP; what is to be called at the end.

    Raises:
        BadSetting: OpenTelemetry is not installed.
    """
    try:
        # an extra: nobody else needs it
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
        from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor  # noqa: PLC0415
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    except ImportError as error:
        raise BadSetting(
            "GRAPH_SERVICE_TELEMETRY is set, and OpenTelemetry is not installed.",
            advice="pip install graph-service[telemetry]",
        ) from error
    resource = Resource.create({"service.name": "graph-service", "service.version": __version__})
    provider = TracerProvider(resource=resource)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    FastAPIInstrumentor.instrument_app(app, tracer_provider=provider, excluded_urls="healthz,readyz,metrics")
    return provider.shutdown
