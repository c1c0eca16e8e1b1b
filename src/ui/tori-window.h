/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tori-document.h"
#include "ui/tori-plan-view.h"

G_BEGIN_DECLS

#define TORI_TYPE_WINDOW (tori_window_get_type ())

G_DECLARE_FINAL_TYPE (ToriWindow, tori_window, TORI, WINDOW, AdwApplicationWindow)

ToriWindow *tori_window_new (GtkApplication *application);
ToriDocument *tori_window_get_document (ToriWindow *self);
void tori_window_set_document (ToriWindow *self, ToriDocument *document);
ToriPlanView *tori_window_get_view (ToriWindow *self);
gboolean tori_window_get_composing (ToriWindow *self);
void tori_window_watch (ToriWindow *self, GtkWindow *window);
gboolean tori_window_is_free (ToriWindow *self);
gboolean tori_window_has_file (ToriWindow *self, GFile *file);
void tori_window_open (ToriWindow *self, GFile *file);
void tori_window_open_copy (ToriWindow *self, GFile *file);
void tori_window_toast (ToriWindow *self, const char *text);

void tori_window_leave (ToriWindow *self);

G_END_DECLS
