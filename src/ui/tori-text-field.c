/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-text-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/tori-edit.h"
#include "model/tori-line-edit.h"
#include "model/tori-text-change.h"
#include "ui/tori-dim.h"
#include "ui/tori-text-lines-keys.h"

/*
 * A text of the plan, to be read and written: plain, of one line or many, as tall as its content. It has no
 * memory of its own. What is typed goes into the record by the history as soon as the input method has
 * committed it, and what changes in the record comes back as the smallest change of the buffer, so that the
 * cursor and a composition stay where they are.
 *
 * While there is no record yet (the entry of a year in which nobody has written), the first key asks for one
 * by ::make-record, inside of the step that it is part of.
 */
struct _ToriTextField
{
  GtkTextView parent_instance;

  ToriHistory *history;
  ToriRecord *record; /* NULL while there is none */
  ToriStep step;
  char *property;
  char *placeholder;
  GtkTextTag *language;
  ToriForeignMarks *foreign;
  ToriTextLines *lines; /* NULL: its lines mean nothing */

  gboolean single_line;
  gboolean composing;
  gboolean following; /* the buffer is being changed because the record changed */
  gboolean cleaning;  /* what was inserted is being replaced by what is meant */
  gboolean writing;   /* the record is being changed because the buffer changed */
  guint user_actions; /* how deep inside of user actions of the buffer */
  gboolean dirty;     /* the buffer changed in one of them */

  int changed_at;                    /* where the record's last change ended, in characters */
  gboolean stepped;                  /* it is part of a step that is being undone or done again */
  int width;                         /* the last that was allocated */
  int guessed_width, guessed_height; /* a height that was worked out beforehand */
  int settled;                       /* the height of all lines when that was looked at last */
  guint settle_id;
  guint caret_id;
};

typedef enum
{
  PROP_LENGTH = 1
} ToriTextFieldProp;

static GParamSpec *props[PROP_LENGTH + 1];

enum
{
  SIGNAL_MAKE_RECORD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriTextField, tori_text_field, GTK_TYPE_TEXT_VIEW)

#define CARET_MARGIN 24
#define LONG_TEXT 2000 /* in characters */

static GtkTextBuffer *
get_buffer (ToriTextField *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static char *
get_text (ToriTextField *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* --- Its height, and the page around it ---------------------------------------------------------------- */

/* GtkTextView measures what it has laid out so far, whatever the width; asking for the place of the last line
 * makes it lay out everything. */
static gboolean
settle_cb (gpointer data)
{
  ToriTextField *self = data;
  GtkTextIter end;
  int y, height;

  self->settle_id = 0;
  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &end, &y, &height);
  if (self->settled != y + height) /* most keys change nothing for the page */
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->settled = y + height;
  return G_SOURCE_REMOVE;
}

static void
queue_settle (ToriTextField *self)
{
  if (self->settle_id == 0) /* before the next frame is laid out */
    self->settle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, self, NULL);
}

/* The page scrolls, not the field: brings the line with the caret into sight. */
static gboolean
show_caret_cb (gpointer data)
{
  ToriTextField *self = data;
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GdkRectangle caret;
  graphene_point_t place;
  GtkAdjustment *adjustment;
  double top;

  self->caret_id = 0;
  if (page == NULL || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (self), NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y,
                                         &caret.x, &caret.y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self), page,
                                 &GRAPHENE_POINT_INIT ((float) caret.x, (float) caret.y), &place))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (page));
  top = gtk_adjustment_get_value (adjustment) + (double) place.y;
  gtk_adjustment_clamp_page (adjustment, MAX (top - CARET_MARGIN, 0), top + caret.height + CARET_MARGIN);
  return G_SOURCE_REMOVE;
}

static void
queue_show_caret (ToriTextField *self)
{
  if (self->caret_id == 0 && gtk_widget_has_focus (GTK_WIDGET (self)))
    self->caret_id = g_idle_add (show_caret_cb, self); /* after the frame was laid out */
}

/* --- From the buffer to the record --------------------------------------------------------------------- */

static void
write_record (ToriTextField *self)
{
  g_autofree char *text = get_text (self);

  self->dirty = FALSE;
  if (self->history == NULL)
    return;
  self->writing = TRUE;
  if (self->record != NULL)
    tori_edit_type (self->history, self->step, self->record, self->property, text);
  else if (*text != '\0')
    {
      g_autoptr (ToriRecord) made = NULL;

      tori_history_begin (self->history, self->step);
      g_signal_emit (self, signals[SIGNAL_MAKE_RECORD], 0, &made);
      g_assert (made != NULL);
      if (self->record != made)
        tori_text_field_set_record (self, self->history, made);
      tori_history_type (self->history, self->step, made, self->property, text);
      tori_history_end (self->history);
    }
  self->writing = FALSE;
}

/* Only what is new: tagging all of a text would lay all of it out again at every key. */
static void
text_inserted_cb (ToriTextField *self, GtkTextIter *end, const char *text, int length, GtkTextBuffer *buffer)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  gtk_text_buffer_apply_tag (buffer, self->language, &start, end);
}

static void
update_actions (ToriTextField *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lines.sort",
                                 self->lines != NULL && tori_text_lines_can_sort (self->lines));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.write-meant",
                                 tori_foreign_marks_can_replace (self->foreign));
}

static void
buffer_changed_cb (ToriTextField *self)
{
  self->guessed_width = -1;
  queue_settle (self);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LENGTH]);
  if (self->following)
    return;
  self->dirty = TRUE;
  if (self->user_actions == 0 && !self->composing)
    write_record (self);
}

static void
begin_user_action_cb (ToriTextField *self)
{
  self->user_actions++;
}

static void
end_user_action_cb (ToriTextField *self)
{
  self->user_actions--;
  if (self->dirty && self->user_actions == 0 && !self->composing)
    write_record (self);
}

static void
preedit_changed_cb (ToriTextField *self, const char *preedit)
{
  self->composing = *preedit != '\0';
  queue_settle (self);
  queue_show_caret (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->dirty && self->user_actions == 0 && !self->composing)
    write_record (self);
}

/* What comes from a keyboard or clipboard is plain lines; a single line takes no line break at all. Return
 * comes here when no input method wants it, and goes on with the list that it is typed in. */
static void
insert_text_cb (ToriTextField *self, GtkTextIter *at, const char *text, int length, GtkTextBuffer *buffer)
{
  g_autofree char *given = NULL;
  g_autofree char *clean = NULL;

  if (self->following || self->cleaning)
    return;
  given = g_strndup (text, (gsize) length);
  self->cleaning = TRUE;
  if (self->single_line && g_str_equal (given, "\n")) /* Return is not a word break */
    g_signal_stop_emission_by_name (buffer, "insert-text");
  else if (self->lines != NULL && g_str_equal (given, "\n"))
    {
      if (tori_text_lines_type_return (self->lines, at))
        g_signal_stop_emission_by_name (buffer, "insert-text");
    }
  else
    {
      clean = g_utf8_strlen (given, -1) > 1 ? tori_line_edit_clean (given) : g_strdup (given);
      if (self->single_line)
        g_strdelimit (clean, "\n", ' ');
      if (!g_str_equal (clean, given))
        {
          g_signal_stop_emission_by_name (buffer, "insert-text");
          gtk_text_buffer_insert (buffer, at, clean, -1);
        }
    }
  self->cleaning = FALSE;
}

static void
cursor_moved_cb (ToriTextField *self)
{
  queue_show_caret (self);
}

static void
end_run (ToriTextField *self)
{
  if (self->history != NULL)
    tori_history_end_run (self->history);
}

/* --- From the record to the buffer --------------------------------------------------------------------- */

static char *
read_record (ToriTextField *self)
{
  char *text = NULL;

  if (self->record != NULL)
    g_object_get (self->record, self->property, &text, NULL);
  return text == NULL ? g_strdup ("") : text;
}

/* Changes what differs between the buffer and @text and nothing else. */
static void
show_text (ToriTextField *self, const char *text)
{
  g_autofree char *former = get_text (self);
  const ToriTextChange change = tori_text_change_find (former, text);
  const char *removed = former + change.at;
  GtkTextIter start, end;

  if (change.removed == 0 && change.inserted == 0)
    return;
  self->following = TRUE;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start,
                                      (int) g_utf8_pointer_to_offset (former, removed));
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end,
                                      (int) g_utf8_pointer_to_offset (former, removed + change.removed));
  gtk_text_buffer_delete (get_buffer (self), &start, &end);
  gtk_text_buffer_insert (get_buffer (self), &start, text + change.at, (int) change.inserted);
  self->following = FALSE;
  self->changed_at = gtk_text_iter_get_offset (&start);
}

static void
show_record (ToriTextField *self)
{
  g_autofree char *text = read_record (self);

  show_text (self, text);
}

static void
record_changed_cb (ToriTextField *self)
{
  if (self->writing)
    return;
  show_record (self);
  self->stepped = tori_history_get_stepping (self->history);
}

/* An undone or redone change of this text: the cursor goes there. */
static void
stepped_cb (ToriTextField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkTextIter place;

  if (!self->stepped)
    return;
  self->stepped = FALSE;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &place, self->changed_at);
  gtk_text_buffer_place_cursor (get_buffer (self), &place);
  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  queue_show_caret (self);
}

/* The height at a width that it does not have yet, so that the first frame is right; GtkTextView would give
 * the height of what it has laid out so far, which is nothing. */
static int
guess_height (ToriTextField *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  const int inner = width - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;

  if (self->guessed_width == width)
    return self->guessed_height;
  text = get_text (self);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string ("ja"));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (inner, 1) * PANGO_SCALE);
  if (self->lines != NULL)
    self->guessed_height = tori_text_lines_measure (self->lines, layout, text);
  else
    pango_layout_get_pixel_size (layout, NULL, &self->guessed_height);
  self->guessed_height += gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
  self->guessed_width = width;
  return self->guessed_height;
}

/* Laying out a long text for a width that it will hardly get takes longer than a frame. GTK asks for that at
 * every change of the height, to know how narrow the window may become; about right is good enough then. */
static int
estimate_height (ToriTextField *self, int width)
{
  if (self->width <= 0 || self->settled <= 0 || tori_text_field_get_length (self) < LONG_TEXT)
    return guess_height (self, width);
  return (int) ((gint64) self->settled * self->width / width);
}

/* --- The class ----------------------------------------------------------------------------------------- */

static GtkSizeRequestMode
tori_text_field_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tori_text_field_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  ToriTextField *self = TORI_TEXT_FIELD (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0 && for_size != self->width)
    *minimum = *natural = estimate_height (self, for_size);
  else
    GTK_WIDGET_CLASS (tori_text_field_parent_class)
        ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
tori_text_field_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ToriTextField *self = TORI_TEXT_FIELD (widget);

  GTK_WIDGET_CLASS (tori_text_field_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->width == width)
    return;
  self->width = width;
  self->settled = -1;
  queue_settle (self);
}

static void
tori_text_field_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tori_text_field_parent_class)->map (widget);
  TORI_TEXT_FIELD (widget)->settled = -1;
  queue_settle (TORI_TEXT_FIELD (widget));
}

/* An empty field says in grey what belongs into it. */
static void
tori_text_field_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ToriTextField *self = TORI_TEXT_FIELD (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA colour;
  int x, y;

  GTK_WIDGET_CLASS (tori_text_field_parent_class)->snapshot (widget, snapshot);
  if (self->placeholder == NULL || self->composing || tori_text_field_get_length (self) > 0)
    return;
  layout = gtk_widget_create_pango_layout (widget, self->placeholder);
  pango_layout_set_width (layout, MAX (gtk_widget_get_width (widget) - gtk_text_view_get_left_margin (view)
                                           - gtk_text_view_get_right_margin (view),
                                       1)
                                      * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= TORI_DIM;
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, 0, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) gtk_text_view_get_left_margin (view), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
tori_text_field_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ToriTextField *self = TORI_TEXT_FIELD (widget);

  if (self->lines == NULL || !tori_text_lines_move_focus (self->lines, widget, direction))
    GTK_WIDGET_CLASS (tori_text_field_parent_class)->move_focus (widget, direction);
}

static void
tori_text_field_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tori_text_field_parent_class)->css_changed (widget, change);
  if (TORI_TEXT_FIELD (widget)->lines != NULL)
    tori_text_lines_update_sizes (TORI_TEXT_FIELD (widget)->lines);
}

static gboolean
tori_text_field_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  ToriTextField *self = TORI_TEXT_FIELD (widget);
  g_autofree char *tip = NULL;

  if (keyboard)
    return GTK_WIDGET_CLASS (tori_text_field_parent_class)->query_tooltip (widget, x, y, keyboard, tooltip);
  tip = tori_foreign_marks_dup_tip (self->foreign, x, y);
  if (tip == NULL && self->lines != NULL)
    tip = tori_text_lines_dup_tip (self->lines, x, y);
  gtk_tooltip_set_text (tooltip, tip);
  return tip != NULL;
}

static void
tori_text_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((ToriTextFieldProp) id)
    {
    case PROP_LENGTH: g_value_set_uint (value, tori_text_field_get_length (TORI_TEXT_FIELD (object))); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_history (ToriTextField *self, ToriHistory *history)
{
  if (self->history == history)
    return;
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_set_object (&self->history, history);
  if (history != NULL)
    g_signal_connect_object (history, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
}

static void
set_record (ToriTextField *self, ToriRecord *record)
{
  g_autofree char *notify = g_strconcat ("notify::", self->property, NULL);

  if (self->record == record)
    return;
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, record_changed_cb, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_object (record, notify, G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
tori_text_field_dispose (GObject *object)
{
  ToriTextField *self = TORI_TEXT_FIELD (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->caret_id, g_source_remove);
  set_record (self, NULL);
  set_history (self, NULL);
  g_clear_object (&self->lines);
  g_clear_object (&self->foreign);

  G_OBJECT_CLASS (tori_text_field_parent_class)->dispose (object);
}

static void
tori_text_field_finalize (GObject *object)
{
  ToriTextField *self = TORI_TEXT_FIELD (object);

  g_free (self->property);
  g_free (self->placeholder);

  G_OBJECT_CLASS (tori_text_field_parent_class)->finalize (object);
}

static void
write_meant_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tori_foreign_marks_replace (TORI_TEXT_FIELD (widget)->foreign);
}

static void
tori_text_field_class_init (ToriTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tori_text_field_get_property;
  object_class->dispose = tori_text_field_dispose;
  object_class->finalize = tori_text_field_finalize;
  widget_class->get_request_mode = tori_text_field_get_request_mode;
  widget_class->measure = tori_text_field_measure;
  widget_class->size_allocate = tori_text_field_size_allocate;
  widget_class->map = tori_text_field_map;
  widget_class->snapshot = tori_text_field_snapshot;
  widget_class->move_focus = tori_text_field_move_focus;
  widget_class->css_changed = tori_text_field_css_changed;
  widget_class->query_tooltip = tori_text_field_query_tooltip;
  tori_text_lines_add_keys (widget_class);
  gtk_widget_class_install_action (widget_class, "text.write-meant", NULL, write_meant_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "text.write-meant", NULL);

  props[PROP_LENGTH] =
      g_param_spec_uint ("length", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ToriTextField::make-record:
   * @self: a field without a record, into which something has been typed
   *
   * Emitted inside of the step that the key belongs to, so that what is made now is undone with it.
   *
   * Returns: (transfer full): the record that the text goes to
   */
  signals[SIGNAL_MAKE_RECORD] =
      g_signal_new ("make-record", TORI_TYPE_TEXT_FIELD, G_SIGNAL_RUN_LAST, 0,
                    g_signal_accumulator_first_wins, NULL, NULL, TORI_TYPE_RECORD, 0);
}

/* What the menu of a field offers besides the clipboard's. */
static void
add_menu (ToriTextField *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->lines != NULL)
    g_menu_append (menu, _ ("Sort by _Month"), "lines.sort");
  /* Translators: in the menu of a text that holds a character which other systems can't show. */
  g_menu_append (menu, _ ("_Replace Marked Character"), "text.write-meant");
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self), G_MENU_MODEL (menu));
}

static void
tori_text_field_init (ToriTextField *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "tori-text");
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 9);
  gtk_text_view_set_right_margin (view, 9);
  gtk_text_view_set_top_margin (view, 7);
  gtk_text_view_set_bottom_margin (view, 7);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  /* Chinese characters in their Japanese form, whatever the language of the interface. */
  self->language = gtk_text_buffer_create_tag (buffer, NULL, "language", "ja", NULL);
  self->foreign = tori_foreign_marks_new (view);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_menu (self);
  update_actions (self);

  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "begin-user-action", G_CALLBACK (begin_user_action_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "end-user-action", G_CALLBACK (end_user_action_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (text_inserted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->foreign, "step", G_CALLBACK (end_run), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (end_run), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * tori_text_field_new:
 * @step: what changes in it are called in the history
 * @property: the property of its records that it shows
 *
 * Returns: a field that shows nothing yet
 */
GtkWidget *
tori_text_field_new (ToriStep step, const char *property)
{
  ToriTextField *self = g_object_new (TORI_TYPE_TEXT_FIELD, NULL);

  self->step = step;
  self->property = g_strdup (property);
  return GTK_WIDGET (self);
}

/**
 * tori_text_field_set_record:
 * @self: a field
 * @history: by which it changes the record
 * @record: (nullable): the record that it shows; NULL when there is none yet
 */
void
tori_text_field_set_record (ToriTextField *self, ToriHistory *history, gpointer record)
{
  g_return_if_fail (TORI_IS_TEXT_FIELD (self));
  g_return_if_fail (record == NULL || TORI_IS_RECORD (record));

  set_history (self, history);
  if (self->record == record)
    return;
  set_record (self, record);
  if (!self->writing)
    show_record (self);
}

gpointer
tori_text_field_get_record (ToriTextField *self)
{
  g_return_val_if_fail (TORI_IS_TEXT_FIELD (self), NULL);

  return self->record;
}

/**
 * tori_text_field_get_property_name:
 * @self: a text field
 *
 * Returns: the property of its records that it shows
 */
const char *
tori_text_field_get_property_name (ToriTextField *self)
{
  g_return_val_if_fail (TORI_IS_TEXT_FIELD (self), NULL);

  return self->property;
}

/**
 * tori_text_field_set_single_line:
 * @self: a field
 * @single_line: whether it takes no line breaks; long lines still wrap
 */
void
tori_text_field_set_single_line (ToriTextField *self, gboolean single_line)
{
  g_return_if_fail (TORI_IS_TEXT_FIELD (self));

  self->single_line = single_line;
}

/**
 * tori_text_field_set_lined:
 * @self: a field that shows nothing yet
 *
 * Lets its lines mean what those of an entry's texts mean: bullets, headings, times.
 */
void
tori_text_field_set_lined (ToriTextField *self)
{
  g_return_if_fail (TORI_IS_TEXT_FIELD (self));
  g_return_if_fail (self->lines == NULL);

  self->lines = tori_text_lines_new (GTK_TEXT_VIEW (self));
  add_menu (self);
  g_signal_connect_object (self->lines, "step", G_CALLBACK (end_run), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

/**
 * tori_text_field_get_lines:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): its lines, if they mean anything
 */
ToriTextLines *
tori_text_field_get_lines (ToriTextField *self)
{
  g_return_val_if_fail (TORI_IS_TEXT_FIELD (self), NULL);

  return self->lines;
}

/**
 * tori_text_field_get_foreign:
 * @self: a field
 *
 * Returns: (transfer none): the marks of its characters that other systems can't show
 */
ToriForeignMarks *
tori_text_field_get_foreign (ToriTextField *self)
{
  g_return_val_if_fail (TORI_IS_TEXT_FIELD (self), NULL);

  return self->foreign;
}

/**
 * tori_text_field_set_placeholder:
 * @self: a field
 * @placeholder: (nullable): what it says while it is empty
 */
void
tori_text_field_set_placeholder (ToriTextField *self, const char *placeholder)
{
  g_return_if_fail (TORI_IS_TEXT_FIELD (self));

  g_free (self->placeholder);
  self->placeholder = g_strdup (placeholder);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tori_text_field_get_length:
 * @self: a field
 *
 * Returns: how many characters it holds
 */
guint
tori_text_field_get_length (ToriTextField *self)
{
  g_return_val_if_fail (TORI_IS_TEXT_FIELD (self), 0);

  return (guint) gtk_text_buffer_get_char_count (get_buffer (self));
}
