/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A page of the manual, in the language of the user. */
typedef struct _ToriHelpPage ToriHelpPage;

GPtrArray *tori_help_page_list (void);
void tori_help_page_free (ToriHelpPage *self);
const char *tori_help_page_get_id (ToriHelpPage *self);
const char *tori_help_page_get_title (ToriHelpPage *self);
const char *tori_help_page_get_text (ToriHelpPage *self);
GtkWidget *tori_help_page_build (ToriHelpPage *self, GPtrArray *pages);

G_END_DECLS
