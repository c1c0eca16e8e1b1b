/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/tori-listing.h"

G_BEGIN_DECLS

#define TORI_TYPE_FILTER_BAR (tori_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (ToriFilterBar, tori_filter_bar, TORI, FILTER_BAR, GtkWidget)

GtkWidget *tori_filter_bar_new (ToriListing *listing);

G_END_DECLS
