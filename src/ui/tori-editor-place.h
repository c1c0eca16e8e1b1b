/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-record.h"

G_BEGIN_DECLS

void tori_editor_place_go_to (GtkWidget *page, ToriRecord *record, const char *property);
void tori_editor_place_go_on (GtkWidget *page, gboolean forward);

G_END_DECLS
