/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 禁則: where a line may not end. */
gboolean tori_kinsoku_forbids (const char *text, const char *at);
gboolean tori_kinsoku_next (const char *text, double room, gsize *from, gsize *to);

G_END_DECLS
