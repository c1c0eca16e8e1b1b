/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The structure of a tagged PDF, while its pages are drawn. */
typedef struct _ToriTags ToriTags;

ToriTags *tori_tags_new (cairo_t *cr);
void tori_tags_free (ToriTags *self);
void tori_tags_begin (ToriTags *self, const char *tag);
void tori_tags_end (ToriTags *self, const char *tag);
void tori_tags_begin_link (ToriTags *self, guint page, double y);
void tori_tags_add_target (ToriTags *self, guint page, double y);
void tori_tags_begin_artifact (ToriTags *self);
void tori_tags_end_artifact (ToriTags *self);
gboolean tori_tags_set_table (ToriTags *self, gconstpointer table);
void tori_tags_finish (ToriTags *self);

G_END_DECLS
