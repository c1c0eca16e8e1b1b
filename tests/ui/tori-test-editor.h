/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor.h"

G_BEGIN_DECLS

/* An editor with a small plan, on the screen. */
typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriInitiative *initiative; /* number 1, with an entry of 2018 */
  ToriEditor *editor;
} ToriTestEditor;

void tori_test_editor_open (ToriTestEditor *self, gconstpointer year);
void tori_test_editor_close (ToriTestEditor *self, gconstpointer year);

gpointer tori_test_nth (gpointer inside, GType type, guint n);
gpointer tori_test_section (ToriTestEditor *self, GType type);
void tori_test_choose (gpointer choice, guint position);
void tori_test_open_popover (gpointer button);
void tori_test_refer (gpointer chooser, const char *search);
void tori_test_insert (gpointer field, const char *text);
void tori_test_fill (gpointer entry, const char *text);
char *tori_test_field_text (gpointer field);

G_END_DECLS
