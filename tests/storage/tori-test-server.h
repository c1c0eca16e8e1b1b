/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one file of a server that has no paths: what it holds, and what goes wrong. */
typedef struct
{
  GString *content;   /* NULL: there is no file */
  gssize room;        /* bytes that can be written; -1: as many as one likes */
  gboolean is_closed; /* it cannot be replaced */
  gboolean loses_at_close;
  gboolean cuts; /* it keeps only half, and says nothing */
} TestServer;

GFile *tori_test_server_new (TestServer *server);

G_END_DECLS
