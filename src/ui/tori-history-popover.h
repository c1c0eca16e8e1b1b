/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-history.h"

G_BEGIN_DECLS

GtkWidget *tori_history_popover_new (ToriHistory *history);

G_END_DECLS
