/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-report.h"
#include "ui/tori-page-cell.h"
#include "ui/tori-page-paper.h"
#include "ui/tori-page-viewer.h"

G_BEGIN_DECLS

/* The table of a plan on A4 in a window of 800 × 600. */
typedef struct
{
  ToriPlan *plan;
  ToriPages *pages;
  GtkWindow *window;
  ToriPageViewer *viewer;
  GtkAdjustment *adjustment; /* up and down */
} ToriTestPages;

/* With g_test_add (): @data is how many initiatives the plan has. */
void tori_test_pages_set_up (ToriTestPages *self, gconstpointer data);
void tori_test_pages_tear_down (ToriTestPages *self, gconstpointer data);

ToriPages *tori_test_pages_lay_out (ToriPlan *plan, gboolean portrait);
GtkWidget *tori_test_pages_get_paper (ToriTestPages *self, guint page);
guint tori_test_pages_count_papers (ToriTestPages *self, gboolean drawn);
void tori_test_pages_wait_drawn (ToriTestPages *self, guint page);

G_END_DECLS
