/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid-popover.h"

#include <glib/gi18n.h>

#include "model/tori-edit-lanes.h"
#include "model/tori-year-words.h"
#include "ui/tori-reason.h"
#include "ui/tori-span-words.h"
#include "ui/tori-spoken-name.h"

/*
 * The word, kind and years of one span. Whatever is chosen is done at once, what is typed when it is entered
 * or when the popover closes, however it closes: there is nothing to save and nothing to lose.
 */
struct _ToriScheduleGridPopover
{
  GtkPopover parent_instance;

  ToriHistory *history;
  ToriItem *item;
  guint lane;
  guint position; /* of the span among the lane's */
  guint n_spans;  /* as many as the lane had then: while it has as many, the place tells which one it is, */
  int year;       /* else one of its years does */
  int first;      /* of the years to choose from */
  char *known;    /* the word as the model has it, as far as we have heard */
  gboolean refreshing;

  GtkWidget *phase;
  GtkWidget *suggestions;
  GtkWidget *kind;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *message;
};

G_DEFINE_FINAL_TYPE (ToriScheduleGridPopover, tori_schedule_grid_popover, GTK_TYPE_POPOVER)

#define LEAST_IN_A_LINE 3
#define MOST_IN_A_LINE 4
#define SPACING 6

static const ToriSpan *
find_span (ToriScheduleGridPopover *self, guint *position)
{
  const ToriLanes *lanes = tori_item_get_lanes (self->item);
  guint n_spans;
  const ToriSpan *spans = tori_lanes_get_spans (lanes, self->lane, &n_spans);

  if (n_spans == 0 || n_spans != self->n_spans)
    return tori_lanes_find_span (lanes, self->lane, self->year, position);
  *position = self->position;
  return &spans[self->position];
}

static int
get_chosen_year (ToriScheduleGridPopover *self, GtkWidget *chooser)
{
  return self->first + (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser));
}

static void
set_message (ToriScheduleGridPopover *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_widget_set_visible (self->message, *message != '\0');
}

/* Makes the span what the popover shows, or says why not and shows what the span is. */
static void
commit (ToriScheduleGridPopover *self)
{
  guint position;
  const ToriSpan *former = find_span (self, &position);
  const ToriSpan *in_the_way;
  g_autofree char *unknown = NULL;
  g_autofree char *phase = NULL;
  ToriSpan span;

  if (former == NULL || self->refreshing || tori_record_get_list (TORI_RECORD (self->item)) == NULL)
    return;
  unknown = g_strdup (former->unknown);
  phase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->phase)));
  span = (ToriSpan){ phase, get_chosen_year (self, self->from), get_chosen_year (self, self->to),
                     (ToriSpanKind) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)), unknown };
  if (span.from > span.to) /* the end that was not touched comes along */
    {
      if (span.from != former->from)
        span.to = span.from;
      else
        span.from = span.to;
    }
  /* A drop down that was put back after a refusal says so once more; the reason has to stay. */
  if (span.from == former->from && span.to == former->to && span.kind == former->kind
      && g_strcmp0 (span.phase, former->phase == NULL ? "" : former->phase) == 0)
    return;
  self->n_spans = 0; /* its place may change, its year is known */
  self->year = span.from;
  in_the_way = tori_edit_set_span (self->history, self->item, self->lane, position, &span);
  if (in_the_way != NULL)
    {
      g_autofree char *message =
          tori_span_words_in_the_way (tori_history_get_plan (self->history), in_the_way);

      self->year = former->from;
      set_message (self, message);
      gtk_widget_error_bell (GTK_WIDGET (self));
      tori_schedule_grid_popover_refresh (self);
    }
  else
    set_message (self, "");
}

static void
chosen_cb (ToriScheduleGridPopover *self)
{
  commit (self);
}

static void
entered_cb (ToriScheduleGridPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self)); /* which commits */
}

static void
suggested_cb (ToriScheduleGridPopover *self, GtkWidget *button)
{
  gtk_editable_set_text (GTK_EDITABLE (self->phase), gtk_button_get_label (GTK_BUTTON (button)));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
remove_cb (ToriScheduleGridPopover *self)
{
  guint position;

  if (find_span (self, &position) != NULL)
    tori_edit_remove_span (self->history, self->item, self->lane, position);
}

static void
tori_schedule_grid_popover_closed (GtkPopover *popover)
{
  commit (TORI_SCHEDULE_GRID_POPOVER (popover));
}

static void
fill_suggestions (ToriScheduleGridPopover *self)
{
  const char *const *phases = tori_plan_get_phases (tori_history_get_plan (self->history));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->suggestions)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->suggestions), child);
  for (guint i = 0; phases[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (phases[i]);

      g_signal_connect_swapped (button, "clicked", G_CALLBACK (suggested_cb), self);
      gtk_flow_box_append (GTK_FLOW_BOX (self->suggestions), button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
  gtk_widget_set_visible (self->suggestions, phases[0] != NULL);
}

static void
fill_years (ToriScheduleGridPopover *self, GtkWidget *chooser, int last)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);

  for (int year = self->first; year <= last; year++)
    gtk_string_list_take (years, tori_year_words (tori_history_get_plan (self->history), year));
  gtk_drop_down_set_model (GTK_DROP_DOWN (chooser), G_LIST_MODEL (years));
}

static GtkWidget *
attach (GtkWidget *grid, int row, const char *title, GtkWidget *field)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  if (GTK_IS_DROP_DOWN (field))
    tori_spoken_name_drop_down (GTK_DROP_DOWN (field), gtk_label_get_text (GTK_LABEL (label)));
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), field, 1, row, 1, 1);
  return field;
}

static GtkWidget *
make_kinds (void)
{
  GtkStringList *kinds = gtk_string_list_new (NULL);

  for (ToriSpanKind kind = TORI_SPAN_PLANNED; kind <= TORI_SPAN_ACTUAL; kind++)
    gtk_string_list_append (kinds, tori_span_words_kind (kind));
  return gtk_drop_down_new (G_LIST_MODEL (kinds), NULL);
}

static void
tori_schedule_grid_popover_dispose (GObject *object)
{
  ToriScheduleGridPopover *self = TORI_SCHEDULE_GRID_POPOVER (object);

  self->refreshing = TRUE; /* a popover that goes with its widget commits nothing */
  G_OBJECT_CLASS (tori_schedule_grid_popover_parent_class)->dispose (object);
}

static void
tori_schedule_grid_popover_finalize (GObject *object)
{
  ToriScheduleGridPopover *self = TORI_SCHEDULE_GRID_POPOVER (object);

  g_clear_object (&self->history);
  g_clear_object (&self->item);
  g_free (self->known);

  G_OBJECT_CLASS (tori_schedule_grid_popover_parent_class)->finalize (object);
}

static void
tori_schedule_grid_popover_class_init (ToriScheduleGridPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_schedule_grid_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = tori_schedule_grid_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = tori_schedule_grid_popover_closed;
}

static void
make_fields (ToriScheduleGridPopover *self, GtkWidget *grid)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string ("ja")));
  /* Translators: the word on an arrow of the schedule (検討, 実施 …). */
  self->phase = attach (grid, 0, _ ("_Phase"), gtk_entry_new ());
  gtk_entry_set_attributes (GTK_ENTRY (self->phase), attributes);
  pango_attr_list_unref (attributes);
  g_signal_connect_swapped (self->phase, "activate", G_CALLBACK (entered_cb), self);

  self->suggestions = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->suggestions), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->suggestions), LEAST_IN_A_LINE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->suggestions), MOST_IN_A_LINE);
  gtk_grid_attach (GTK_GRID (grid), self->suggestions, 0, 1, 2, 1);

  /* Translators: whether a phase is planned, revised or actual. */
  self->kind = attach (grid, 2, _ ("_Kind"), make_kinds ());
  /* Translators: the first fiscal year of a phase. */
  self->from = attach (grid, 3, _ ("_From"), gtk_drop_down_new (NULL, NULL));
  /* Translators: the last fiscal year of a phase. */
  self->to = attach (grid, 4, _ ("_To"), gtk_drop_down_new (NULL, NULL));
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->from, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->to, "notify::selected", G_CALLBACK (chosen_cb), self);

  self->message = tori_reason_new ();
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 36);
  gtk_grid_attach (GTK_GRID (grid), self->message, 0, 5, 2, 1);
}

static void
tori_schedule_grid_popover_init (ToriScheduleGridPopover *self)
{
  GtkWidget *grid = gtk_grid_new ();
  /* Translators: button; removes an arrow of the schedule. */
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Remove Phase"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), SPACING);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 2 * SPACING);
  g_object_set (grid, "margin-top", SPACING, "margin-bottom", SPACING, "margin-start", SPACING, "margin-end",
                SPACING, NULL);
  make_fields (self, grid);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_grid_attach (GTK_GRID (grid), button, 0, 6, 2, 1);
  gtk_popover_set_child (GTK_POPOVER (self), grid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: spoken; the popover in which an arrow is edited. */
                                  _ ("Phase of the schedule"), -1);
}

/**
 * tori_schedule_grid_popover_new:
 * @history: the history of the plan
 * @item: a schedule item
 *
 * Returns: (transfer floating): a popover for the spans of the item
 */
GtkWidget *
tori_schedule_grid_popover_new (ToriHistory *history, ToriItem *item)
{
  ToriScheduleGridPopover *self = g_object_new (TORI_TYPE_SCHEDULE_GRID_POPOVER, NULL);

  self->history = g_object_ref (history);
  self->item = g_object_ref (item);
  return GTK_WIDGET (self);
}

/**
 * tori_schedule_grid_popover_edit:
 * @self: a popover
 * @lane: a lane of its item
 * @year: a year of one of the lane's spans
 * @first: the first year to choose from
 * @last: the last year to choose from
 *
 * Pops up with that span, the word ready to be typed over.
 */
void
tori_schedule_grid_popover_edit (ToriScheduleGridPopover *self, guint lane, int year, int first, int last)
{
  g_return_if_fail (TORI_IS_SCHEDULE_GRID_POPOVER (self));

  self->refreshing = TRUE;
  self->lane = lane;
  self->year = year;
  self->n_spans = 0;
  self->first = first;
  g_clear_pointer (&self->known, g_free);
  fill_suggestions (self);
  fill_years (self, self->from, last);
  fill_years (self, self->to, last);
  self->refreshing = FALSE;
  set_message (self, "");
  tori_schedule_grid_popover_refresh (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->phase);
}

int
tori_schedule_grid_popover_get_year (ToriScheduleGridPopover *self)
{
  g_return_val_if_fail (TORI_IS_SCHEDULE_GRID_POPOVER (self), 0);

  return self->year;
}

guint
tori_schedule_grid_popover_get_lane (ToriScheduleGridPopover *self)
{
  g_return_val_if_fail (TORI_IS_SCHEDULE_GRID_POPOVER (self), 0);

  return self->lane;
}

/**
 * tori_schedule_grid_popover_refresh:
 * @self: a popover
 *
 * Shows the span as it is now, and closes when it is gone. What is being typed stays, unless the word itself
 * was changed elsewhere.
 */
void
tori_schedule_grid_popover_refresh (ToriScheduleGridPopover *self)
{
  const ToriSpan *span;
  const char *phase;
  guint position;

  g_return_if_fail (TORI_IS_SCHEDULE_GRID_POPOVER (self));

  span = find_span (self, &position);
  if (span == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  self->position = position;
  self->year = span->from;
  tori_lanes_get_spans (tori_item_get_lanes (self->item), self->lane, &self->n_spans);
  phase = span->phase == NULL ? "" : span->phase;
  self->refreshing = TRUE;
  if (g_strcmp0 (self->known, phase) != 0)
    {
      g_free (self->known);
      self->known = g_strdup (phase);
      gtk_editable_set_text (GTK_EDITABLE (self->phase), phase);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), span->kind);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->from), (guint) (span->from - self->first));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->to), (guint) (span->to - self->first));
  self->refreshing = FALSE;
}
