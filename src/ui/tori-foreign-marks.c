/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-foreign-marks.h"

#include <glib/gi18n.h>

#include "model/tori-charset.h"

/*
 * The characters of a text that other systems can't show, underlined by a tag that nothing but the view sees,
 * and the way to write what is meant instead. Only the lines that a change touches are looked at again.
 */
struct _ToriForeignMarks
{
  GObject parent_instance;

  GtkTextView *view; /* unowned, has this */
  GtkTextBuffer *buffer;
  GtkTextTag *tag;
};

enum
{
  SIGNAL_STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriForeignMarks, tori_foreign_marks, G_TYPE_OBJECT)

static char *
get_text (ToriForeignMarks *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static char *
dup_character (const char *at)
{
  return g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
}

/* --- Marks --- */

static void
mark_lines (ToriForeignMarks *self, const GtkTextIter *from, const GtkTextIter *to)
{
  GtkTextIter start = *from, end = *to;
  g_autofree char *text = NULL;
  gsize found, after;

  gtk_text_iter_set_line_offset (&start, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  text = gtk_text_iter_get_slice (&start, &end);
  for (gsize at = 0; tori_charset_find (text, at, &found, &after); at = after)
    {
      GtkTextIter first = start, last = start;

      gtk_text_iter_forward_chars (&first, (int) g_utf8_pointer_to_offset (text, text + found));
      gtk_text_iter_forward_chars (&last, (int) g_utf8_pointer_to_offset (text, text + after));
      gtk_text_buffer_apply_tag (self->buffer, self->tag, &first, &last);
    }
}

static void
text_inserted_cb (ToriForeignMarks *self, GtkTextIter *end, const char *text, int length)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  mark_lines (self, &start, end);
}

static void
range_deleted_cb (ToriForeignMarks *self, GtkTextIter *start, GtkTextIter *end)
{
  mark_lines (self, start, start);
}

/* --- What is meant --- */

/* The next one behind the cursor, or else from the beginning, if there is something to be written instead. */
static gboolean
find_replaceable (ToriForeignMarks *self, const char *text, gsize *start, gsize *end)
{
  GtkTextIter cursor;
  gsize first;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  first = (gsize) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (&cursor)) - text);
  for (guint round = 0; round < 2; round++)
    for (gsize from = round == 0 ? first : 0; tori_charset_find (text, from, start, end); from = *end)
      if (tori_charset_get_instead (text + *start) != NULL)
        return TRUE;
  return FALSE;
}

/**
 * tori_foreign_marks_dup_found:
 * @self: the marks of a text
 * @instead: (out) (transfer full) (nullable): what is meant; NULL when nobody can tell
 *
 * Returns: (transfer full) (nullable): a character in the text that other systems can't show, one for which
 * there is something to be written instead before others; NULL when there is none
 */
char *
tori_foreign_marks_dup_found (ToriForeignMarks *self, char **instead)
{
  g_autofree char *text = NULL;
  gsize start, end;

  g_return_val_if_fail (TORI_IS_FOREIGN_MARKS (self), NULL);
  g_return_val_if_fail (instead != NULL, NULL);

  *instead = NULL;
  text = get_text (self);
  if (find_replaceable (self, text, &start, &end))
    *instead = dup_character (tori_charset_get_instead (text + start));
  else if (!tori_charset_find (text, 0, &start, &end))
    return NULL;
  return dup_character (text + start);
}

/**
 * tori_foreign_marks_can_replace:
 * @self: the marks of a text
 *
 * Returns: whether tori_foreign_marks_replace() would write anything
 */
gboolean
tori_foreign_marks_can_replace (ToriForeignMarks *self)
{
  g_autofree char *text = NULL;
  gsize start, end;

  g_return_val_if_fail (TORI_IS_FOREIGN_MARKS (self), FALSE);

  text = get_text (self);
  return find_replaceable (self, text, &start, &end);
}

/**
 * tori_foreign_marks_replace:
 * @self: the marks of a text
 *
 * Writes what is meant instead of the next character that other systems can't show, and puts the cursor
 * behind it.
 */
void
tori_foreign_marks_replace (ToriForeignMarks *self)
{
  g_autofree char *text = NULL;
  g_autofree char *instead = NULL;
  GtkTextIter from, to;
  gsize start, end;

  g_return_if_fail (TORI_IS_FOREIGN_MARKS (self));

  text = get_text (self);
  if (!find_replaceable (self, text, &start, &end))
    return;
  instead = dup_character (tori_charset_get_instead (text + start));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from,
                                      (int) g_utf8_pointer_to_offset (text, text + start));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, (int) g_utf8_pointer_to_offset (text, text + end));
  g_signal_emit (self, signals[SIGNAL_STEP], 0);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &from, &to);
  gtk_text_buffer_insert (self->buffer, &from, instead, -1);
  gtk_text_buffer_place_cursor (self->buffer, &from);
  gtk_text_buffer_end_user_action (self->buffer);
  g_signal_emit (self, signals[SIGNAL_STEP], 0);
}

static char *
describe (const char *character)
{
  const char *meant = tori_charset_get_instead (character);
  g_autofree char *shown = dup_character (character);
  g_autofree char *instead = meant == NULL ? NULL : dup_character (meant);

  if (instead == NULL)
    /* Translators: %s is a character. */
    return g_strdup_printf (_ ("Other systems may not be able to show “%s”."), shown);
  return g_strdup_printf (
      /* Translators: %1$s is a character, %2$s the one that is meant. */
      _ ("Other systems may not be able to show “%1$s”. F4 writes “%2$s” instead."), shown, instead);
}

/**
 * tori_foreign_marks_dup_tip:
 * @self: the marks of a text
 * @x: a place in the view
 * @y: a place in the view
 *
 * Returns: (transfer full) (nullable): what is to be said about the mark there
 */
char *
tori_foreign_marks_dup_tip (ToriForeignMarks *self, int x, int y)
{
  GtkTextIter at, end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TORI_IS_FOREIGN_MARKS (self), NULL);

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &x, &y);
  if (!gtk_text_view_get_iter_at_location (self->view, &at, x, y) || !gtk_text_iter_has_tag (&at, self->tag))
    return NULL;
  end = at;
  gtk_text_iter_forward_to_tag_toggle (&end, self->tag);
  text = gtk_text_iter_get_slice (&at, &end);
  return describe (text);
}

/* --- GObject --- */

static void
tori_foreign_marks_finalize (GObject *object)
{
  g_object_unref (TORI_FOREIGN_MARKS (object)->buffer);

  G_OBJECT_CLASS (tori_foreign_marks_parent_class)->finalize (object);
}

static void
tori_foreign_marks_class_init (ToriForeignMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_foreign_marks_finalize;

  /**
   * ToriForeignMarks::step:
   * @self: the marks of a text
   *
   * Emitted before and after a change that is a step of its own.
   */
  signals[SIGNAL_STEP] =
      g_signal_new ("step", TORI_TYPE_FOREIGN_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tori_foreign_marks_init (ToriForeignMarks *self)
{
}

/**
 * tori_foreign_marks_new:
 * @view: a view of a text, still empty, which is to have the marks
 *
 * Returns: (transfer full): the marks of its text
 */
ToriForeignMarks *
tori_foreign_marks_new (GtkTextView *view)
{
  ToriForeignMarks *self = g_object_new (TORI_TYPE_FOREIGN_MARKS, NULL);
  const GdkRGBA fault = { 0.88f, 0.11f, 0.14f, 1 };

  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->tag = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR,
                                          "underline-rgba", &fault, NULL);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (text_inserted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (range_deleted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}
