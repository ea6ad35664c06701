# One image for every program: docker run tillbridge hq, store, register, pricebook, ...
# Its context is what ./tillbridge image lays into target/image; docs/operator.md tells how to run it.
ARG BASE=debian:bookworm-slim
FROM ${BASE}

# A data directory remembers the machine-id it was made under. One baked into the image would make
# every volume look copied after an update of the image; the host's may be mounted instead.
RUN rm -f /etc/machine-id /var/lib/dbus/machine-id \
 && groupadd --gid 10001 tillbridge \
 && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin tillbridge \
 && install -d -o tillbridge -g tillbridge -m 0700 /data \
 && install -d /config

# From what changes least to what changes with every build.
COPY target/image/runtime /opt/tillbridge/runtime
COPY target/image/lib /opt/tillbridge/lib
COPY tillbridge docker/healthcheck /opt/tillbridge/
COPY target/image/app /opt/tillbridge/app

ENV LANG=C.UTF-8 PATH=/opt/tillbridge:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
USER tillbridge
WORKDIR /data
VOLUME /data
# 61616 HQ's broker, 61617 a store's, 8080 HQ's pages, 8081 a register's screen.
EXPOSE 61616 61617 8080 8081
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/opt/tillbridge/healthcheck"]
ENTRYPOINT ["/opt/tillbridge/tillbridge"]
CMD ["help"]
