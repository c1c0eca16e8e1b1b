/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-totals.h"
#include "ui/tori-listing.h"

G_BEGIN_DECLS

#define TORI_TYPE_TOTALS_VIEW (tori_totals_view_get_type ())

G_DECLARE_FINAL_TYPE (ToriTotalsView, tori_totals_view, TORI, TOTALS_VIEW, GtkWidget)

GtkWidget *tori_totals_view_new (ToriListing *listing, GtkSelectionModel *selection);
void tori_totals_view_set_by (ToriTotalsView *self, ToriTotalsBy by);

G_END_DECLS
