/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/tori-listing.h"

G_BEGIN_DECLS

#define TORI_TYPE_CARD_VIEW (tori_card_view_get_type ())

G_DECLARE_FINAL_TYPE (ToriCardView, tori_card_view, TORI, CARD_VIEW, GtkWidget)

GtkWidget *tori_card_view_new (ToriListing *listing, GtkSelectionModel *selection);

G_END_DECLS
