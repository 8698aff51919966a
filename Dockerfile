# The first stage builds the page and the wheel; what runs has neither Node nor a compiler, and nobody's rights.
# Everything is installed from the locks, by hash.
#
#   docker build -t afterview .
#   docker run --rm -v afterview:/data afterview token create --owner me --scope write
#   docker run -d -p 127.0.0.1:8000:8000 -v afterview:/data -e AFTERVIEW_HOSTS=localhost afterview
ARG PYTHON=python:3.13-slim

FROM ${PYTHON} AS build
WORKDIR /src
RUN python3 -m venv /opt/build && python3 -m venv /opt/afterview
COPY requirements-build.lock requirements.lock ./
RUN --mount=type=cache,target=/root/.cache/pip \
    /opt/build/bin/pip install --require-hashes --only-binary :all: -r requirements-build.lock \
    && /opt/afterview/bin/pip install --require-hashes --only-binary :all: -r requirements.lock
COPY . .
RUN --mount=type=cache,target=/root/.npm \
    /opt/build/bin/pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && /opt/afterview/bin/pip install --no-deps --no-index /wheels/*.whl \
    && /opt/afterview/bin/pip uninstall --yes pip

FROM ${PYTHON}
COPY --from=build /opt/afterview /opt/afterview
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin afterview \
    && install -d -o afterview -g afterview -m 700 /data
ENV PATH=/opt/afterview/bin:$PATH AFTERVIEW_DATA=/data PYTHONUNBUFFERED=1
VOLUME /data
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/api/v1/health', timeout=4)"]
ENTRYPOINT ["afterview"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000", "--no-open"]
