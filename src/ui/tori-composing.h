/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TORI_TYPE_COMPOSING (tori_composing_get_type ())
G_DECLARE_FINAL_TYPE (ToriComposing, tori_composing, TORI, COMPOSING, GObject)

ToriComposing *tori_composing_new (GtkWindow *window);
gboolean tori_composing_get_active (ToriComposing *self);

G_END_DECLS
