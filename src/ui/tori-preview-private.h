/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-composing.h"
#include "ui/tori-page-finder.h"
#include "ui/tori-preview-window.h"
#include "ui/tori-report-panel.h"

G_BEGIN_DECLS

struct _ToriPreviewWindow
{
  AdwWindow parent_instance;

  ToriPlan *plan;
  ToriReportSettings *settings;
  ToriReportJob *job; /* what is being printed or written; NULL: nothing */
  ToriPages *lent;    /* pages that the job draws, and that must stay as they are; NULL: none */
  ToriPageFinder *finder;
  ToriComposing *composing;
  guint layout_id; /* lays out anew before the next frame */

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkWidget *print_button;
  GtkWidget *export_button;
  GtkToggleButton *find_button;
  GtkToggleButton *options_button;
  GtkToggleButton *thumbnails_button;
  AdwFlap *thumbnails_flap;
  AdwBin *thumbnails_bin;
  AdwFlap *options_flap;
  AdwBin *options_bin;
  ToriReportPanel *panel;
  GtkSearchBar *find_bar;
  GtkSearchEntry *find_entry;
  GtkLabel *find_label;
  GtkStack *stack;
  ToriPageViewer *viewer;
  AdwStatusPage *problem;
  GtkWidget *job_box;
  GtkLabel *job_label;
  GtkProgressBar *job_bar;
  GtkEntry *page_entry;
  GtkLabel *count_label;
  GtkMenuButton *zoom_button;
  GMenu *zoom_levels;
};

/* tori-preview-window.c */
void tori_preview_window_update_actions (ToriPreviewWindow *self);

/* tori-preview-find.c */
void tori_preview_window_set_up_find (ToriPreviewWindow *self);

/* tori-preview-output.c */
void tori_preview_window_print (ToriPreviewWindow *self);
void tori_preview_window_export (ToriPreviewWindow *self);
void tori_preview_window_export_all (ToriPreviewWindow *self, ToriReportKind kind);
void tori_preview_window_tell (ToriPreviewWindow *self, const char *heading, const char *body);
char *tori_preview_window_describe_error (const GError *error);

G_END_DECLS
