/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-block.h"
#include "support/tori-test-records.h"
#include "tori-test-editor.h"
#include "tori-test-ime.h"
#include "tori-test-input.h"
#include "tori-test-window.h"
#include "ui/tori-block-column.h"
#include "ui/tori-editor-about.h"
#include "ui/tori-editor-entry.h"
#include "ui/tori-editor-head.h"
#include "ui/tori-reference-chooser.h"
#include "ui/tori-text-field.h"

/* The editor under real keys, with an input method on: what belongs to it, reaches nobody else. */

static ToriBlock *
get_block (ToriTestEditor *self)
{
  return tori_list_get (tori_entry_get_outcome (tori_initiative_find_entry (self->initiative, 2018)), 0);
}

static const char *
get_text (ToriTestEditor *self)
{
  return tori_block_get_text (get_block (self));
}

static GtkWidget *
get_focus (ToriTestEditor *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self->editor));
}

/* The field of the results, with the cursor at its end. */
static GtkWidget *
focus_outcome (ToriTestEditor *self)
{
  GtkWidget *field =
      tori_test_nth (tori_test_nth (self->editor, TORI_TYPE_BLOCK_COLUMN, 1), TORI_TYPE_TEXT_FIELD, 0);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_widget_grab_focus (field);
  return field;
}

static void
test_typing (ToriTestEditor *self, gconstpointer data)
{
  GtkWidget *field = focus_outcome (self), *next;

  tori_test_key (GDK_KEY_1, 0);
  tori_test_key (GDK_KEY_2, 0);
  tori_test_wait (g_str_has_suffix (get_text (self), "。12"));
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_key (GDK_KEY_3, 0);
  tori_test_wait (g_str_has_suffix (get_text (self), "。12\n3"));
  tori_test_key (GDK_KEY_Tab, 0);
  tori_test_wait (get_focus (self) != field);
  next = get_focus (self);
  tori_test_key (GDK_KEY_Tab, GDK_SHIFT_MASK); /* to one of its neighbours: GTK's versions differ */
  tori_test_wait (get_focus (self) != next);
  g_assert_true (g_str_has_suffix (get_text (self), "。12\n3")); /* Tab is a way, not a letter */
  focus_outcome (self);
  tori_test_wait (get_focus (self) == field);
  tori_test_key (GDK_KEY_z, GDK_CONTROL_MASK);
  tori_test_wait (g_str_has_suffix (get_text (self), "。12\n"));
  tori_test_key (GDK_KEY_z, GDK_CONTROL_MASK);
  tori_test_wait (g_str_has_suffix (get_text (self), "。12"));
  tori_test_key (GDK_KEY_z, GDK_CONTROL_MASK);
  tori_test_wait (g_str_has_suffix (get_text (self), "。"));
  g_assert_false (tori_history_get_can_undo (self->history));
  tori_test_key (GDK_KEY_y, GDK_CONTROL_MASK);
  tori_test_wait (g_str_has_suffix (get_text (self), "。12"));
}

static void
test_composing (ToriTestEditor *self, gconstpointer data)
{
  g_autofree char *former = g_strdup (get_text (self));

  focus_outcome (self);
  tori_test_type ("torikumi");
  tori_test_wait (tori_editor_get_composing (self->editor));
  tori_test_key (GDK_KEY_space, 0);
  tori_test_key (GDK_KEY_BackSpace, 0); /* 取 */
  tori_test_settle ();
  g_assert_cmpstr (get_text (self), ==, former);
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (!tori_editor_get_composing (self->editor));
  tori_test_wait (g_str_has_suffix (get_text (self), "。取"));
  tori_test_type ("torikumi ");
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (g_str_has_suffix (get_text (self), "。取取組"));
  tori_test_key (GDK_KEY_z, GDK_CONTROL_MASK); /* both were one run */
  tori_test_wait (g_str_equal (get_text (self), former));
}

/* Every key that is something else to the editor is the input method's while it composes. */
static void
test_keys_while_composing (ToriTestEditor *self, gconstpointer data)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK },
    { GDK_KEY_y, GDK_CONTROL_MASK },
    { GDK_KEY_w, GDK_CONTROL_MASK },
    { GDK_KEY_Page_Down, GDK_ALT_MASK },
    { GDK_KEY_F10, 0 },
    { GDK_KEY_Tab, 0 },
    { GDK_KEY_Delete, 0 },
    { GDK_KEY_Up, 0 },
  };
  g_autoptr (GListStore) list = g_list_store_new (TORI_TYPE_INITIATIVE);
  GtkWidget *field = focus_outcome (self);
  g_autofree char *former = NULL;

  g_list_store_append (list, self->initiative);
  g_list_store_append (list, tori_test_get_initiative (self->plan, "i2"));
  tori_editor_set_list (self->editor, G_LIST_MODEL (list));
  tori_test_key (GDK_KEY_5, 0);
  tori_test_wait (tori_history_get_can_undo (self->history));
  former = g_strdup (get_text (self));
  tori_test_type ("jinji");
  tori_test_wait (tori_editor_get_composing (self->editor));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    tori_test_key (keys[i].key, keys[i].modifiers);
  tori_test_key (GDK_KEY_Escape, 0); /* drops the composition, and nothing else */
  tori_test_wait (self->editor == NULL || !tori_editor_get_composing (self->editor));
  g_assert_nonnull (self->editor);
  g_assert_true (get_focus (self) == field);
  g_assert_cmpstr (get_text (self), ==, former);
  g_assert_true (tori_editor_get_initiative (self->editor) == self->initiative);
  g_assert_true (tori_history_get_can_undo (self->history));
  tori_test_key (GDK_KEY_Page_Down, GDK_ALT_MASK); /* now it is the editor's */
  tori_test_wait (tori_editor_get_initiative (self->editor) != self->initiative);
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (self->editor == NULL);
}

/* Switched off as well, for an input method that lets such keys through. */
static void
test_actions_while_composing (ToriTestEditor *self, gconstpointer data)
{
  focus_outcome (self);
  tori_test_key (GDK_KEY_5, 0);
  tori_test_wait (tori_history_get_can_undo (self->history));
  tori_test_type ("jinji");
  tori_test_wait (tori_editor_get_composing (self->editor));
  gtk_widget_activate_action (GTK_WIDGET (self->editor), "editor.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->editor), "editor.close", NULL);
  tori_test_settle ();
  g_assert_nonnull (self->editor);
  g_assert_true (tori_history_get_can_undo (self->history));
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (!tori_editor_get_composing (self->editor));
}

/* Return commits, and is no line break where a text is one line. */
static void
test_single_line (ToriTestEditor *self, gconstpointer data)
{
  GtkWidget *field =
      tori_test_nth (tori_test_nth (self->editor, TORI_TYPE_EDITOR_HEAD, 0), TORI_TYPE_TEXT_FIELD, 0);

  gtk_widget_grab_focus (field);
  tori_test_key (GDK_KEY_End, 0);
  tori_test_type ("torikumi ");
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (g_str_has_suffix (tori_initiative_get_title (self->initiative), "取組"));
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_key (GDK_KEY_7, 0);
  tori_test_wait (g_str_has_suffix (tori_initiative_get_title (self->initiative), "取組7"));
}

/* A number that is refused is refused while it is typed, and nothing half-composed is asked about. */
static void
test_number (ToriTestEditor *self, gconstpointer data)
{
  ToriEditorEntry *entry =
      tori_test_nth (tori_test_nth (self->editor, TORI_TYPE_EDITOR_ABOUT, 0), TORI_TYPE_EDITOR_ENTRY, 0);

  gtk_widget_grab_focus (tori_editor_entry_get_entry (entry));
  tori_test_key (GDK_KEY_a, GDK_CONTROL_MASK);
  tori_test_key (GDK_KEY_2, 0);
  tori_test_wait (*tori_editor_entry_get_reason (entry) != '\0');
  tori_test_key (GDK_KEY_7, 0);
  tori_test_wait (g_str_equal (tori_initiative_get_number (self->initiative), "27"));
  g_assert_cmpstr (tori_editor_entry_get_reason (entry), ==, "");
  tori_test_type ("torikumi");
  tori_test_wait (tori_editor_get_composing (self->editor));
  g_assert_cmpstr (tori_initiative_get_number (self->initiative), ==, "27");
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (g_str_equal (tori_initiative_get_number (self->initiative), "27torikumi"));
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (self->editor == NULL);
}

/* Open, search with the input method, arrows, Return, Escape: all without the mouse. */
static void
test_chooser (ToriTestEditor *self, gconstpointer data)
{
  gpointer head = tori_test_nth (self->editor, TORI_TYPE_EDITOR_HEAD, 0);
  GtkMenuButton *button =
      tori_test_nth (tori_test_nth (head, TORI_TYPE_REFERENCE_CHOOSER, 0), GTK_TYPE_MENU_BUTTON, 0);
  const char *const none[] = { NULL };
  GtkWidget *list;

  tori_history_begin (self->history, TORI_STEP_DIVISIONS);
  tori_history_set_strv (self->history, self->initiative, "divisions", none);
  tori_history_end (self->history);
  gtk_widget_child_focus (GTK_WIDGET (button), GTK_DIR_TAB_FORWARD);
  tori_test_key (GDK_KEY_space, 0);
  tori_test_wait (gtk_menu_button_get_popover (button) != NULL);
  list = GTK_WIDGET (gtk_menu_button_get_popover (button));
  tori_test_wait (gtk_widget_get_mapped (list));
  tori_test_type ("zaisei ");
  tori_test_key (GDK_KEY_Return, 0); /* commits */
  tori_test_key (GDK_KEY_Return, 0); /* takes */
  tori_test_wait (*tori_initiative_get_divisions (self->initiative) != NULL);
  g_assert_cmpstr (*tori_initiative_get_divisions (self->initiative), ==, "d-zaisei");
  tori_history_undo (self->history);
  tori_test_key (GDK_KEY_Down, 0); /* from 人事課 to 財政課 */
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (*tori_initiative_get_divisions (self->initiative) != NULL);
  g_assert_cmpstr (*tori_initiative_get_divisions (self->initiative), ==, "d-zaisei");
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (!gtk_widget_get_mapped (list));
  tori_test_settle ();
  g_assert_nonnull (self->editor);
}

/* The line that is written stays in sight at the end of a text that is longer than the page. */
static void
test_long_text (ToriTestEditor *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *field, *page;
  GdkRectangle caret;
  graphene_point_t place;

  while (g_utf8_strlen (text->str, -1) < 10000)
    g_string_append (text, "窓口の待ち時間を半分にするための取組を進めました。");
  g_object_set (get_block (self), "text", text->str, NULL);
  tori_test_settle ();
  field = focus_outcome (self);
  tori_test_key (GDK_KEY_8, 0);
  tori_test_wait (g_str_has_suffix (get_text (self), "。8"));
  page = gtk_widget_get_ancestor (field, GTK_TYPE_VIEWPORT);
  do
    {
      tori_test_turn ();
      gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (field), NULL, &caret, NULL);
      g_assert_true (gtk_widget_compute_point (
          field, page, &GRAPHENE_POINT_INIT ((float) caret.x, (float) caret.y), &place));
    }
  while (place.y < 0 || (int) place.y + caret.height > gtk_widget_get_height (page));
  tori_history_undo (self->history);
  g_assert_cmpstr (get_text (self), ==, text->str);
}

/* F6 goes through the sections, around the end, and back. */
static void
test_sections (ToriTestEditor *self, gconstpointer data)
{
  GtkWidget *field = focus_outcome (self);
  GtkWidget *page = gtk_widget_get_parent (tori_test_find (self->editor, TORI_TYPE_EDITOR_ABOUT, NULL));
  GtkWidget *focus = field;
  guint n_sections = 0;

  do
    {
      GtkWidget *former = focus;

      tori_test_key (GDK_KEY_F6, 0);
      tori_test_wait ((focus = get_focus (self)) != former);
      g_assert_true (gtk_widget_is_ancestor (focus, page));
      n_sections++;
    }
  while (gtk_widget_get_ancestor (focus, TORI_TYPE_BLOCK_COLUMN) == NULL && n_sections < 20);
  g_assert_cmpuint (n_sections, >=, 4);
  g_assert_cmpuint (n_sections, <, 20);
  tori_test_key (GDK_KEY_F6, GDK_SHIFT_MASK);
  tori_test_wait (gtk_widget_get_ancestor (get_focus (self), TORI_TYPE_BLOCK_COLUMN) == NULL);
  tori_test_key (GDK_KEY_F6, 0);
  tori_test_wait (gtk_widget_get_ancestor (get_focus (self), TORI_TYPE_BLOCK_COLUMN) != NULL);
  g_assert_false (tori_history_get_can_undo (self->history));
}

static void
add_tests (void)
{
  tori_test_ime_install ();
#define ADD(name, function)                                                                                  \
  g_test_add ("/editor-keys/" name, ToriTestEditor, GINT_TO_POINTER (2018), tori_test_editor_open, function, \
              tori_test_editor_close)
  ADD ("typing", test_typing);
  ADD ("sections", test_sections);
  ADD ("composing", test_composing);
  ADD ("keys-while-composing", test_keys_while_composing);
  ADD ("actions-while-composing", test_actions_while_composing);
  ADD ("single-line", test_single_line);
  ADD ("number", test_number);
  ADD ("chooser", test_chooser);
  ADD ("long-text", test_long_text);
#undef ADD
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
