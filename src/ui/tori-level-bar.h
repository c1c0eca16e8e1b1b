/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TORI_TYPE_LEVEL_BAR (tori_level_bar_get_type ())

G_DECLARE_FINAL_TYPE (ToriLevelBar, tori_level_bar, TORI, LEVEL_BAR, GtkWidget)

GtkWidget *tori_level_bar_new (const guint *counts, guint n_counts, guint whole);

G_END_DECLS
