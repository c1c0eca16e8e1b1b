/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TORI_TYPE_LIST_MEMORY (tori_list_memory_get_type ())

G_DECLARE_FINAL_TYPE (ToriListMemory, tori_list_memory, TORI, LIST_MEMORY, GObject)

ToriListMemory *tori_list_memory_new (GtkColumnView *view);
void tori_list_memory_name (GtkColumnViewColumn *column, const char *name);
const char *tori_list_memory_get_name (GtkColumnViewColumn *column);

G_END_DECLS
