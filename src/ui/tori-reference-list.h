/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/tori-reference-kind.h"

G_BEGIN_DECLS

#define TORI_TYPE_REFERENCE_LIST (tori_reference_list_get_type ())
G_DECLARE_FINAL_TYPE (ToriReferenceList, tori_reference_list, TORI, REFERENCE_LIST, GtkPopover)

GtkWidget *tori_reference_list_new (const char *label);
void tori_reference_list_fill (ToriReferenceList *self, GPtrArray *references, const char *const *chosen);

G_END_DECLS
