/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid-cell.h"

#include <glib/gi18n.h>

#include "model/tori-year-words.h"
#include "ui/tori-arrow.h"
#include "ui/tori-span-words.h"

/*
 * One place of a lane where the cursor can stand: a span with all of its years, or one year without a span.
 * It is a widget of its own so that it has the focus and says what it is; what its keys do is up to the lanes
 * around it. It is not changed but made anew when the lane changes.
 */
struct _ToriScheduleGridCell
{
  GtkWidget parent_instance;

  guint lane;
  int from;
  int to;
  gboolean is_blank;
  gboolean is_gap; /* blank, with spans before and after it */
  ToriSpanKind kind;
  char *phase;
  char *spoken;
};

G_DEFINE_FINAL_TYPE (ToriScheduleGridCell, tori_schedule_grid_cell, GTK_TYPE_WIDGET)

#define MARGIN 3  /* around the arrow */
#define PADDING 5 /* inside of it */
#define MOST_LINES 2
#define GAP_DOTS 3.

static PangoLayout *
create_layout (ToriScheduleGridCell *self, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->phase);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string ("ja")));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -MOST_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* What is left for the word: the point of the arrow is as deep as that of an arrow of one line. */
static int
get_text_width (ToriScheduleGridCell *self, int width, int line)
{
  const float inner = (float) (width - 2 * MARGIN);

  return (int) (inner - PADDING - tori_arrow_get_point (inner, (float) (line + 2 * PADDING)));
}

static int
get_line (ToriScheduleGridCell *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "年");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static GtkSizeRequestMode
tori_schedule_grid_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tori_schedule_grid_cell_measure (GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  ToriScheduleGridCell *self = TORI_SCHEDULE_GRID_CELL (widget);
  int height = get_line (self);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  if (for_size > 0 && !self->is_blank)
    {
      g_autoptr (PangoLayout) layout = create_layout (self, get_text_width (self, for_size, height));
      int text;

      pango_layout_get_pixel_size (layout, NULL, &text);
      height = MAX (height, text);
    }
  *minimum = *natural = height + 2 * (MARGIN + PADDING);
}

static void
draw_gap (GtkSnapshot *snapshot, const GdkRGBA *color, int width, int height)
{
  const double dots[] = { 0, GAP_DOTS };
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  GdkRGBA dim = *color;

  dim.alpha *= 0.55f;
  gdk_cairo_set_source_rgba (cr, &dim);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, 2 * MARGIN, height / 2.0);
  cairo_line_to (cr, width - 2 * MARGIN, height / 2.0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_span (ToriScheduleGridCell *self, GtkSnapshot *snapshot, const GdkRGBA *color, int width, int height)
{
  const GtkTextDirection direction = gtk_widget_get_direction (GTK_WIDGET (self));
  const int text_width = get_text_width (self, width, get_line (self));
  g_autoptr (PangoLayout) layout = create_layout (self, text_width);
  GdkRGBA on = *color;
  int text_height;

  tori_arrow_snapshot (
      snapshot,
      &GRAPHENE_RECT_INIT (MARGIN, MARGIN, (float) (width - 2 * MARGIN), (float) (height - 2 * MARGIN)),
      self->kind, color, direction);
  if (self->kind == TORI_SPAN_ACTUAL)
    gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "view_bg_color", &on);

  pango_layout_get_pixel_size (layout, NULL, &text_height);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (direction == GTK_TEXT_DIR_RTL
                                                                       ? width - MARGIN - PADDING - text_width
                                                                       : MARGIN + PADDING),
                                                          (float) ((height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &on);
  gtk_snapshot_restore (snapshot);
}

static void
draw_focus (ToriScheduleGridCell *self, GtkSnapshot *snapshot, const GdkRGBA *color, int width, int height)
{
  GskRoundedRect outline;
  GdkRGBA ring = *color;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &ring);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height), 4);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ ring, ring, ring, ring });
}

static void
tori_schedule_grid_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ToriScheduleGridCell *self = TORI_SCHEDULE_GRID_CELL (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (!self->is_blank)
    draw_span (self, snapshot, &color, width, height);
  else if (self->is_gap)
    draw_gap (snapshot, &color, width, height);
  if (gtk_widget_has_focus (widget))
    draw_focus (self, snapshot, &color, width, height);
}

/* Not the tooltip's text as a property, which would be read out once more. */
static gboolean
tori_schedule_grid_cell_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, TORI_SCHEDULE_GRID_CELL (widget)->spoken);
  return TRUE;
}

static void
has_focus_cb (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
}

static void
tori_schedule_grid_cell_finalize (GObject *object)
{
  ToriScheduleGridCell *self = TORI_SCHEDULE_GRID_CELL (object);

  g_free (self->phase);
  g_free (self->spoken);

  G_OBJECT_CLASS (tori_schedule_grid_cell_parent_class)->finalize (object);
}

/* Left and right are where they are seen: where time runs to the left, Left goes on in time. */
static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  const char *action;
  int by;

  g_variant_get (args, "(&si)", &action, &by);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  return gtk_widget_activate_action (widget, action, "i", by);
}

static void
bind_sideways (GtkWidgetClass *klass, GdkModifierType modifiers, const char *action)
{
  const guint left[] = { GDK_KEY_Left, GDK_KEY_KP_Left }, right[] = { GDK_KEY_Right, GDK_KEY_KP_Right };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      gtk_widget_class_add_binding (klass, left[i], modifiers, step_cb, "(si)", action, -1);
      gtk_widget_class_add_binding (klass, right[i], modifiers, step_cb, "(si)", action, 1);
    }
}

/* The keys sit here and not on the lanes, because the lanes also hold popovers with entries. */
static void
add_bindings (GtkWidgetClass *klass)
{
  bind_sideways (klass, 0, "cell.year");
  bind_sideways (klass, GDK_SHIFT_MASK, "span.stretch-end");
  bind_sideways (klass, GDK_SHIFT_MASK | GDK_CONTROL_MASK, "span.stretch-start");
  bind_sideways (klass, GDK_CONTROL_MASK, "span.move");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Up, 0, "cell.lane", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Up, 0, "cell.lane", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, 0, "cell.lane", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Down, 0, "cell.lane", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Home, 0, "cell.year", "i", -G_MAXSHORT);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_End, 0, "cell.year", "i", G_MAXSHORT);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, 0, "span.edit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, 0, "span.edit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "span.remove", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Delete, 0, "span.remove", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, 0, "schedule.add-lane", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Insert, 0, "schedule.add-lane", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, GDK_CONTROL_MASK, "schedule.remove-lane", "i",
                                       -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "span.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "span.menu", NULL);
}

static void
tori_schedule_grid_cell_class_init (ToriScheduleGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tori_schedule_grid_cell_finalize;
  widget_class->get_request_mode = tori_schedule_grid_cell_get_request_mode;
  widget_class->measure = tori_schedule_grid_cell_measure;
  widget_class->snapshot = tori_schedule_grid_cell_snapshot;
  widget_class->query_tooltip = tori_schedule_grid_cell_query_tooltip;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  add_bindings (widget_class);
}

static void
tori_schedule_grid_cell_init (ToriScheduleGridCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (has_focus_cb), NULL);
}

static void
set_spoken (ToriScheduleGridCell *self, char *spoken)
{
  self->spoken = spoken;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * tori_schedule_grid_cell_new_span:
 * @plan: the plan
 * @span: one of its spans
 *
 * Returns: (transfer floating): the cell of the span
 */
GtkWidget *
tori_schedule_grid_cell_new_span (ToriPlan *plan, const ToriSpan *span)
{
  ToriScheduleGridCell *self = g_object_new (TORI_TYPE_SCHEDULE_GRID_CELL, NULL);

  self->from = span->from;
  self->to = span->to;
  self->kind = span->kind;
  self->phase = g_strdup (span->phase == NULL ? "" : span->phase);
  set_spoken (self, tori_span_words_speak (plan, span));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  return GTK_WIDGET (self);
}

/**
 * tori_schedule_grid_cell_new_blank:
 * @plan: the plan
 * @year: a fiscal year
 * @is_gap: whether there are spans before and after it in its lane
 *
 * Returns: (transfer floating): the cell of a year without a span
 */
GtkWidget *
tori_schedule_grid_cell_new_blank (ToriPlan *plan, int year, gboolean is_gap)
{
  ToriScheduleGridCell *self = g_object_new (TORI_TYPE_SCHEDULE_GRID_CELL, NULL);
  g_autofree char *words = tori_year_words (plan, year);

  if (is_gap)
    /* Translators: spoken; a year between two phases of a schedule. */
    set_spoken (self, g_strdup_printf (_ ("Gap, %s"), words));
  else
    /* Translators: spoken; a year of a schedule in which there is no phase. */
    set_spoken (self, g_strdup_printf (_ ("Empty, %s"), words));
  self->from = self->to = year;
  self->is_blank = TRUE;
  self->is_gap = is_gap;
  return GTK_WIDGET (self);
}

/**
 * tori_schedule_grid_cell_set_lane:
 * @self: a cell
 * @lane: the lane that it stands in
 * @n_lanes: how many lanes its item has
 */
void
tori_schedule_grid_cell_set_lane (ToriScheduleGridCell *self, guint lane, guint n_lanes)
{
  g_return_if_fail (TORI_IS_SCHEDULE_GRID_CELL (self));

  self->lane = lane;
  if (n_lanes > 1)
    {
      /* Translators: spoken; the place of a phase among the parallel lines of its schedule item. */
      g_autofree char *spoken = g_strdup_printf (_ ("Lane %u of %u"), lane + 1, n_lanes);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
    }
}

guint
tori_schedule_grid_cell_get_lane (ToriScheduleGridCell *self)
{
  g_return_val_if_fail (TORI_IS_SCHEDULE_GRID_CELL (self), 0);

  return self->lane;
}

int
tori_schedule_grid_cell_get_from (ToriScheduleGridCell *self)
{
  g_return_val_if_fail (TORI_IS_SCHEDULE_GRID_CELL (self), 0);

  return self->from;
}

int
tori_schedule_grid_cell_get_to (ToriScheduleGridCell *self)
{
  g_return_val_if_fail (TORI_IS_SCHEDULE_GRID_CELL (self), 0);

  return self->to;
}

gboolean
tori_schedule_grid_cell_is_blank (ToriScheduleGridCell *self)
{
  g_return_val_if_fail (TORI_IS_SCHEDULE_GRID_CELL (self), TRUE);

  return self->is_blank;
}
