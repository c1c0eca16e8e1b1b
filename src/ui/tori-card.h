/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-initiative.h"
#include "model/tori-query.h"

G_BEGIN_DECLS

#define TORI_TYPE_CARD (tori_card_get_type ())

G_DECLARE_FINAL_TYPE (ToriCard, tori_card, TORI, CARD, GtkWidget)

GtkWidget *tori_card_new (void);
void tori_card_show (ToriCard *self, ToriInitiative *initiative, int year, const ToriQuery *query);

G_END_DECLS
