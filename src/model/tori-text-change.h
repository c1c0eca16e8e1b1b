/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where two texts differ: @at bytes are the same at the beginning, then @removed bytes became @inserted, and
 * what follows is the same again. */
typedef struct
{
  gsize at;
  gsize removed;
  gsize inserted;
} ToriTextChange;

ToriTextChange tori_text_change_find (const char *before, const char *after);

G_END_DECLS
