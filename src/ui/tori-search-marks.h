/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/tori-search.h"

G_BEGIN_DECLS

PangoAttrList *tori_search_marks_new (const ToriQuery *query, const char *text);
void tori_search_marks_show (GtkInscription *inscription, const char *words, const ToriQuery *query);
char *tori_search_marks_dup_excerpt (const ToriQuery *query, ToriInitiative *initiative, int year);

G_END_DECLS
