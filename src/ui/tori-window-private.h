/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tori-lock.h"
#include "ui/tori-composing.h"
#include "ui/tori-editor.h"
#include "ui/tori-notices.h"
#include "ui/tori-preview-window.h"
#include "ui/tori-window.h"

G_BEGIN_DECLS

struct _ToriWindow
{
  AdwApplicationWindow parent_instance;

  ToriDocument *document; /* NULL at the start page */
  ToriPlanView *view;
  ToriEditor *editor;         /* NULL while there is none; it goes when it is closed */
  GtkWindow *settings;        /* the same */
  ToriPreviewWindow *preview; /* the same */
  GPtrArray *watches;         /* of ToriComposing: of this window and of those that belong to it */
  AdwToast *undo_toast;       /* offers to undo the last step, and goes with the next one */
  gboolean composing;
  GFile *loading; /* NULL but while it is being opened */
  gboolean loads_copy;
  gboolean closing; /* it was asked and answered; nothing more keeps it open */

  AdwWindowTitle *title;
  ToriNotices *notices;
  GtkApplication *inhibited; /* which holds up a logout; NULL for none: a window that goes knows it no more */
  guint inhibition;          /* of logging out; 0 for none */
  gulong active_id;          /* looks at the file when the window gets the focus */
  guint check_id;            /* and from time to time */
  gboolean checking, check_again;
  ToriLock *lock;       /* of the file; NULL for none */
  guint lock_id;        /* looks at it from time to time */
  gboolean lock_known;  /* who holds it was found out once */
  gboolean lock_silent; /* nothing was heard of them */
  gboolean lock_trying; /* an answer is on its way */
  gboolean lock_wanted; /* and something else is wanted after it: */
  ToriLockWish lock_wish;
  gboolean reading;    /* somebody else writes: nothing can be changed here */
  gboolean tells_free; /* when they have closed the file */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkMenuButton *recent_button;
  GtkMenuButton *menu_button;
  GtkMenuButton *year_button;
  GtkWidget *undo_button;
  GtkMenuButton *history_button;
  GtkWidget *redo_button;
  GtkWidget *search_button;
  GtkWidget *print_button;
  GtkWidget *view_switcher;
  GMenuModel *primary_menu;
  GMenu *columns_menu; /* in the primary menu */
};

/* tori-window.c */
void tori_window_edit (ToriWindow *self, ToriInitiative *initiative);
void tori_window_show_settings (ToriWindow *self);
void tori_window_show_preview (ToriWindow *self);
void tori_window_show_page (ToriWindow *self);

void tori_window_offer_undo (ToriWindow *self, const char *text);

/* tori-window-initiatives.c */
void tori_window_add_initiative_actions (ToriWindow *self);
void tori_window_update_initiative_actions (ToriWindow *self, gboolean ready);

/* tori-window-bulk.c */
void tori_window_add_bulk_actions (ToriWindow *self);
void tori_window_update_bulk_actions (ToriWindow *self, gboolean selected);

/* tori-window-year.c */
void tori_window_add_year_actions (ToriWindow *self);

/* tori-window-open.c */
void tori_window_reload (ToriWindow *self);
void tori_window_accept_drops (ToriWindow *self);

/* tori-window-save.c */
typedef void (*ToriSavedFunc) (ToriWindow *self, gboolean done);
void tori_window_save (ToriWindow *self, gboolean in_new_place, ToriSavedFunc then);
gboolean tori_window_may_close (ToriWindow *self);

/* tori-window-others.c */
void tori_window_watch_file (ToriWindow *self);
void tori_window_unwatch_file (ToriWindow *self);
void tori_window_check_file (ToriWindow *self);
void tori_window_take_in (ToriWindow *self, ToriSavedFunc then);

/* tori-window-lock.c */
void tori_window_add_lock_actions (ToriWindow *self);
void tori_window_check_lock (ToriWindow *self);
void tori_window_watch_lock (ToriWindow *self);
void tori_window_unwatch_lock (ToriWindow *self);

/* tori-window-versions.c */
void tori_window_add_versions_action (ToriWindow *self);
gboolean tori_window_open_former (ToriWindow *self, GFile *file);
gboolean tori_window_has_former (GFile *file);

/* tori-window-safety.c */
void tori_window_watch_document (ToriWindow *self);
void tori_window_unwatch_document (ToriWindow *self);
void tori_window_say_not_saved (ToriWindow *self, const GError *error);
void tori_window_say_saved (ToriWindow *self);

/* tori-window-actions.c */
void tori_window_add_actions (ToriWindow *self);
void tori_window_update_actions (ToriWindow *self);
void tori_window_enable (ToriWindow *self, const char *name, gboolean enabled);
void tori_window_note_year (ToriWindow *self, int year);
char *tori_window_dup_view (ToriWindow *self);
gboolean tori_window_shows_sidebar (ToriWindow *self);
void tori_window_add_keys (ToriWindow *self);

G_END_DECLS
