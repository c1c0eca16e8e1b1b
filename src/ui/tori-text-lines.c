/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-text-lines.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/tori-former.h"
#include "model/tori-line-edit.h"
#include "model/tori-line.h"
#include "model/tori-text-change.h"
#include "ui/tori-time-words.h"

/*
 * What the lines of a text mean, shown in the view of the text and used by its keys. The text stays plain:
 * a bullet hangs over its lines, a heading is bold, a time that was understood has a ground, and a sentence
 * that was taken over is underlined, all by tags that nothing but the view sees.
 *
 * Only the lines that a change touches are looked at again, so that a key in a long text costs no more than
 * in a short one.
 */
struct _ToriTextLines
{
  GObject parent_instance;

  GtkTextView *view; /* unowned, has this */
  GtkTextBuffer *buffer;
  GtkTextTag *heading, *time, *same;
  GHashTable *former;  /* sentences that were written before; NULL for none */
  GHashTable *hanging; /* what a line begins with: GtkTextTag, which the buffer has */
};

enum
{
  SIGNAL_STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a line begins with when its other lines stand below what follows; longer ones do not hang. */
#define LONGEST_BEGINNING 40

G_DEFINE_FINAL_TYPE (ToriTextLines, tori_text_lines, G_TYPE_OBJECT)

static char *
get_text (ToriTextLines *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* A place of the buffer in bytes of its text. */
static gsize
get_place (const GtkTextIter *at, const char *text)
{
  return (gsize) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (at)) - text);
}

/* --- Marks --- */

static int
measure_beginning (ToriTextLines *self, const char *beginning)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), beginning);
  int width;

  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string ("ja"));
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static GtkTextTag *
get_hanging (ToriTextLines *self, const char *beginning)
{
  GtkTextTag *tag = g_hash_table_lookup (self->hanging, beginning);

  if (tag == NULL)
    {
      tag = gtk_text_buffer_create_tag (self->buffer, NULL, "indent", -measure_beginning (self, beginning),
                                        NULL);
      g_hash_table_insert (self->hanging, g_strdup (beginning), tag);
    }
  return tag;
}

static int
get_indent (GtkTextTag *tag)
{
  int indent;

  g_object_get (tag, "indent", &indent, NULL);
  return indent;
}

/* What the other lines of a line stand behind, or NULL. */
static char *
get_beginning (const char *text, const ToriLine *line)
{
  const gsize end = line->kind == TORI_LINE_HEADING || line->kind == TORI_LINE_FIGURE ? line->mark_offset
                                                                                      : line->body_offset;

  if (end == line->offset || end - line->offset > LONGEST_BEGINNING)
    return NULL;
  return g_strndup (text + line->offset, end - line->offset);
}

static void
apply (ToriTextLines *self, GtkTextTag *tag, int line, const char *text, gsize from, gsize to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &start, line,
                                           (int) g_utf8_pointer_to_offset (text, text + from));
  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &end, line,
                                           (int) g_utf8_pointer_to_offset (text, text + to));
  gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
}

static void
remove_marks (ToriTextLines *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GHashTableIter iter;
  gpointer tag;

  gtk_text_buffer_remove_tag (self->buffer, self->heading, start, end);
  gtk_text_buffer_remove_tag (self->buffer, self->time, start, end);
  gtk_text_buffer_remove_tag (self->buffer, self->same, start, end);
  g_hash_table_iter_init (&iter, self->hanging);
  while (g_hash_table_iter_next (&iter, NULL, &tag))
    gtk_text_buffer_remove_tag (self->buffer, tag, start, end);
}

static void
mark_line (ToriTextLines *self, int number)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autofree char *beginning = NULL;
  ToriLineIter iter;
  ToriLine line;
  gsize from, to;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, number);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  remove_marks (self, &start, &end);
  text = gtk_text_iter_get_slice (&start, &end);
  tori_line_iter_init (&iter, text);
  if (!tori_line_iter_next (&iter, &line))
    return;
  beginning = get_beginning (text, &line);
  if (beginning != NULL)
    apply (self, get_hanging (self, beginning), number, text, 0, line.length);
  if (line.kind == TORI_LINE_HEADING)
    apply (self, self->heading, number, text, 0, line.length);
  if (line.time.kind != TORI_TIME_NONE)
    apply (self, self->time, number, text, line.time.offset, line.time.offset + line.time.length);
  for (gsize at = 0; self->former != NULL && tori_former_next (self->former, text, &at, &from, &to);)
    apply (self, self->same, number, text, from, to);
}

static void
mark_lines (ToriTextLines *self, const GtkTextIter *from, const GtkTextIter *to)
{
  const int last = gtk_text_iter_get_line (to);

  for (int line = gtk_text_iter_get_line (from); line <= last; line++)
    mark_line (self, line);
}

static void
text_inserted_cb (ToriTextLines *self, GtkTextIter *end, const char *text, int length)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  mark_lines (self, &start, end);
}

static void
range_deleted_cb (ToriTextLines *self, GtkTextIter *start, GtkTextIter *end)
{
  mark_lines (self, start, start);
}

static gboolean
is_same_set (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer sentence;

  if (a == NULL || b == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return a == b;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &sentence, NULL))
    if (!g_hash_table_contains (b, sentence))
      return FALSE;
  return TRUE;
}

/**
 * tori_text_lines_set_former:
 * @self: the lines of a text
 * @sentences: (nullable) (element-type utf8): the set of sentences that were written before
 *
 * Marks those sentences that were taken over as they were.
 */
void
tori_text_lines_set_former (ToriTextLines *self, GHashTable *sentences)
{
  GtkTextIter start, end;

  g_return_if_fail (TORI_IS_TEXT_LINES (self));

  if (is_same_set (self->former, sentences)) /* marking a long text takes its time */
    return;
  g_clear_pointer (&self->former, g_hash_table_unref);
  self->former = sentences == NULL ? NULL : g_hash_table_ref (sentences);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  mark_lines (self, &start, &end);
}

/**
 * tori_text_lines_count_same:
 * @self: the lines of a text
 * @year: the fiscal year of the text
 * @stale: (out) (transfer full): the words in these sentences that name an earlier year, each once
 *
 * Returns: how many sentences were taken over as they were
 */
guint
tori_text_lines_count_same (ToriTextLines *self, int year, GStrv *stale)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  gsize at = 0, start, end;
  guint n = 0;

  g_return_val_if_fail (TORI_IS_TEXT_LINES (self), 0);
  g_return_val_if_fail (stale != NULL, 0);

  text = get_text (self);
  for (; self->former != NULL && tori_former_next (self->former, text, &at, &start, &end); n++)
    {
      g_autofree char *sentence = g_strndup (text + start, end - start);
      g_auto (GStrv) found = tori_former_list_stale (sentence, year);

      for (guint i = 0; found[i] != NULL; i++)
        if (!g_ptr_array_find_with_equal_func (words, found[i], g_str_equal, NULL))
          g_ptr_array_add (words, g_strdup (found[i]));
    }
  g_ptr_array_add (words, NULL);
  *stale = (GStrv) g_ptr_array_free (g_steal_pointer (&words), FALSE);
  return n;
}

/* --- Keys --- */

/* Changes what differs and nothing else, as one change by the user. */
static void
replace_text (ToriTextLines *self, const char *before, const char *after)
{
  const ToriTextChange change = tori_text_change_find (before, after);
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start,
                                      (int) g_utf8_pointer_to_offset (before, before + change.at));
  gtk_text_buffer_get_iter_at_offset (
      self->buffer, &end, (int) g_utf8_pointer_to_offset (before, before + change.at + change.removed));
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, after + change.at, (int) change.inserted);
  gtk_text_buffer_end_user_action (self->buffer);
}

/* Something that is done at once, not a part of what is being typed. */
static void
replace_as_step (ToriTextLines *self, const char *before, const char *after)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0);
  replace_text (self, before, after);
  g_signal_emit (self, signals[SIGNAL_STEP], 0);
}

/**
 * tori_text_lines_type_return:
 * @self: the lines of a text
 * @at: where Return was typed; after it stands behind what was put there
 *
 * Goes on with the list that the line is part of. An empty bullet ends it: a level up, or away. To be called
 * while the line break is about to be inserted.
 *
 * Returns: whether that was done, so that no line break is to be inserted any more
 */
gboolean
tori_text_lines_type_return (ToriTextLines *self, GtkTextIter *at)
{
  GtkTextIter start = *at, end = *at;
  g_autofree char *line = NULL;
  g_autofree char *next = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (TORI_IS_TEXT_LINES (self), FALSE);

  gtk_text_iter_set_line_offset (&start, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_iter_get_slice (&start, &end);
  next = tori_line_edit_get_next (line);
  /* Before its mark, a line just moves down. */
  if (next == NULL || (glong) gtk_text_iter_get_line_offset (at) < g_utf8_strlen (next, -1))
    return FALSE;
  if (!tori_line_edit_is_bare (line))
    {
      words = g_strconcat ("\n", next, NULL);
      gtk_text_buffer_insert (self->buffer, at, words, -1);
      return TRUE;
    }
  if (!tori_text_lines_indent (self, -1))
    gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_get_iter_at_mark (self->buffer, at, gtk_text_buffer_get_insert (self->buffer));
  return TRUE;
}

/**
 * tori_text_lines_indent:
 * @self: the lines of a text
 * @by: 1 for a level deeper, -1 for a level up
 *
 * Moves the lines of the selection, or the one with the cursor, below the line above or back.
 *
 * Returns: FALSE when none of them can be moved
 */
gboolean
tori_text_lines_indent (ToriTextLines *self, int by)
{
  g_autofree char *text = NULL;
  g_autofree char *moved = NULL;
  GtkTextIter start, end;
  gboolean several;
  int first, last;

  g_return_val_if_fail (TORI_IS_TEXT_LINES (self), FALSE);

  text = get_text (self);
  several = gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  first = gtk_text_iter_get_line (&start);
  last = gtk_text_iter_get_line (&end);
  several = several && last > first;
  moved = tori_line_edit_indent (text, get_place (&start, text), get_place (&end, text), by);
  if (moved == NULL)
    return FALSE;
  replace_text (self, text, moved);
  if (several)
    {
      gtk_text_buffer_get_iter_at_line (self->buffer, &start, first);
      gtk_text_buffer_get_iter_at_line (self->buffer, &end, last);
      if (!gtk_text_iter_ends_line (&end))
        gtk_text_iter_forward_to_line_end (&end);
      gtk_text_buffer_select_range (self->buffer, &start, &end);
    }
  return TRUE;
}

/* Of the selection, or of all of it. */
static char *
sort_text (ToriTextLines *self, const char *text)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return tori_line_edit_sort (text, get_place (&start, text), get_place (&end, text));
}

/**
 * tori_text_lines_can_sort:
 * @self: the lines of a text
 *
 * Returns: whether any bullet would change its place by tori_text_lines_sort()
 */
gboolean
tori_text_lines_can_sort (ToriTextLines *self)
{
  g_autofree char *text = NULL;
  g_autofree char *sorted = NULL;

  g_return_val_if_fail (TORI_IS_TEXT_LINES (self), FALSE);

  text = get_text (self);
  sorted = sort_text (self, text);
  return sorted != NULL;
}

/**
 * tori_text_lines_sort:
 * @self: the lines of a text
 *
 * Puts the bullets of the selection, or all of them, in the order of their months.
 */
void
tori_text_lines_sort (ToriTextLines *self)
{
  g_autofree char *text = NULL;
  g_autofree char *sorted = NULL;

  g_return_if_fail (TORI_IS_TEXT_LINES (self));

  text = get_text (self);
  sorted = sort_text (self, text);
  if (sorted != NULL)
    replace_as_step (self, text, sorted);
}

/* --- Tips and sizes --- */

/**
 * tori_text_lines_dup_tip:
 * @self: the lines of a text
 * @x: a place in the view
 * @y: a place in the view
 *
 * Returns: (transfer full) (nullable): what is to be said about the mark there
 */
char *
tori_text_lines_dup_tip (ToriTextLines *self, int x, int y)
{
  GtkTextIter at, end;
  g_autofree char *text = NULL;
  ToriLineIter iter;
  ToriLine line;

  g_return_val_if_fail (TORI_IS_TEXT_LINES (self), NULL);

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &x, &y);
  if (!gtk_text_view_get_iter_at_location (self->view, &at, x, y))
    return NULL;
  end = at;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  if (!gtk_text_iter_has_tag (&at, self->time))
    return gtk_text_iter_has_tag (&at, self->same) ? g_strdup (_ ("Taken over as it was written before"))
                                                   : NULL;
  gtk_text_iter_set_line_offset (&at, 0);
  text = gtk_text_iter_get_slice (&at, &end);
  tori_line_iter_init (&iter, text);
  return tori_line_iter_next (&iter, &line) ? tori_time_words (&line.time) : NULL;
}

/**
 * tori_text_lines_update_sizes:
 * @self: the lines of a text
 *
 * To be called when the view has another font.
 */
void
tori_text_lines_update_sizes (ToriTextLines *self)
{
  GHashTableIter iter;
  gpointer beginning, tag;

  g_return_if_fail (TORI_IS_TEXT_LINES (self));

  g_hash_table_iter_init (&iter, self->hanging);
  while (g_hash_table_iter_next (&iter, &beginning, &tag))
    {
      const int indent = -measure_beginning (self, beginning);

      if (get_indent (tag) != indent) /* or else all its lines would be laid out again */
        g_object_set (tag, "indent", indent, NULL);
    }
}

/**
 * tori_text_lines_measure:
 * @self: the lines of a text
 * @layout: a layout of the width that is asked for
 * @text: a text
 *
 * Returns: how high the view is with that text, in pixels
 */
int
tori_text_lines_measure (ToriTextLines *self, PangoLayout *layout, const char *text)
{
  g_auto (GStrv) lines = NULL;
  int height = 0;

  g_return_val_if_fail (TORI_IS_TEXT_LINES (self), 0);

  lines = g_strsplit (*text == '\0' ? " " : text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *beginning = NULL;
      ToriLineIter iter;
      ToriLine line;
      int one;

      tori_line_iter_init (&iter, lines[i]);
      if (tori_line_iter_next (&iter, &line))
        beginning = get_beginning (lines[i], &line);
      pango_layout_set_indent (
          layout, beginning == NULL ? 0 : get_indent (get_hanging (self, beginning)) * PANGO_SCALE);
      pango_layout_set_text (layout, lines[i], -1);
      pango_layout_get_pixel_size (layout, NULL, &one);
      height += one;
    }
  return height;
}

/* --- GObject --- */

static void
tori_text_lines_finalize (GObject *object)
{
  g_clear_pointer (&TORI_TEXT_LINES (object)->former, g_hash_table_unref);
  g_hash_table_unref (TORI_TEXT_LINES (object)->hanging);
  g_object_unref (TORI_TEXT_LINES (object)->buffer);

  G_OBJECT_CLASS (tori_text_lines_parent_class)->finalize (object);
}

static void
tori_text_lines_class_init (ToriTextLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_text_lines_finalize;

  /**
   * ToriTextLines::step:
   * @self: the lines of a text
   *
   * Emitted before and after a change that is a step of its own.
   */
  signals[SIGNAL_STEP] =
      g_signal_new ("step", TORI_TYPE_TEXT_LINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tori_text_lines_init (ToriTextLines *self)
{
  self->hanging = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GQuark
lines_quark (void)
{
  return g_quark_from_static_string ("tori-text-lines");
}

/**
 * tori_text_lines_new:
 * @view: a view of a text, which is to have the lines; still empty
 *
 * Returns: (transfer full): the lines of its text
 */
ToriTextLines *
tori_text_lines_new (GtkTextView *view)
{
  ToriTextLines *self = g_object_new (TORI_TYPE_TEXT_LINES, NULL);
  const GdkRGBA ground = { 0.21f, 0.52f, 0.89f, 0.2f }, line = { 0.5f, 0.5f, 0.5f, 0.8f };

  self->view = view;
  g_object_set_qdata (G_OBJECT (view), lines_quark (), self);
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->heading = gtk_text_buffer_create_tag (self->buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->time = gtk_text_buffer_create_tag (self->buffer, NULL, "background-rgba", &ground, NULL);
  self->same = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE,
                                           "underline-rgba", &line, NULL);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (text_inserted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (range_deleted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

/**
 * tori_text_lines_get:
 * @view: a view of a text
 *
 * Returns: (transfer none) (nullable): its lines, if tori_text_lines_new() has made some for it
 */
ToriTextLines *
tori_text_lines_get (GtkWidget *view)
{
  return g_object_get_qdata (G_OBJECT (view), lines_quark ());
}
