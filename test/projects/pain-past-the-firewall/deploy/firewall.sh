#!/bin/sh
ufw default deny incoming
ufw allow 22/tcp
ufw deny 5432
ufw deny 6379
ufw --force enable
