/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-timeline-private.h"

#include <glib/gi18n.h>

#include "model/tori-label.h"
#include "model/tori-year-words.h"
#include "ui/tori-initiative-words.h"
#include "ui/tori-span-words.h"

/* Where the keys are in the schedule, and what they and the pointer do there. */

/* --- The cell --- */

static char *
speak_lane (ToriTimeline *self, const ToriTimelineRow *row)
{
  ToriPlan *plan = tori_listing_get_plan (self->listing);
  const ToriSpan *span = tori_timeline_row_find_span (row, self->year);
  g_autofree char *year = NULL;

  if (span != NULL)
    return tori_span_words_speak (plan, span);
  year = tori_year_words (plan, self->year);
  /* Translators: spoken; %s is a fiscal year in which nothing is scheduled. */
  return g_strdup_printf (_ ("Nothing scheduled in %s"), year);
}

static char *
speak (ToriTimeline *self)
{
  const ToriTimelineRow *row = tori_timeline_rows_get (self->rows, self->row);

  if (row->initiative == NULL)
    {
      ToriPillar *pillar = tori_timeline_rows_get_pillar (self->rows, self->row);
      g_autofree char *label = tori_label_pillar (pillar);

      return g_strdup_printf ("%s %s", label, tori_pillar_get_title (pillar));
    }
  return row->item == NULL
             ? tori_initiative_words_row (row->initiative, tori_listing_get_year (self->listing))
             : speak_lane (self, row);
}

/**
 * tori_timeline_get_cell_area:
 * @self: a timeline with rows
 * @sizes: its sizes
 * @area: (out): where the keys are: a heading, an arrow, or a year without one
 */
void
tori_timeline_get_cell_area (ToriTimeline *self, const ToriTimelineSizes *sizes, graphene_rect_t *area)
{
  const ToriTimelineRow *row = tori_timeline_rows_get (self->rows, self->row);
  const ToriSpan *span = tori_timeline_row_find_span (row, self->year);

  tori_timeline_get_span_area (sizes, self->row, span == NULL ? self->year : span->from,
                               span == NULL ? self->year : span->to, area);
  if (row->item == NULL)
    {
      area->origin.x = 0;
      area->size.width = sizes->width;
    }
}

/* Gives the cell its place in the widget. */
void
tori_timeline_place_cell (ToriTimeline *self)
{
  GtkWidget *cell = self->cells[self->cell];
  ToriTimelineSizes sizes;
  graphene_rect_t area;

  if (!gtk_widget_get_child_visible (cell) || self->row >= tori_timeline_rows_get_n (self->rows))
    return;
  tori_timeline_get_sizes (self, &sizes);
  tori_timeline_get_cell_area (self, &sizes, &area);
  gtk_widget_get_preferred_size (cell, NULL, NULL);
  gtk_widget_size_allocate (cell,
                            &(GtkAllocation){ (int) area.origin.x, (int) area.origin.y,
                                              MAX ((int) area.size.width, 1), (int) area.size.height },
                            -1);
}

/* --- Going there --- */

static void
scroll_to (GtkAdjustment *adjustment, double from, double to, double before, double page)
{
  const double value = gtk_adjustment_get_value (adjustment);

  if (from < value + before)
    gtk_adjustment_set_value (adjustment, from - before);
  else if (to > value + page)
    gtk_adjustment_set_value (adjustment, to - page);
}

static void
scroll_to_cell (ToriTimeline *self)
{
  const ToriTimelineRow *row = tori_timeline_rows_get (self->rows, self->row);
  ToriTimelineSizes sizes;
  graphene_rect_t area;
  double y, x;

  tori_timeline_get_sizes (self, &sizes);
  tori_timeline_get_cell_area (self, &sizes, &area);
  y = (double) (area.origin.y + sizes.top);
  scroll_to (self->adjustments[GTK_ORIENTATION_VERTICAL], y, y + (double) sizes.row,
             (double) tori_timeline_get_pinned (&sizes, row), (double) sizes.height);
  x = (double) (sizes.name + sizes.year * (float) (self->year - sizes.first));
  if (row->item != NULL)
    scroll_to (self->adjustments[GTK_ORIENTATION_HORIZONTAL], x, x + (double) sizes.year, (double) sizes.name,
               (double) sizes.width);
}

/* The initiative where the keys are is the selected one. */
static void
select_row (ToriTimeline *self)
{
  ToriInitiative *initiative = tori_timeline_rows_get (self->rows, self->row)->initiative;
  guint position;

  if (initiative == NULL || !tori_listing_find (G_LIST_MODEL (self->selection), initiative, &position))
    return;
  self->moving = TRUE;
  gtk_selection_model_select_item (self->selection, position, TRUE);
  self->moving = FALSE;
}

/**
 * tori_timeline_go_to:
 * @self: a timeline
 * @row: a row
 * @year: a fiscal year
 * @focus: whether the focus goes there, too
 *
 * Puts the keys there, and brings it into sight.
 */
void
tori_timeline_go_to (ToriTimeline *self, guint row, int year, gboolean focus)
{
  const ToriYears *years = tori_plan_get_years (tori_listing_get_plan (self->listing));
  g_autofree char *words = NULL;
  const ToriTimelineRow *to;
  GtkWidget *cell;

  if (row >= tori_timeline_rows_get_n (self->rows))
    return;
  self->row = row;
  self->year = CLAMP (year, years->first, MAX (years->last, years->first));
  to = tori_timeline_rows_get (self->rows, row);
  words = speak (self);
  if (focus)
    self->cell = 1 - self->cell;
  cell = self->cells[self->cell];
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  to->item == NULL ? "" : tori_item_get_item (to->item), -1);
  gtk_widget_set_child_visible (cell, TRUE);
  if (focus)
    gtk_widget_grab_focus (cell);
  gtk_widget_set_child_visible (self->cells[1 - self->cell], FALSE);
  scroll_to_cell (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move (ToriTimeline *self, int rows, int years)
{
  const int n = (int) tori_timeline_rows_get_n (self->rows);
  const ToriTimelineRow *row;
  const ToriSpan *span;
  int year = self->year;

  if (n == 0)
    return;
  row = tori_timeline_rows_get (self->rows, self->row);
  span = tori_timeline_row_find_span (row, self->year);
  /* An arrow is one cell, however long it is. */
  if (years != 0 && span != NULL)
    year = years > 0 ? span->to : span->from;
  tori_timeline_go_to (self, (guint) CLAMP ((int) self->row + rows, 0, n - 1), year + years, TRUE);
  if (rows != 0)
    select_row (self);
}

static gboolean
key_cb (ToriTimeline *self, guint key, guint code, GdkModifierType state)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const gboolean control = (state & GDK_CONTROL_MASK) != 0;
  const guint n = tori_timeline_rows_get_n (self->rows);
  ToriTimelineSizes sizes;
  int page;

  if ((state & (GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  tori_timeline_get_sizes (self, &sizes);
  page = MAX ((int) (sizes.height / sizes.row) - 4, 1);
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: move (self, -1, 0); return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: move (self, 1, 0); return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: move (self, 0, rtl ? 1 : -1); return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: move (self, 0, rtl ? -1 : 1); return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up: move (self, -page, 0); return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down: move (self, page, 0); return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      if (control)
        move (self, -(int) self->row, 0);
      else
        tori_timeline_go_to (self, self->row, sizes.first, TRUE);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      if (control)
        move (self, (int) n, 0);
      else
        tori_timeline_go_to (self, self->row, sizes.last, TRUE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (n == 0 || tori_timeline_rows_get (self->rows, self->row)->initiative == NULL)
        return FALSE;
      select_row (self);
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-initiative", NULL);
    default: return FALSE;
    }
}

/* --- The pointer --- */

/* What is drawn at a place: a heading that stays in sight covers what is under it. */
static gboolean
find_row (ToriTimeline *self, const ToriTimelineSizes *sizes, double y, guint *row)
{
  const double height = (double) sizes->row, place = y + (double) sizes->top - height;
  guint pillar, head;

  if (y < height || place < 0 || place / height >= tori_timeline_rows_get_n (self->rows))
    return FALSE;
  tori_timeline_find_pinned (self, sizes, &pillar, &head);
  *row = (guint) (place / height);
  if (y < 2 * height)
    *row = pillar;
  else if (y < 3 * height && head < *row)
    *row = head;
  return TRUE;
}

static int
find_year (const ToriTimelineSizes *sizes, double x)
{
  const double from_start = sizes->rtl ? (double) sizes->width - x : x;

  if (from_start < (double) sizes->name)
    return sizes->first;
  return sizes->first
         + (int) ((from_start - (double) sizes->name + (double) sizes->left) / (double) sizes->year);
}

static void
pressed_cb (ToriTimeline *self, int n_press, double x, double y, GtkGesture *gesture)
{
  ToriTimelineSizes sizes;
  guint row;

  tori_timeline_get_sizes (self, &sizes);
  if (!find_row (self, &sizes, y, &row))
    return;
  tori_timeline_go_to (self, row, find_year (&sizes, x), TRUE);
  select_row (self);
  if (n_press == 2 && tori_timeline_rows_get (self->rows, row)->initiative != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-initiative", NULL);
}

static gboolean
scroll_cb (ToriTimeline *self, double dx, double dy, GtkEventController *scroll)
{
  ToriTimelineSizes sizes;

  if ((gtk_event_controller_get_current_event_state (scroll) & GDK_CONTROL_MASK) == 0)
    return FALSE;
  tori_timeline_get_sizes (self, &sizes);
  self->zoom_delta += dy;
  if (ABS (self->zoom_delta) < 1)
    return TRUE;
  tori_timeline_set_zoom (self, (int) (sizes.year / sizes.em + 0.5f) - (self->zoom_delta > 0 ? 1 : -1));
  self->zoom_delta = 0;
  return TRUE;
}

static gboolean
query_tooltip_cb (ToriTimeline *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *words = NULL;
  const ToriTimelineRow *row;
  const ToriSpan *span;
  ToriTimelineSizes sizes;
  guint place = self->row;

  tori_timeline_get_sizes (self, &sizes);
  if (!find_row (self, &sizes, y, &place))
    return FALSE;
  row = tori_timeline_rows_get (self->rows, place);
  if (row->initiative == NULL)
    return FALSE;
  span = tori_timeline_row_find_span (row, find_year (&sizes, x));
  if (row->item == NULL)
    words = tori_initiative_words_row (row->initiative, tori_listing_get_year (self->listing));
  else if (span != NULL)
    {
      g_autofree char *spoken = tori_span_words_speak (tori_listing_get_plan (self->listing), span);

      words = g_strdup_printf ("%s\n%s", tori_item_get_item (row->item), spoken);
    }
  else
    words = g_strdup (tori_item_get_item (row->item));
  gtk_tooltip_set_text (tooltip, words);
  return *words != '\0';
}

/**
 * tori_timeline_pick:
 * @self: a timeline
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: (transfer none) (nullable): the initiative that is shown there
 */
ToriInitiative *
tori_timeline_pick (ToriTimeline *self, double x, double y)
{
  ToriTimelineSizes sizes;
  guint row;

  g_return_val_if_fail (TORI_IS_TIMELINE (self), NULL);

  tori_timeline_get_sizes (self, &sizes);
  return find_row (self, &sizes, y, &row) ? tori_timeline_rows_get (self->rows, row)->initiative : NULL;
}

/* A widget that takes the focus and speaks; what it shows is drawn below it. */
static GtkWidget *
create_cell (ToriTimeline *self)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, "focusable",
                                  TRUE, "can-target", FALSE, NULL);

  gtk_widget_add_css_class (cell, "cell");
  gtk_widget_set_child_visible (cell, FALSE); /* until the keys are there */
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  return cell;
}

void
tori_timeline_add_controllers (ToriTimeline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();

  for (guint i = 0; i < 2; i++)
    self->cells[i] = create_cell (self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
