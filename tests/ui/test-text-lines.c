/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-block.h"
#include "model/tori-edit.h"
#include "model/tori-level.h"
#include "model/tori-scale.h"
#include "support/tori-test-records.h"
#include "tori-test-editor.h"
#include "tori-test-ime.h"
#include "tori-test-input.h"
#include "tori-test-window.h"
#include "ui/tori-block-row.h"
#include "ui/tori-foreign-note.h"
#include "ui/tori-former-bar.h"
#include "ui/tori-text-field.h"

/* The lines of an entry's text under real keys, with an input method on. */

typedef struct
{
  ToriTestEditor base;
  ToriBlock *block;
  GtkWidget *row;
  GtkWidget *field;
  GtkTextBuffer *buffer;
  char *before;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  tori_test_editor_open (&f->base, data);
  f->block = tori_list_get (
      tori_entry_get_outcome (tori_initiative_find_entry (f->base.initiative, GPOINTER_TO_INT (data))), 0);
  for (guint i = 0; f->field == NULL; i++)
    {
      f->row = tori_test_nth (f->base.editor, TORI_TYPE_BLOCK_ROW, i);
      f->field = tori_block_row_get_field (TORI_BLOCK_ROW (f->row));
      if (tori_text_field_get_record (TORI_TEXT_FIELD (f->field)) != f->block)
        f->field = NULL;
    }
  f->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->field));
  f->before = tori_test_dump (f->base.plan);
  gtk_widget_grab_focus (f->field);
  gtk_text_buffer_set_text (f->buffer, "", 0);
}

/* Every test undoes what it did. */
static void
tear_down (Fixture *f, gconstpointer data)
{
  tori_test_assert_undone (f->base.history, f->before);
  g_free (f->before);
  tori_test_editor_close (&f->base, data);
}

static void
set_text (Fixture *f, const char *text, int cursor)
{
  GtkTextIter place;

  gtk_text_buffer_set_text (f->buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (f->buffer, &place, cursor);
  gtk_text_buffer_place_cursor (f->buffer, &place);
}

#define assert_text(f, text) tori_test_wait (g_str_equal (tori_block_get_text ((f)->block), text))

static void
test_return (Fixture *f, gconstpointer data)
{
  set_text (f, "・", 1);
  tori_test_key (GDK_KEY_1, 0);
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_key (GDK_KEY_2, 0);
  assert_text (f, "・1\n・2");
  tori_test_key (GDK_KEY_Return, 0);
  assert_text (f, "・1\n・2\n・");
  tori_test_key (GDK_KEY_Tab, 0);
  assert_text (f, "・1\n・2\n　・");
  tori_test_key (GDK_KEY_3, 0);
  tori_test_key (GDK_KEY_Return, 0);
  assert_text (f, "・1\n・2\n　・3\n　・");
  /* An empty one: a level up, then away. */
  tori_test_key (GDK_KEY_Return, 0);
  assert_text (f, "・1\n・2\n　・3\n・");
  tori_test_key (GDK_KEY_Return, 0);
  assert_text (f, "・1\n・2\n　・3\n");
  tori_test_key (GDK_KEY_4, 0);
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_key (GDK_KEY_5, 0);
  assert_text (f, "・1\n・2\n　・3\n4\n5");
}

/* In the middle of a bullet, before its mark, and over a selection. */
static void
test_return_inside (Fixture *f, gconstpointer data)
{
  GtkTextIter start, end;

  set_text (f, "・12", 2);
  tori_test_key (GDK_KEY_Return, 0);
  assert_text (f, "・1\n・2");
  set_text (f, "・12", 0);
  tori_test_key (GDK_KEY_Return, 0);
  assert_text (f, "\n・12");
  set_text (f, "・123", 0);
  gtk_text_buffer_get_iter_at_offset (f->buffer, &start, 2);
  gtk_text_buffer_get_iter_at_offset (f->buffer, &end, 3);
  gtk_text_buffer_select_range (f->buffer, &start, &end);
  tori_test_key (GDK_KEY_Return, 0);
  assert_text (f, "・1\n・3");
}

static void
test_tab (Fixture *f, gconstpointer data)
{
  GtkTextIter start, end;

  set_text (f, "・1\n・2\n・3", 8);
  tori_test_key (GDK_KEY_Tab, 0);
  assert_text (f, "・1\n・2\n　・3");
  tori_test_key (GDK_KEY_Tab, GDK_SHIFT_MASK);
  assert_text (f, "・1\n・2\n・3");
  gtk_text_buffer_get_iter_at_offset (f->buffer, &start, 4);
  gtk_text_buffer_get_end_iter (f->buffer, &end);
  gtk_text_buffer_select_range (f->buffer, &start, &end);
  tori_test_key (GDK_KEY_Tab, 0);
  assert_text (f, "・1\n　・2\n　・3");
  tori_test_key (GDK_KEY_Tab, GDK_SHIFT_MASK); /* both are selected still */
  assert_text (f, "・1\n・2\n・3");
  set_text (f, "・1\n・2", 5);
  tori_test_key (GDK_KEY_Tab, GDK_CONTROL_MASK);
  tori_test_wait (gtk_window_get_focus (GTK_WINDOW (f->base.editor)) != f->field);
  assert_text (f, "・1\n・2");
  gtk_widget_grab_focus (f->field);
  /* Nothing to be moved: on to the next field. */
  set_text (f, "1", 1);
  tori_test_key (GDK_KEY_Tab, 0);
  tori_test_wait (gtk_window_get_focus (GTK_WINDOW (f->base.editor)) != f->field);
  assert_text (f, "1");
}

/* Nothing of all this happens to a key that an input method wants. */
static void
test_composing (Fixture *f, gconstpointer data)
{
  set_text (f, "・1\n・", 4);
  tori_test_type ("torikumi");
  tori_test_wait (tori_editor_get_composing (f->base.editor));
  tori_test_key (GDK_KEY_Tab, 0);
  tori_test_key (GDK_KEY_space, 0);
  tori_test_settle ();
  assert_text (f, "・1\n・");
  tori_test_key (GDK_KEY_Return, 0);
  assert_text (f, "・1\n・取組");
  tori_test_key (GDK_KEY_Return, 0);
  assert_text (f, "・1\n・取組\n・");
}

static gboolean
is_marked (Fixture *f, int offset)
{
  GtkTextIter place;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_iter_at_offset (f->buffer, &place, offset);
  tags = gtk_text_iter_get_tags (&place);
  for (GSList *tag = tags; tag != NULL; tag = tag->next)
    {
      gboolean ground = FALSE, heavy = FALSE, underlined = FALSE;

      g_object_get (tag->data, "background-set", &ground, "weight-set", &heavy, "underline-set", &underlined,
                    NULL);
      if (ground || heavy || underlined)
        return TRUE;
    }
  return FALSE;
}

static int
get_hanging (Fixture *f, int line)
{
  GtkTextIter place;
  g_autoptr (GSList) tags = NULL;
  int indent = 0;

  gtk_text_buffer_get_iter_at_line (f->buffer, &place, line);
  tags = gtk_text_iter_get_tags (&place);
  for (GSList *tag = tags; tag != NULL; tag = tag->next)
    {
      gboolean set;
      int one;

      g_object_get (tag->data, "indent-set", &set, "indent", &one, NULL);
      indent += set ? -one : 0;
    }
  return indent;
}

/* Headings, times and strange characters are seen, and bullets hang; also after the text changed around them.
 */
static void
test_marks (Fixture *f, gconstpointer data)
{
  GtkTextIter start, end;

  set_text (f, "<見出し>\n・開催(7月)\n　・劳働(津)\n文", 0);
  g_assert_true (is_marked (f, 1));
  g_assert_false (is_marked (f, 7));
  g_assert_true (is_marked (f, 9));  /* (7月) */
  g_assert_true (is_marked (f, 16)); /* 劳 */
  g_assert_false (is_marked (f, 17));
  g_assert_false (is_marked (f, 19)); /* (津) is no time */
  g_assert_cmpint (get_hanging (f, 0), ==, 0);
  g_assert_cmpint (get_hanging (f, 1), >, 0);
  g_assert_cmpint (get_hanging (f, 2), >, get_hanging (f, 1));
  g_assert_cmpint (get_hanging (f, 3), ==, 0);

  /* Without its bullet a line has no time, and does not hang. */
  gtk_text_buffer_get_iter_at_line (f->buffer, &start, 1);
  end = start;
  gtk_text_iter_forward_char (&end);
  gtk_text_buffer_delete (f->buffer, &start, &end);
  g_assert_false (is_marked (f, 8));
  g_assert_cmpint (get_hanging (f, 1), ==, 0);
}

static void
test_sort (Fixture *f, gconstpointer data)
{
  GtkWidget *button;

  set_text (f, "・二(10月)\n　詳細\n・一(5月～3月)", 0);
  tori_test_settle ();
  button = tori_test_find (f->row, GTK_TYPE_BUTTON, "月順に並べ替え");
  g_assert_nonnull (button);
  tori_test_key (GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_text (f, "・一(5月～3月)\n・二(10月)\n　詳細");
  g_assert_null (tori_test_find (f->row, GTK_TYPE_BUTTON, "月順に並べ替え")); /* it is done */
  tori_history_undo (f->base.history);
  assert_text (f, "・二(10月)\n　詳細\n・一(5月～3月)");
  tori_test_press (button);
  assert_text (f, "・一(5月～3月)\n・二(10月)\n　詳細");
  g_assert_true (gtk_widget_has_focus (f->field));
}

static void
test_foreign (Fixture *f, gconstpointer data)
{
  set_text (f, "総务部劳働課𠮷", 0);
  tori_test_settle ();
  g_assert_nonnull (tori_test_find (f->row, GTK_TYPE_BUTTON, "「務」に直す"));
  tori_test_key (GDK_KEY_F4, 0);
  assert_text (f, "総務部劳働課𠮷");
  tori_test_key (GDK_KEY_F4, 0);
  assert_text (f, "総務部労働課𠮷");
  tori_test_key (GDK_KEY_F4, 0); /* nobody knows what is meant by the last */
  tori_test_settle ();
  assert_text (f, "総務部労働課𠮷");
  tori_history_undo (f->base.history);
  assert_text (f, "総務部劳働課𠮷");
}

/* Not in texts only: other systems can't show it in a title either. */
static void
test_foreign_title (Fixture *f, gconstpointer data)
{
  GtkWidget *title = tori_test_nth (f->base.editor, TORI_TYPE_TEXT_FIELD, 0);
  GtkWidget *note;

  g_assert_true (tori_text_field_get_record (TORI_TEXT_FIELD (title)) == (gpointer) f->base.initiative);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (title)), "勤劳𠮷", -1);
  tori_test_settle ();
  note = tori_test_nth (f->base.editor, TORI_TYPE_FOREIGN_NOTE, 0);
  tori_test_press (tori_test_find (note, GTK_TYPE_BUTTON, "「労」に直す"));
  tori_test_wait (g_str_equal (tori_initiative_get_title (f->base.initiative), "勤労𠮷"));
  g_assert_true (gtk_widget_has_focus (title));
  g_assert_null (tori_test_find (note, GTK_TYPE_BUTTON, "「労」に直す"));
  g_assert_nonnull (
      tori_test_find (note, GTK_TYPE_LABEL, "「𠮷」は、ほかのシステムで表示できないことがあります。"));
  tori_history_undo (f->base.history);
  g_assert_cmpstr (tori_initiative_get_title (f->base.initiative), ==, "勤劳𠮷");
}

static void
test_paste (Fixture *f, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (f->field);

  gdk_clipboard_set_text (clipboard, "•\t説明会\r\n•\t公表\r\n");
  tori_test_key (GDK_KEY_v, GDK_CONTROL_MASK);
  assert_text (f, "・説明会\n・公表\n");
  set_text (f, "", 0);
  gdk_clipboard_set_text (clipboard, "\"・一\n・二\"\n");
  tori_test_key (GDK_KEY_v, GDK_CONTROL_MASK);
  assert_text (f, "・一\n・二");
}

/* --- The year before --- */

/* Writes an entry of 2017 before the one that is shown. */
static void
write_former (Fixture *f, const char *outcome)
{
  g_autoptr (ToriBlock) block = g_object_new (TORI_TYPE_BLOCK, "text", outcome, NULL);
  ToriEntry *former;

  tori_history_begin (f->base.history, TORI_STEP_ADD_TEXT);
  former = tori_edit_ensure_entry (f->base.history, f->base.initiative, 2017);
  tori_edit_add (f->base.history, TORI_STEP_ADD_TEXT, tori_entry_get_outcome (former), 0, block);
  tori_history_end (f->base.history);
}

static void
test_former (Fixture *f, gconstpointer data)
{
  static const char text[] = "平成29年度は10分でした。来年度はもっと短くします。";
  gboolean shown;

  write_former (f, text);
  g_object_get (tori_test_find (f->base.editor, TORI_TYPE_FORMER_BAR, NULL), "visible", &shown, NULL);
  g_assert_true (shown);
  g_assert_null (tori_test_find (f->base.editor, GTK_TYPE_LABEL, text));
  tori_test_key (GDK_KEY_F8, 0);
  tori_test_wait (tori_test_find (f->base.editor, GTK_TYPE_LABEL, text) != NULL);
  g_assert_true (gtk_widget_has_focus (f->field));

  /* What was taken over is marked and told, with the year in it, until it is changed. */
  set_text (f, "新しい文です。平成29年度は10分でした。", 0);
  g_assert_false (is_marked (f, 2));
  g_assert_true (is_marked (f, 10));
  g_assert_nonnull (
      tori_test_find (f->row, GTK_TYPE_LABEL, "平成29年度のままの文：1（文中の年度：平成29年度）"));
  set_text (f, "新しい文です。平成29年度は9分でした。", 0);
  g_assert_false (is_marked (f, 10));
  g_assert_null (
      tori_test_find (f->row, GTK_TYPE_LABEL, "平成29年度のままの文：1（文中の年度：平成29年度）"));
  tori_test_key (GDK_KEY_F8, 0);
  tori_test_wait (tori_test_find (f->base.editor, GTK_TYPE_LABEL, text) == NULL);
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  GtkWidget *button;

  write_former (f, "平成29年度は10分でした。");
  tori_test_settle ();
  button = tori_test_find (f->base.editor, GTK_TYPE_BUTTON, "空欄に平成29年度の文章を写す");
  g_assert_nonnull (button);
  tori_test_press (button);
  f->block =
      tori_list_get (tori_entry_get_outcome (tori_initiative_find_entry (f->base.initiative, 2018)), 0);
  assert_text (f, "平成29年度は10分でした。");
  g_assert_cmpint (tori_block_get_copied_from (f->block), ==, 2017);
  tori_test_settle ();
  g_assert_null (tori_test_find (f->base.editor, GTK_TYPE_BUTTON, "空欄に平成29年度の文章を写す"));
}

/* How long a text may be is the plan's. */
static void
test_limit (Fixture *f, gconstpointer data)
{
  set_text (f, "一二三四五", 0);
  g_assert_nonnull (tori_test_find (f->row, GTK_TYPE_LABEL, "5文字"));
  tori_history_begin (f->base.history, TORI_STEP_PLAN);
  tori_history_set_int (f->base.history, f->base.plan, "text-limit", 5);
  tori_history_end (f->base.history);
  g_assert_nonnull (tori_test_find (f->row, GTK_TYPE_LABEL, "5文字（5文字以内）"));
  set_text (f, "一二三四五六七", 0);
  g_assert_nonnull (tori_test_find (f->row, GTK_TYPE_LABEL, "7文字（5文字以内、2文字超過）"));
}

/* --- Keys of the editor --- */

/* Alt and a figure choose a level; one with a year comes with the year in which it was reached. */
static void
test_level (Fixture *f, gconstpointer data)
{
  ToriScale *scale = tori_list_get (tori_plan_get_scales (f->base.plan), 0);
  ToriList *levels = tori_scale_get_levels (scale);
  ToriEntry *entry = tori_initiative_find_entry (f->base.initiative, 2018);
  const char *id = tori_record_get_id (TORI_RECORD (scale));

  for (guint i = 0; i < tori_list_get_length (levels); i++)
    {
      ToriLevel *level = tori_list_get (levels, i);
      const ToriRating *rating;

      tori_test_key (GDK_KEY_1 + i, GDK_ALT_MASK);
      tori_test_wait ((rating = tori_ratings_find (tori_entry_get_ratings (entry), id)) != NULL
                      && g_str_equal (rating->level, tori_record_get_id (TORI_RECORD (level))));
      g_assert_cmpint (rating->since != 0, ==, tori_level_has_year (level));
    }
  tori_test_key (GDK_KEY_9, GDK_ALT_MASK); /* there are not so many */
  tori_test_key (GDK_KEY_0, GDK_ALT_MASK);
  tori_test_wait (tori_ratings_find (tori_entry_get_ratings (entry), id) == NULL);
  g_assert_true (gtk_widget_has_focus (f->field));
}

/* Alt and an arrow move the text with the cursor among the others. */
static void
test_move (Fixture *f, gconstpointer data)
{
  ToriList *outcome = tori_entry_get_outcome (tori_initiative_find_entry (f->base.initiative, 2018));
  g_autoptr (ToriBlock) other = g_object_new (TORI_TYPE_BLOCK, "text", "別の文", NULL);

  tori_edit_add (f->base.history, TORI_STEP_ADD_TEXT, outcome, 1, other);
  tori_test_key (GDK_KEY_Down, GDK_ALT_MASK);
  tori_test_wait (tori_list_get (outcome, 1) == f->block);
  g_assert_true (gtk_widget_has_focus (f->field));
  tori_test_key (GDK_KEY_Down, GDK_ALT_MASK); /* it is the last */
  tori_test_key (GDK_KEY_Up, GDK_ALT_MASK);
  tori_test_wait (tori_list_get (outcome, 0) == f->block);
}

/* What the row of a text does with what is dropped on its upper or lower half. */
static gboolean
drop (GtkWidget *row, GtkWidget *dropped, gboolean below)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean done = FALSE;

  g_value_init (&value, TORI_TYPE_EDITOR_ROW);
  g_value_set_object (&value, dropped);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0,
                               below ? gtk_widget_get_height (row) - 1.0 : 1.0, &done);
    }
  return done;
}

static GtkWidget *
find_row (Fixture *f, gpointer block)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = tori_test_nth (f->base.editor, TORI_TYPE_BLOCK_ROW, i);

      if (tori_editor_row_get_record (TORI_EDITOR_ROW (row)) == block)
        return row;
    }
}

static void
test_drag (Fixture *f, gconstpointer data)
{
  static const struct
  {
    guint from, to;
    gboolean below;
    guint result; /* where the first is then */
  } drops[] = { { 0, 2, TRUE, 2 },  { 2, 0, FALSE, 0 }, { 0, 1, FALSE, 0 },
                { 0, 2, FALSE, 1 }, { 1, 0, TRUE, 1 },  { 1, 0, FALSE, 0 } };
  ToriEntry *entry = tori_initiative_find_entry (f->base.initiative, 2018);
  ToriList *outcome = tori_entry_get_outcome (entry);
  g_autoptr (ToriBlock) second = g_object_new (TORI_TYPE_BLOCK, "text", "二", NULL);
  g_autoptr (ToriBlock) third = g_object_new (TORI_TYPE_BLOCK, "text", "三", NULL);
  GtkWidget *foreign;

  tori_edit_add (f->base.history, TORI_STEP_ADD_TEXT, outcome, 1, second);
  tori_edit_add (f->base.history, TORI_STEP_ADD_TEXT, outcome, 2, third);
  tori_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    {
      g_assert_true (tori_list_get (outcome, drops[i].from) == f->block);
      g_assert_true (drop (find_row (f, tori_list_get (outcome, drops[i].to)), f->row, drops[i].below));
      g_assert_true (tori_list_get (outcome, drops[i].result) == f->block);
      tori_test_settle ();
    }
  /* Texts of another kind stay where they are. */
  foreign = find_row (f, tori_list_get (tori_entry_get_actions (entry), 0));
  g_assert_false (drop (f->row, foreign, TRUE));
  g_assert_false (drop (f->row, f->row, TRUE));
  g_assert_cmpuint (tori_list_get_length (outcome), ==, 3);
}

static void
add_tests (void)
{
  tori_test_ime_install ();
#define ADD(name, test)                                                                                      \
  g_test_add ("/text-lines/" name, Fixture, GINT_TO_POINTER (2018), set_up, test, tear_down)
  ADD ("return", test_return);
  ADD ("return-inside", test_return_inside);
  ADD ("tab", test_tab);
  ADD ("composing", test_composing);
  ADD ("marks", test_marks);
  ADD ("sort", test_sort);
  ADD ("foreign", test_foreign);
  ADD ("foreign-title", test_foreign_title);
  ADD ("paste", test_paste);
  ADD ("former", test_former);
  ADD ("copy", test_copy);
  ADD ("limit", test_limit);
  ADD ("level", test_level);
  ADD ("move", test_move);
  ADD ("drag", test_drag);
#undef ADD
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
