/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/tori-pages.h"

G_BEGIN_DECLS

/* A page, small. */
#define TORI_TYPE_PAGE_THUMB (tori_page_thumb_get_type ())
G_DECLARE_FINAL_TYPE (ToriPageThumb, tori_page_thumb, TORI, PAGE_THUMB, GtkWidget)

GtkWidget *tori_page_thumb_new (void);
void tori_page_thumb_show (ToriPageThumb *self, ToriPages *pages, guint page);
gboolean tori_page_thumb_draw (ToriPageThumb *self);

G_END_DECLS
