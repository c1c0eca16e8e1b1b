/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shots.h"
#include "tori-test-preview.h"

static void
take_kind (ToriPreviewWindow *preview, ToriReportKind kind, const char *name)
{
  tori_test_set_option (preview, "kind", kind);
  tori_test_wait_for_pages (preview);
  shots_take (preview, name);
}

static void
take_at (const char *path, int width, int height, const char *name)
{
  ToriWindow *window = shots_open (path, 1024, 768);
  ToriPreviewWindow *preview = tori_test_open_preview (window);

  gtk_window_set_default_size (GTK_WINDOW (preview), width, height);
  tori_test_wait_for_pages (preview);
  shots_take (preview, name);
  tori_test_close (window);
}

/**
 * shots_take_preview:
 * @path: a plan
 *
 * Takes the preview of each kind, and on a small screen.
 */
void
shots_take_preview (const char *path)
{
  ToriWindow *window = shots_open (path, 1024, 768);
  ToriPreviewWindow *preview = tori_test_open_preview (window);

  tori_test_wait_for_pages (preview);
  take_kind (preview, TORI_REPORT_DEPARTMENT, "preview-department");
  take_kind (preview, TORI_REPORT_TOTALS, "preview-totals");
  take_kind (preview, TORI_REPORT_SCHEDULE, "preview-schedule");
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.find", NULL);
  shots_take (preview, "preview-find");
  tori_test_close (window);
  take_at (path, 1180, 820, "preview-1180");
  take_at (path, 1024, 768, "preview-1024");
}
