/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-timeline-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/tori-em.h"

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_ZOOM
} ToriTimelineProp;

static GParamSpec *zoom_pspec;

/* In ems; the names take a share of a narrow window only. */
#define NAME_WIDTH 22
#define NAME_SHARE 0.42f
#define ROW_HEIGHT 2.1f

G_DEFINE_FINAL_TYPE_WITH_CODE (ToriTimeline,
                               tori_timeline,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- Sizes --- */

/**
 * tori_timeline_get_sizes:
 * @self: a timeline
 * @sizes: (out): where everything is at the moment
 */
void
tori_timeline_get_sizes (ToriTimeline *self, ToriTimelineSizes *sizes)
{
  const ToriYears *years = tori_plan_get_years (tori_listing_get_plan (self->listing));
  const float n = (float) MAX (years->last - years->first + 1, 1);

  sizes->em = tori_em (GTK_WIDGET (self));
  sizes->width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  sizes->height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  sizes->row = floorf (ROW_HEIGHT * sizes->em);
  sizes->name = floorf (MIN (NAME_WIDTH * sizes->em, NAME_SHARE * sizes->width));
  sizes->year = MAX ((sizes->width - sizes->name) / n, TORI_TIMELINE_LEAST_YEAR * sizes->em);
  if (self->zoom > 0)
    sizes->year = MAX ((float) self->zoom * sizes->em, sizes->year);
  sizes->left = (float) gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  sizes->top = (float) gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  sizes->first = years->first;
  sizes->last = MAX (years->last, years->first);
  sizes->rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/**
 * tori_timeline_get_pinned:
 * @sizes: the sizes
 * @row: a row
 *
 * Returns: how far down the years and the headings over this row reach, which stay in sight
 */
float
tori_timeline_get_pinned (const ToriTimelineSizes *sizes, const ToriTimelineRow *row)
{
  if (row->initiative == NULL)
    return sizes->row;
  return row->item == NULL ? 2 * sizes->row : 3 * sizes->row;
}

/**
 * tori_timeline_get_span_area:
 * @sizes: the sizes
 * @row: the place of a row
 * @from: a fiscal year
 * @to: one that is not before it
 * @area: (out): where these years of the row are in the widget
 */
void
tori_timeline_get_span_area (
    const ToriTimelineSizes *sizes, guint row, int from, int to, graphene_rect_t *area)
{
  const float start =
      sizes->name + sizes->year * (float) (MAX (from, sizes->first) - sizes->first) - sizes->left;
  const float width = sizes->year * (float) (MIN (to, sizes->last) - MAX (from, sizes->first) + 1);

  graphene_rect_init (area, sizes->rtl ? sizes->width - start - width : start,
                      sizes->row * (float) (row + 1) - sizes->top, MAX (width, 0), sizes->row);
}

/**
 * tori_timeline_find_pinned:
 * @self: a timeline with rows
 * @sizes: its sizes
 * @pillar: (out): the pillar's row that stays in sight under the years
 * @head: (out): the initiative's row that stays in sight under it; the number of rows when none has to
 */
void
tori_timeline_find_pinned (ToriTimeline *self, const ToriTimelineSizes *sizes, guint *pillar, guint *head)
{
  const guint n = tori_timeline_rows_get_n (self->rows);
  const guint first = MIN ((guint) (sizes->top / sizes->row), n - 1);
  const ToriTimelineRow *row;

  for (*pillar = first; tori_timeline_rows_get (self->rows, *pillar)->initiative != NULL;)
    *pillar = tori_timeline_rows_get (self->rows, *pillar)->head;
  *head = MIN (first + 1, n - 1);
  row = tori_timeline_rows_get (self->rows, *head);
  if (row->item != NULL)
    *head = row->head;
  if (row->initiative == NULL || sizes->row * (float) (*head + 1) - sizes->top >= 2 * sizes->row)
    *head = n;
}

/* --- Scrolling --- */

static void
configure (ToriTimeline *self)
{
  ToriTimelineSizes sizes;
  float whole_width, whole_height;

  tori_timeline_get_sizes (self, &sizes);
  whole_width = sizes.name + sizes.year * (float) (sizes.last - sizes.first + 1);
  whole_height = sizes.row * (float) (tori_timeline_rows_get_n (self->rows) + 1);
  gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], (double) sizes.left, 0,
                            (double) MAX (floorf (whole_width), sizes.width), (double) sizes.year,
                            (double) (sizes.width - sizes.name), (double) sizes.width);
  gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_VERTICAL], (double) sizes.top, 0,
                            (double) MAX (whole_height, sizes.height), (double) sizes.row,
                            (double) (sizes.height - 3 * sizes.row), (double) sizes.height);
}

static void
scrolled_cb (ToriTimeline *self)
{
  if (!self->allocating) /* which would never end */
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (ToriTimeline *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ensure_rows (ToriTimeline *self)
{
  if (self->rows != NULL)
    return;
  self->rows = tori_timeline_rows_new (tori_listing_get_in_order (self->listing));
  self->row = MIN (self->row, MAX (tori_timeline_rows_get_n (self->rows), 1) - 1);
}

static void
tori_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ToriTimeline *self = TORI_TIMELINE (widget);

  ensure_rows (self);
  self->allocating = TRUE;
  configure (self);
  self->allocating = FALSE;
  tori_timeline_place_cell (self);
}

static void
tori_timeline_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  const float em = tori_em (widget);

  *minimum = (int) (em * 8);
  *natural = (int) (em * 40);
}

/* --- Keeping up --- */

/* The rows are those of the plan as it is no more. */
static void
drop_rows (ToriTimeline *self)
{
  g_clear_pointer (&self->rows, tori_timeline_rows_free);
  /* Not only allocated: what is around it may want to show or hide a scroll bar. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
update_cb (gpointer data)
{
  ToriTimeline *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  self->update_id = 0;
  ensure_rows (self);
  tori_timeline_go_to (self, self->row, self->year,
                       focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
  return G_SOURCE_REMOVE;
}

/* Rows point into the plan, so nothing is drawn from them once it has changed. Keys may come in the same
 * frame, just before it is laid out: the rows are made anew there, or in the idle, whichever is first. */
static void
queue_update (ToriTimeline *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  drop_rows (self);
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
changed_cb (ToriTimeline *self, ToriRecord *source)
{
  if (tori_record_get_ancestor (source, TORI_TYPE_INITIATIVE) == NULL || TORI_IS_INITIATIVE (source)
      || TORI_IS_ITEM (source))
    queue_update (self);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self)); /* a level stands at the head of its initiative */
}

static void
selection_cb (ToriTimeline *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tori_timeline_map (GtkWidget *widget)
{
  drop_rows (TORI_TIMELINE (widget));
  ensure_rows (TORI_TIMELINE (widget));

  GTK_WIDGET_CLASS (tori_timeline_parent_class)->map (widget);
}

static void
tori_timeline_unmap (GtkWidget *widget)
{
  ToriTimeline *self = TORI_TIMELINE (widget);

  GTK_WIDGET_CLASS (tori_timeline_parent_class)->unmap (widget);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->rows, tori_timeline_rows_free);
}

/* Keys go on where the selected initiative is. */
static gboolean
tori_timeline_grab_focus (GtkWidget *widget)
{
  ToriTimeline *self = TORI_TIMELINE (widget);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint row = self->row;

  if (tori_timeline_rows_get_n (self->rows) == 0)
    return FALSE;
  if (!gtk_bitset_is_empty (selected))
    {
      g_autoptr (ToriInitiative) initiative =
          g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));
      const guint found = tori_timeline_rows_find (self->rows, initiative);

      if (found < tori_timeline_rows_get_n (self->rows)
          && tori_timeline_rows_get (self->rows, self->row)->initiative != initiative)
        row = found;
    }
  tori_timeline_go_to (self, row, self->year, TRUE);
  return TRUE;
}

/* --- GObject --- */

static void
tori_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriTimeline *self = TORI_TIMELINE (object);

  switch ((ToriTimelineProp) id)
    {
    case PROP_HADJUSTMENT: g_value_set_object (value, self->adjustments[0]); return;
    case PROP_VADJUSTMENT: g_value_set_object (value, self->adjustments[1]); return;
    case PROP_HSCROLL_POLICY: g_value_set_enum (value, self->policies[0]); return;
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, self->policies[1]); return;
    case PROP_ZOOM: g_value_set_int (value, self->zoom); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ToriTimeline *self = TORI_TIMELINE (object);

  switch ((ToriTimelineProp) id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      return;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      return;
    case PROP_HSCROLL_POLICY: self->policies[0] = (GtkScrollablePolicy) g_value_get_enum (value); return;
    case PROP_VSCROLL_POLICY: self->policies[1] = (GtkScrollablePolicy) g_value_get_enum (value); return;
    case PROP_ZOOM: tori_timeline_set_zoom (self, g_value_get_int (value)); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_timeline_dispose (GObject *object)
{
  ToriTimeline *self = TORI_TIMELINE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->rows, tori_timeline_rows_free);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&self->cells[i], gtk_widget_unparent);
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  if (self->listing != NULL)
    g_signal_handlers_disconnect_by_data (tori_listing_get_in_order (self->listing), self);
  g_clear_object (&self->selection);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (tori_timeline_parent_class)->dispose (object);
}

static void
tori_timeline_class_init (ToriTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tori_timeline_get_property;
  object_class->set_property = tori_timeline_set_property;
  object_class->dispose = tori_timeline_dispose;
  widget_class->size_allocate = tori_timeline_size_allocate;
  widget_class->measure = tori_timeline_measure;
  widget_class->snapshot = tori_timeline_snapshot;
  widget_class->map = tori_timeline_map;
  widget_class->unmap = tori_timeline_unmap;
  widget_class->grab_focus = tori_timeline_grab_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  zoom_pspec = g_param_spec_int ("zoom", NULL, NULL, 0, TORI_TIMELINE_MOST_YEAR, 0,
                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_ZOOM, zoom_pspec);

  gtk_widget_class_set_css_name (widget_class, "tori-timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tori_timeline_init (ToriTimeline *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what a screen reader calls the table of arrows. */
                                  _ ("Schedule"), -1);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  tori_timeline_add_controllers (self);
}

/**
 * tori_timeline_new:
 * @listing: what is shown
 * @selection: which of it is selected
 *
 * Returns: (transfer floating): the arrows of all of it
 */
GtkWidget *
tori_timeline_new (ToriListing *listing, GtkSelectionModel *selection)
{
  ToriTimeline *self = g_object_new (TORI_TYPE_TIMELINE, NULL);

  self->listing = g_object_ref (listing);
  self->selection = g_object_ref (selection);
  self->year = tori_listing_get_year (listing);
  g_signal_connect_object (tori_listing_get_in_order (listing), "items-changed", G_CALLBACK (queue_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (listing, "notify::year", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (listing, "notify::search", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tori_listing_get_plan (listing), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tori_timeline_reveal:
 * @self: a timeline
 * @initiative: an initiative
 *
 * Brings it into sight, with the keys at its heading unless they are in one of its rows.
 */
void
tori_timeline_reveal (ToriTimeline *self, ToriInitiative *initiative)
{
  const guint row = tori_timeline_rows_find (self->rows, initiative);

  g_return_if_fail (TORI_IS_TIMELINE (self));

  if (row < tori_timeline_rows_get_n (self->rows) && !self->moving
      && tori_timeline_rows_get (self->rows, self->row)->initiative != initiative)
    tori_timeline_go_to (self, row, self->year, FALSE);
}

int
tori_timeline_get_zoom (ToriTimeline *self)
{
  g_return_val_if_fail (TORI_IS_TIMELINE (self), 0);

  return self->zoom;
}

/**
 * tori_timeline_set_zoom:
 * @self: a timeline
 * @ems: how wide a year is, in ems; 0 for as wide as there is room
 */
void
tori_timeline_set_zoom (ToriTimeline *self, int ems)
{
  g_return_if_fail (TORI_IS_TIMELINE (self));

  ems = ems <= 0 ? 0 : CLAMP (ems, TORI_TIMELINE_LEAST_YEAR, TORI_TIMELINE_MOST_YEAR);
  if (self->zoom == ems)
    return;
  self->zoom = ems;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), zoom_pspec);
}
