# Stand-in for python:3.11-slim: Debian's own Python of that version.
FROM localhost/debian
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates python3 python3-venv \
    && ln -s python3 /usr/bin/python \
    && rm -rf /var/lib/apt/lists/*
