/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "model/tori-block.h"
#include "model/tori-edit.h"
#include "support/tori-test-records.h"
#include "ui/tori-text-field.h"

/* A field in a window of its own, bound to the title of an initiative or to a block of text. */
typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriInitiative *initiative;
  ToriBlock *block;
  GtkWidget *window;
  GtkWidget *field;
  GtkTextBuffer *buffer;
} Fixture;

static void
show_record (Fixture *fixture, const char *property, gpointer record)
{
  fixture->field = tori_text_field_new (TORI_STEP_OUTCOME, property);
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->field));
  tori_text_field_set_record (TORI_TEXT_FIELD (fixture->field), fixture->history, record);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->field);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ToriEntry *entry;

  fixture->plan = tori_test_small_plan ();
  fixture->history = tori_history_new (fixture->plan);
  fixture->initiative = tori_test_get_initiative (fixture->plan, "i1");
  tori_history_begin (fixture->history, TORI_STEP_ADD_TEXT);
  entry = tori_edit_ensure_entry (fixture->history, fixture->initiative, 2020);
  fixture->block = g_object_new (TORI_TYPE_BLOCK, "text", "あいう\n窓口", "copied-from", 2019, NULL);
  tori_edit_add (fixture->history, TORI_STEP_ADD_TEXT, tori_entry_get_outcome (entry), 0, fixture->block);
  tori_history_end (fixture->history);
  fixture->window = gtk_window_new ();
  show_record (fixture, "text", fixture->block);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->block);
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static char *
get_shown (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  return gtk_text_buffer_get_text (fixture->buffer, &start, &end, TRUE);
}

static void
assert_shown (Fixture *fixture, const char *text)
{
  g_autofree char *shown = get_shown (fixture);

  g_assert_cmpstr (shown, ==, text);
}

static int
get_cursor (Fixture *fixture)
{
  int position;

  g_object_get (fixture->buffer, "cursor-position", &position, NULL);
  return position;
}

static void
place_cursor (Fixture *fixture, int offset)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &place, offset);
  gtk_text_buffer_place_cursor (fixture->buffer, &place);
}

/* As the view does when the input method commits. */
static void
type (Fixture *fixture, const char *text)
{
  g_signal_emit_by_name (fixture->field, "insert-at-cursor", text);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_follows_model (Fixture *fixture, gconstpointer data)
{
  assert_shown (fixture, "あいう\n窓口");
  place_cursor (fixture, 6);
  tori_history_begin (fixture->history, TORI_STEP_OUTCOME);
  tori_history_set_text (fixture->history, fixture->block, "text", "あえいう\n窓口");
  tori_history_end (fixture->history);
  assert_shown (fixture, "あえいう\n窓口");
  g_assert_cmpint (get_cursor (fixture), ==, 7);
  tori_history_begin (fixture->history, TORI_STEP_OUTCOME);
  tori_history_set_text (fixture->history, fixture->block, "text", "え\n窓");
  tori_history_end (fixture->history);
  assert_shown (fixture, "え\n窓");
  g_assert_cmpuint (tori_text_field_get_length (TORI_TEXT_FIELD (fixture->field)), ==, 3);
}

/* Any text becomes any other, also where two letters share their first or last bytes. */
static void
test_smallest_change (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "",    "あ",  "い",   "ああ", "あいあ", "あ\r\nい",
                                       "xあ", "あx", "𠮷あ", "𠮷𠮷", "é",      "è" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_object_set (fixture->block, "text", texts[i], NULL);
        assert_shown (fixture, texts[i]);
        g_object_set (fixture->block, "text", texts[j], NULL);
        assert_shown (fixture, texts[j]);
      }
}

static void
test_typing_is_one_step (Fixture *fixture, gconstpointer data)
{
  place_cursor (fixture, 1);
  type (fixture, "か");
  type (fixture, "き");
  type (fixture, "x");
  g_assert_cmpstr (tori_block_get_text (fixture->block), ==, "あかきxいう\n窓口");
  g_assert_cmpint (tori_block_get_copied_from (fixture->block), ==, 0);
  g_assert_cmpint (tori_history_get_undo_step (fixture->history), ==, TORI_STEP_OUTCOME);
  tori_history_undo (fixture->history);
  assert_shown (fixture, "あいう\n窓口");
  g_assert_cmpint (tori_block_get_copied_from (fixture->block), ==, 2019);
  g_assert_cmpint (get_cursor (fixture), ==, 1);
  place_cursor (fixture, 6);
  tori_history_redo (fixture->history);
  assert_shown (fixture, "あかきxいう\n窓口");
  g_assert_cmpint (get_cursor (fixture), ==, 4);
}

/* Only undo and redo take the cursor along, and only where they change the text. */
static void
test_cursor_stays (Fixture *fixture, gconstpointer data)
{
  tori_history_begin (fixture->history, TORI_STEP_TITLE);
  tori_history_set_text (fixture->history, fixture->initiative, "title", "新");
  tori_history_end (fixture->history);
  place_cursor (fixture, 5);
  tori_history_begin (fixture->history, TORI_STEP_OUTCOME);
  tori_history_set_text (fixture->history, fixture->block, "text", "あい\n窓口");
  tori_history_end (fixture->history);
  g_assert_cmpint (get_cursor (fixture), ==, 4);
  tori_history_undo (fixture->history);
  g_assert_cmpint (get_cursor (fixture), ==, 3);
  place_cursor (fixture, 5);
  tori_history_undo (fixture->history);
  g_assert_cmpint (get_cursor (fixture), ==, 5);
}

/* What replaces a selection is one change, not a deletion and an insertion. */
static void
test_replacing (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 0);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &end, 3);
  gtk_text_buffer_select_range (fixture->buffer, &start, &end);
  gtk_text_buffer_begin_user_action (fixture->buffer);
  gtk_text_buffer_delete_selection (fixture->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, "改", -1, TRUE);
  g_assert_cmpstr (tori_block_get_text (fixture->block), ==, "あいう\n窓口");
  gtk_text_buffer_end_user_action (fixture->buffer);
  g_assert_cmpstr (tori_block_get_text (fixture->block), ==, "改\n窓口");
  tori_history_undo (fixture->history);
  assert_shown (fixture, "あいう\n窓口");
}

/* Nothing reaches the plan while a composition is open, and no composition reaches it. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  place_cursor (fixture, 3);
  g_signal_emit_by_name (fixture->field, "preedit-changed", "とり");
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, "取", -1, TRUE);
  g_assert_cmpstr (tori_block_get_text (fixture->block), ==, "あいう\n窓口");
  g_signal_emit_by_name (fixture->field, "preedit-changed", "");
  g_assert_cmpstr (tori_block_get_text (fixture->block), ==, "あいう取\n窓口");
  tori_history_undo (fixture->history);
  g_assert_cmpstr (tori_block_get_text (fixture->block), ==, "あいう\n窓口");
}

static void
test_plain_text (Fixture *fixture, gconstpointer data)
{
  place_cursor (fixture, 3);
  type (fixture, "\r\n一\r二\n三");
  g_assert_cmpstr (tori_block_get_text (fixture->block), ==, "あいう\n一\n二\n三\n窓口");
  g_assert_cmpint (get_cursor (fixture), ==, 9);
}

static void
test_single_line (Fixture *fixture, gconstpointer data)
{
  show_record (fixture, "title", fixture->initiative);
  tori_text_field_set_single_line (TORI_TEXT_FIELD (fixture->field), TRUE);
  place_cursor (fixture, 3);
  type (fixture, "\n");
  g_assert_cmpstr (tori_initiative_get_title (fixture->initiative), ==, "待たない窓口");
  type (fixture, "一\r\n二");
  g_assert_cmpstr (tori_initiative_get_title (fixture->initiative), ==, "待たな一 二い窓口");
}

static ToriRecord *
make_record_cb (Fixture *fixture)
{
  ToriEntry *entry = tori_edit_ensure_entry (fixture->history, fixture->initiative, 2021);
  g_autoptr (ToriRecord) made = g_object_new (TORI_TYPE_BLOCK, NULL);

  tori_edit_add (fixture->history, TORI_STEP_ADD_TEXT, tori_entry_get_actions (entry), 0, made);
  return g_steal_pointer (&made);
}

/* The first key makes what it is typed into, in the same step; the run goes on in it. */
static void
test_makes_record (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = tori_test_dump (fixture->plan);
  g_autofree char *after = NULL;
  ToriEntry *entry;

  show_record (fixture, "text", NULL);
  g_signal_connect_swapped (fixture->field, "make-record", G_CALLBACK (make_record_cb), fixture);
  type (fixture, "窓");
  type (fixture, "口");
  entry = tori_initiative_find_entry (fixture->initiative, 2021);
  g_assert_nonnull (entry);
  g_assert_cmpstr (tori_block_get_text (tori_list_get (tori_entry_get_actions (entry), 0)), ==, "窓口");
  g_assert_true (tori_text_field_get_record (TORI_TEXT_FIELD (fixture->field))
                 == tori_list_get (tori_entry_get_actions (entry), 0));
  g_assert_cmpint (tori_history_get_undo_step (fixture->history), ==, TORI_STEP_OUTCOME);
  tori_history_undo (fixture->history);
  after = tori_test_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

/* As tall as all of its text, at every width, from the first frame on. */
static void
test_height (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkTextIter end;
  int y, height, wide, narrow;

  while (g_utf8_strlen (text->str, -1) < 10000)
    g_string_append (text, "窓口の待ち時間を半分にするための取組を進めました。");
  g_object_set (fixture->block, "text", text->str, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  show_record (fixture, "text", fixture->block);
  g_object_ref (fixture->field);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  {
    GtkWidget *scrolled = gtk_scrolled_window_new ();
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

    gtk_box_append (GTK_BOX (box), fixture->field);
    g_object_unref (fixture->field);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
    gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  }
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 400);
  gtk_window_present (GTK_WINDOW (fixture->window));
  do
    {
      g_main_context_iteration (NULL, TRUE);
      wide = gtk_widget_get_height (fixture->field);
      gtk_text_buffer_get_end_iter (fixture->buffer, &end);
      gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (fixture->field), &end, &y, &height);
    }
  while (wide < y + height || y + height < 1000);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 450, 400);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      narrow = gtk_widget_get_height (fixture->field);
    }
  while (narrow < 2 * wide - 200);
  settle ();
  g_assert_cmpint (gtk_widget_get_width (fixture->field), <, 460);
}

static void
test_life (void)
{
  ToriPlan *plan = tori_test_small_plan ();
  ToriHistory *history = tori_history_new (plan);
  GtkWidget *field = g_object_ref_sink (tori_text_field_new (TORI_STEP_TITLE, "title"));

  tori_text_field_set_record (TORI_TEXT_FIELD (field), history, tori_test_get_initiative (plan, "i1"));
  tori_text_field_set_placeholder (TORI_TEXT_FIELD (field), "x");
  g_assert_finalize_object (field);
  g_assert_finalize_object (history);
  g_assert_finalize_object (plan);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  adw_init ();

#define ADD(name, function) g_test_add ("/text-field/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("follows-model", test_follows_model);
  ADD ("smallest-change", test_smallest_change);
  ADD ("typing-is-one-step", test_typing_is_one_step);
  ADD ("cursor-stays", test_cursor_stays);
  ADD ("replacing", test_replacing);
  ADD ("composing", test_composing);
  ADD ("plain-text", test_plain_text);
  ADD ("single-line", test_single_line);
  ADD ("makes-record", test_makes_record);
  ADD ("height", test_height);
#undef ADD
  g_test_add_func ("/text-field/life", test_life);

  return g_test_run ();
}
