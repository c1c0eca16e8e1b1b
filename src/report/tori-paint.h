/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-pages.h"
#include "report/tori-sheet.h"
#include "report/tori-tags.h"

G_BEGIN_DECLS

void tori_sheet_paint (ToriSheet *self, guint page, cairo_t *cr, ToriTags *tags);
void tori_sheet_foreach_line (ToriSheet *self, guint page, ToriPageLineFunc func, gpointer user_data);
void tori_sheet_foreach_area (ToriSheet *self, guint page, ToriPageAreaFunc func, gpointer user_data);

G_END_DECLS
