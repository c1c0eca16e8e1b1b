/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>
#include <glib.h>

G_BEGIN_DECLS

/* Some words of a page that stand out, in points from its corner. */
typedef struct
{
  graphene_rect_t area;
  gboolean current; /* the one that people are at */
} ToriPageMark;

G_END_DECLS
