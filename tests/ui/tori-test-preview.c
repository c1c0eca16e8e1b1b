/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-preview.h"

/* What tests of the preview share: the window, the rows of its options, and PDFs that are read back. */

/* As the key does it. */
ToriPreviewWindow *
tori_test_open_preview (ToriWindow *window)
{
  tori_test_activate (window, "print");
  tori_test_wait (tori_test_find_window (TORI_TYPE_PREVIEW_WINDOW) != NULL);
  tori_test_wait_for_pages (tori_test_find_window (TORI_TYPE_PREVIEW_WINDOW));
  return tori_test_find_window (TORI_TYPE_PREVIEW_WINDOW);
}

/* Waits until what is to be laid out is, with all pages. */
void
tori_test_wait_for_pages (ToriPreviewWindow *preview)
{
  tori_test_settle ();
  tori_test_wait (tori_page_viewer_get_complete (tori_preview_window_get_viewer (preview)));
}

/* Chooses in a row of the options; returns how many pages there are then. */
guint
tori_test_set_option (ToriPreviewWindow *preview, const char *row, guint position)
{
  AdwComboRow *combo = tori_test_find (preview, ADW_TYPE_COMBO_ROW, row);

  g_assert_nonnull (combo);
  g_assert_cmpuint (position, <, g_list_model_get_n_items (adw_combo_row_get_model (combo)));
  adw_combo_row_set_selected (combo, position);
  tori_test_wait_for_pages (preview);
  return tori_page_viewer_get_n_pages (tori_preview_window_get_viewer (preview));
}

static char *
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int state;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &state,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, 0);
  return text;
}

/* The text of a PDF without blanks and breaks, wherever its lines are broken. */
char *
tori_test_read_pdf (const char *path)
{
  const char *arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  char *text = run (arguments);
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
  *to = '\0';
  return text;
}

guint
tori_test_count_pdf_pages (const char *path)
{
  const char *arguments[] = { "pdfinfo", path, NULL };
  g_autofree char *info = run (arguments);
  const char *line = strstr (info, "Pages:");

  g_assert_nonnull (line);
  return (guint) g_ascii_strtoull (line + strlen ("Pages:"), NULL, 10);
}

char *
tori_test_make_folder (void)
{
  return g_dir_make_tmp ("torikumi-XXXXXX", NULL);
}
