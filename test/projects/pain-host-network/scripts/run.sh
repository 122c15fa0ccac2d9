#!/bin/sh
# "WARNING: Published ports are discarded when using host network mode"
docker run -d --network host -p 8104:80 nginx:1.27
