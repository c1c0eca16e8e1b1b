/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor: a plan of so many initiatives is open; an entry is opened, and a text of ten thousand
 * characters is typed into, in its middle and at its end, with Return and Tab among the keys. */
#include "config.h"

#include <stdlib.h>

#include "bench-frames.h"
#include "model/tori-block.h"
#include "support/tori-test-plans.h"
#include "ui/tori-test-window.h"
#include "ui/tori-block-row.h"
#include "ui/tori-editor.h"
#include "ui/tori-text-field.h"

#define LENGTH 10000
#define KEYS 60
#define OPENINGS 8

/* As a test it runs through once. */
static guint
get_rounds (guint n, guint rounds)
{
  return n > 1000 ? rounds : 3;
}

static void
measure_open (ToriWindow *window, guint n)
{
  ToriSeries series;

  tori_series_init (&series);
  for (guint i = 0; i < get_rounds (n, OPENINGS); i++)
    {
      ToriMark mark;
      GtkWidget *editor;

      tori_bench_pause (200);
      mark = tori_bench_begin ();
      tori_test_activate (window, "edit-initiative");
      editor = tori_test_find_window (TORI_TYPE_EDITOR);
      g_assert_nonnull (editor);
      tori_series_take (&series, &mark, editor);
      tori_bench_pause (100);
      gtk_window_close (GTK_WINDOW (editor));
    }
  tori_series_print (&series, "open-editor", n);
}

/* Real lines: bullets with their months and lines below them. */
static void
fill (GtkTextBuffer *buffer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < LENGTH)
    g_string_append (text, "・窓口業務の見直しに向けて、関係する課と調整を重ね、進め方をとりまとめた。(7月)"
                           "\n　詳しくは別紙のとおり\n");
  gtk_text_buffer_set_text (buffer, text->str, -1);
}

static void
measure_keys (GtkWidget *editor, GtkWidget *field, const char *key, const char *name, guint n)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  ToriSeries series;

  tori_series_init (&series);
  for (guint i = 0; i < get_rounds (n, KEYS); i++)
    {
      GtkTextIter place;
      ToriMark mark;

      gtk_text_buffer_get_iter_at_offset (buffer, &place,
                                          i % 2 == 0 ? gtk_text_buffer_get_char_count (buffer) / 2 : -1);
      gtk_text_buffer_place_cursor (buffer, &place);
      tori_bench_pause (60);
      mark = tori_bench_begin ();
      g_signal_emit_by_name (field, "insert-at-cursor", key);
      tori_series_take (&series, &mark, editor);
    }
  tori_series_print (&series, name, n);
}

int
main (int argc, char **argv)
{
  const guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 0;
  g_autoptr (ToriPlan) plan = tori_test_big_plan (MAX (n, 1));
  ToriHistory *history;
  ToriWindow *window;
  GtkWidget *editor, *field;

  tori_test_ui_start ();
  window = tori_test_show_plan (plan);
  history = tori_document_get_history (tori_window_get_document (window));
  tori_bench_pause (n > 1000 ? 2000 : 50);
  measure_open (window, n);
  tori_test_activate (window, "edit-initiative");
  editor = tori_test_find_window (TORI_TYPE_EDITOR);
  field = tori_test_find (tori_test_find (editor, TORI_TYPE_BLOCK_ROW, NULL), TORI_TYPE_TEXT_FIELD, NULL);
  gtk_widget_grab_focus (field);
  fill (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)));
  tori_bench_pause (500);
  measure_keys (editor, field, "字", "key-in-text", n);
  measure_keys (editor, field, "\n", "return-in-text", n);
  tori_history_mark_saved (history, tori_history_get_mark (history));
  tori_test_close (window);
  tori_test_ui_end ();
  return EXIT_SUCCESS;
}
