/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-window.h"

G_BEGIN_DECLS

struct _ToriWindow
{
  AdwApplicationWindow parent_instance;

  ToriDocument *document; /* NULL at the start page */
  ToriPlanView *view;
  GtkWidget *editor;
  AdwToast *undo_toast; /* offers to undo the last step, and goes with the next one */
  gboolean composing;
  GFile *loading; /* NULL but while it is being opened */

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkMenuButton *recent_button;
  GtkMenuButton *menu_button;
  GtkMenuButton *year_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *search_button;
  GtkWidget *print_button;
  GMenuModel *primary_menu;
};

/* tori-window.c */
void tori_window_show_page (ToriWindow *self);

/* tori-window-actions.c */
void tori_window_add_actions (ToriWindow *self);
void tori_window_update_actions (ToriWindow *self);
void tori_window_add_keys (ToriWindow *self);

G_END_DECLS
