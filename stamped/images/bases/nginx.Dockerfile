# Stand-in for nginxinc/nginx-unprivileged: Debian's nginx, with that image's user and configuration around the page's own.
FROM localhost/debian
RUN apt-get update \
    && apt-get install -y --no-install-recommends busybox nginx-light \
    && rm -rf /var/lib/apt/lists/* /etc/nginx/sites-enabled /usr/share/nginx/html/* \
    && ln -s /bin/busybox /usr/bin/wget \
    && groupadd --gid 101 nginx \
    && useradd --uid 101 --gid 101 --no-create-home nginx
COPY nginx.conf /etc/nginx/nginx.conf
USER 101
