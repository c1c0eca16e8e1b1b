/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-editor.h"

#include "support/tori-test-records.h"
#include "tori-test-window.h"
#include "ui/tori-editor-choice.h"
#include "ui/tori-editor-entry.h"
#include "ui/tori-reference-chooser.h"
#include "ui/tori-reference-list.h"

/**
 * tori_test_editor_open:
 * @self: a fixture
 * @year: the fiscal year shown, as a pointer
 */
void
tori_test_editor_open (ToriTestEditor *self, gconstpointer year)
{
  self->plan = tori_test_small_plan ();
  self->history = tori_history_new (self->plan);
  self->initiative = tori_test_get_initiative (self->plan, "i1");
  self->editor = TORI_EDITOR (tori_editor_new (self->history));
  gtk_window_set_default_size (GTK_WINDOW (self->editor), 1280, 860);
  tori_editor_show (self->editor, self->initiative, GPOINTER_TO_INT (year));
  gtk_window_present (GTK_WINDOW (self->editor));
  tori_test_wait (gtk_window_is_active (GTK_WINDOW (self->editor)));
  g_object_add_weak_pointer (G_OBJECT (self->editor), (gpointer *) &self->editor);
}

/* Closes the editor, of which nothing must be left. */
void
tori_test_editor_close (ToriTestEditor *self, gconstpointer year)
{
  if (self->editor != NULL)
    gtk_window_destroy (GTK_WINDOW (self->editor));
  tori_test_wait (self->editor == NULL);
  g_assert_finalize_object (self->history);
  g_assert_finalize_object (self->plan);
}

static gpointer
find_nth (GtkWidget *inside, GType type, guint *n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found;

      if (!gtk_widget_get_visible (child))
        continue;
      if (g_type_is_a (G_OBJECT_TYPE (child), type) && (*n)-- == 0)
        return child;
      found = find_nth (child, type, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * tori_test_nth:
 * @inside: a widget
 * @type: what is looked for
 * @n: which one
 *
 * Returns: the @n-th visible widget of that type inside, in the order of the page
 */
gpointer
tori_test_nth (gpointer inside, GType type, guint n)
{
  gpointer found = find_nth (inside, type, &n);

  g_assert_nonnull (found);
  return found;
}

gpointer
tori_test_section (ToriTestEditor *self, GType type)
{
  return tori_test_nth (self->editor, type, 0);
}

/* As the user does in the list that drops down. */
void
tori_test_choose (gpointer choice, guint position)
{
  gtk_drop_down_set_selected (tori_test_nth (choice, GTK_TYPE_DROP_DOWN, 0), position);
}

/* Opens what a button opens, where it can be seen: the page scrolls to the focus. */
void
tori_test_open_popover (gpointer button)
{
  gtk_widget_grab_focus (button);
  tori_test_settle ();
  gtk_menu_button_popup (button);
  tori_test_wait (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))));
}

/* Opens the list of a chooser, searches, and takes what is found first. */
void
tori_test_refer (gpointer chooser, const char *search)
{
  GtkMenuButton *button = tori_test_nth (chooser, GTK_TYPE_MENU_BUTTON, 0);
  GtkWidget *list, *entry;

  tori_test_open_popover (button);
  list = GTK_WIDGET (gtk_menu_button_get_popover (button));
  entry = tori_test_nth (list, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), search);
  g_signal_emit_by_name (entry, "activate");
  gtk_popover_popdown (GTK_POPOVER (list));
  tori_test_settle ();
}

/* As a text view does when the input method commits. */
void
tori_test_insert (gpointer field, const char *text)
{
  g_signal_emit_by_name (field, "insert-at-cursor", text);
}

/* Types into an entry and presses Return. */
void
tori_test_fill (gpointer entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (tori_editor_entry_get_entry (entry)), text);
  g_signal_emit_by_name (tori_editor_entry_get_entry (entry), "activate");
}

char *
tori_test_field_text (gpointer field)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (field);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}
