# What all stand-ins begin with: a folder that debootstrap filled.
FROM scratch
COPY . /
