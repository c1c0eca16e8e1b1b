/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-application.h"

G_BEGIN_DECLS

/* Runs the main loop until something is true; a test whose condition does not come true in time fails there.
 */
#define tori_test_wait(condition)                                                                            \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    const gint64 tori_end = g_get_monotonic_time () + tori_test_patience ();                                 \
    while (!(condition))                                                                                     \
      {                                                                                                      \
        if (g_get_monotonic_time () > tori_end)                                                              \
          g_error ("%s:%d: waited in vain for: %s", __FILE__, __LINE__, #condition);                         \
        tori_test_turn ();                                                                                   \
      }                                                                                                      \
  }                                                                                                          \
  G_STMT_END

gint64 tori_test_patience (void);
void tori_test_turn (void);
void tori_test_settle (void);
void tori_test_draw (GtkWidget *widget);
GdkTexture *tori_test_take_picture (GtkWidget *window, int scale);

void tori_test_ui_start (void);
void tori_test_ui_end (void);
int tori_test_ui_run (int argc, char **argv, void (*add_tests) (void));
ToriApplication *tori_test_application (void);
char *tori_test_sample_path (void);

ToriWindow *tori_test_show_plan (ToriPlan *plan);
ToriWindow *tori_test_open (const char *path);
void tori_test_close (ToriWindow *window);
void tori_test_remove_folder (const char *folder);
gboolean tori_test_is_enabled (ToriWindow *window, const char *action);
void tori_test_activate (gpointer group, const char *action);
GtkListBoxRow *tori_test_get_group_row (ToriWindow *window, int row);
void tori_test_choose_group (ToriWindow *window, int row);

gpointer tori_test_find (gpointer inside, GType type, const char *label);
gboolean tori_test_is_refused (GtkWidget *field);
gboolean tori_test_shows (GtkWidget *inside, const char *text);
gpointer tori_test_find_window (GType type);
void tori_test_press (GtkWidget *button);
void tori_test_respond (GtkWindow *dialog, const char *response);
void tori_test_choose_file (const char *path);

G_END_DECLS
