# Dateline from Debian's packages alone: the first stage builds, the second has what is needed to run. scripts/test-packages runs the command
# of the second in a fresh root.
FROM debian:bookworm AS build
COPY . /src
RUN apt-get update -q && apt-get install -q -y --no-install-recommends ca-certificates && /src/scripts/package /packages

FROM debian:bookworm-slim
COPY --from=build /packages/dateline_*.deb /tmp/
RUN apt-get update -q && apt-get install -q -y --no-install-recommends /tmp/dateline_*.deb && rm -rf /tmp/dateline_*.deb /var/lib/apt/lists/*
USER dateline
VOLUME /var/lib/dateline
EXPOSE 8400
CMD ["dateline-search", "serve", "--config", "/etc/dateline/dateline.toml", "--listen", "0.0.0.0:8400"]
