#!/bin/sh
# Becomes the command of an image as a restricted pod starts it: the image's files can only be read, /tmp alone can be
# written, no right of root's is left and none can come back. It needs namespaces of its own, from `unshare`.
#
#   runReadOnly.sh <files> <user> <group> <folder> <command...>
set -eu
files=$1 user=$2 group=$3 folder=$4
shift 4

# As an engine does; "backend" is what the page's server calls its neighbour.
echo '127.0.0.1 localhost backend' >"$files/etc/hosts"
mount --bind "$files" "$files"
mount -t proc proc "$files/proc"
mount -t tmpfs -o nosuid,nodev,size=64m,mode=1777 tmpfs "$files/tmp"
mount -t tmpfs -o nosuid,size=64k,mode=755 tmpfs "$files/dev"
for device in null zero full random urandom; do
  : >"$files/dev/$device"
  mount --bind "/dev/$device" "$files/dev/$device"
done
ln -s /proc/self/fd "$files/dev/fd"
mount -o remount,bind,ro "$files"
ip link set lo up

# What is still in the bounding set is what the next program needs; nobody gets it without being root.
exec setpriv --no-new-privs --bounding-set=-all,+setuid,+setgid,+sys_chroot \
  unshare --root="$files" --wd="$folder" --setuid="$user" --setgid="$group" -- "$@"
