/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-phase-strip.h"

#include <glib/gi18n.h>

#include "model/tori-item.h"
#include "model/tori-year-words.h"
#include "ui/tori-arrow.h"
#include "ui/tori-span-words.h"

/*
 * An initiative's whole schedule at a glance, in a row of a list: the words of the shown year above, below
 * them the arrows of all years, the shown year marked. It keeps nothing but the initiative and draws from the
 * model, because a list has hundreds of them and gives them to other rows all the time.
 */
struct _ToriPhaseStrip
{
  GtkWidget parent_instance;

  ToriInitiative *initiative;
  gulong changed_id;
  int year;
};

G_DEFINE_FINAL_TYPE (ToriPhaseStrip, tori_phase_strip, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_INITIATIVE = 1,
  PROP_YEAR,
} ToriPhaseStripProp;

static GParamSpec *props[PROP_YEAR + 1];

/* Of many lanes, those that fit in are laid into this many tracks; the rest is laid over the last one. */
#define N_TRACKS 3
#define MIN_EMS 5
#define NATURAL_EMS 12
#define TRACK_GAP 1.f

typedef void (*Visit) (ToriItem *item, const ToriSpan *span, gpointer data);

static void
visit_spans (ToriPhaseStrip *self, Visit visit, gpointer data)
{
  ToriList *items = self->initiative == NULL ? NULL : tori_initiative_get_schedule (self->initiative);

  for (guint i = 0; items != NULL && i < tori_list_get_length (items); i++)
    {
      ToriItem *item = tori_list_get (items, i);
      const ToriLanes *lanes = tori_item_get_lanes (item);

      for (guint j = 0; j < tori_lanes_get_n_lanes (lanes); j++)
        {
          guint n_spans;
          const ToriSpan *spans = tori_lanes_get_spans (lanes, j, &n_spans);

          for (guint k = 0; k < n_spans; k++)
            visit (item, &spans[k], data);
        }
    }
}

static ToriPlan *
get_plan (ToriPhaseStrip *self)
{
  return self->initiative == NULL ? NULL
                                  : tori_record_get_ancestor (TORI_RECORD (self->initiative), TORI_TYPE_PLAN);
}

/* --- In words --- */

typedef struct
{
  ToriPlan *plan;
  int year;
  ToriItem *item; /* the last one visited */
  GPtrArray *found;
} Words;

static void
add_phase (ToriItem *item, const ToriSpan *span, gpointer data)
{
  Words *words = data;

  if (span->phase == NULL || *span->phase == '\0' || words->year < span->from || span->to < words->year
      || g_ptr_array_find_with_equal_func (words->found, span->phase, g_str_equal, NULL))
    return;
  g_ptr_array_add (words->found, g_strdup (span->phase));
}

static void
add_spoken (ToriItem *item, const ToriSpan *span, gpointer data)
{
  Words *words = data;

  if (span->from <= words->year && words->year <= span->to)
    g_ptr_array_add (words->found, tori_span_words_speak (words->plan, span));
}

static void
add_line (ToriItem *item, const ToriSpan *span, gpointer data)
{
  Words *words = data;

  if (item != words->item && *tori_item_get_item (item) != '\0')
    g_ptr_array_add (words->found, g_strconcat ("□ ", tori_item_get_item (item), NULL));
  words->item = item;
  g_ptr_array_add (words->found, tori_span_words_speak (words->plan, span));
}

static char *
collect (ToriPhaseStrip *self, Visit visit, const char *separator)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  Words words = { get_plan (self), self->year, NULL, found };

  if (words.plan != NULL)
    visit_spans (self, visit, &words);
  g_ptr_array_add (found, NULL);
  return g_strjoinv (separator, (char **) found->pdata);
}

static void
update (ToriPhaseStrip *self)
{
  /* Translators: between the phases of a schedule, when they are read out one after another. */
  g_autofree char *spoken = collect (self, add_spoken, _ ("; "));
  ToriPlan *plan = get_plan (self);

  if (*spoken == '\0' && plan != NULL)
    {
      g_autofree char *year = tori_year_words (plan, self->year);

      g_free (spoken);
      /* Translators: spoken; %s is a fiscal year in which nothing is scheduled. */
      spoken = g_strdup_printf (_ ("Nothing scheduled in %s"), year);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
changed_cb (ToriPhaseStrip *self, ToriRecord *source)
{
  if (TORI_IS_ITEM (source) || source == TORI_RECORD (self->initiative))
    update (self);
}

/* --- Drawing --- */

typedef struct
{
  const ToriSpan *span;
  guint track;
} Placed;

static gboolean
is_in_the_way (const Placed *placed, const ToriSpan *span, guint track)
{
  return placed->track == track && placed->span->from <= span->to && span->from <= placed->span->to;
}

static void
place (ToriItem *item, const ToriSpan *span, gpointer data)
{
  GArray *all = data;
  Placed placed = { span, 0 };

  for (guint i = 0; i < all->len; i++)
    {
      const Placed *other = &g_array_index (all, Placed, i);

      if (other->span->from == span->from && other->span->to == span->to && other->span->kind == span->kind)
        return;
    }
  for (guint i = 0; i < all->len && placed.track < N_TRACKS - 1; i++)
    if (is_in_the_way (&g_array_index (all, Placed, i), span, placed.track))
      {
        placed.track++;
        i = (guint) -1; /* look at all of them again for the next track */
      }
  g_array_append_val (all, placed);
}

static float
get_line_height (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  const int height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);
  return (float) PANGO_PIXELS_CEIL (height);
}

static void
draw_words (ToriPhaseStrip *self, GtkSnapshot *snapshot, const char *words, const GdkRGBA *color, float width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string ("ja")));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_snapshot_append_layout (snapshot, layout, color);
}

/* The years from @from to @to in the area, counted from the side where the text begins. */
static graphene_rect_t
get_columns (ToriPhaseStrip *self, const ToriYears *years, int from, int to, const graphene_rect_t *area)
{
  const float column = area->size.width / (float) (years->last - years->first + 1);
  const float start = column * (float) (MAX (from, years->first) - years->first);
  const float size = column * (float) (MIN (to, years->last) - MAX (from, years->first) + 1);
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return GRAPHENE_RECT_INIT (area->origin.x + (rtl ? area->size.width - start - size : start), area->origin.y,
                             size, area->size.height);
}

static void
draw_arrows (ToriPhaseStrip *self,
             GtkSnapshot *snapshot,
             const ToriYears *years,
             const GdkRGBA *color,
             const graphene_rect_t *area)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Placed));
  guint n_tracks = 1;
  float height;

  visit_spans (self, place, all);
  for (guint i = 0; i < all->len; i++)
    n_tracks = MAX (n_tracks, g_array_index (all, Placed, i).track + 1);
  height = MIN (area->size.height / (float) n_tracks, get_line_height (GTK_WIDGET (self)) / 2);

  for (guint i = 0; i < all->len; i++)
    {
      const Placed *placed = &g_array_index (all, Placed, i);
      graphene_rect_t rect = get_columns (self, years, placed->span->from, placed->span->to, area);

      if (rect.size.width <= 0)
        continue;
      rect.origin.y += (area->size.height - height * (float) n_tracks) / 2 + height * (float) placed->track;
      rect.size.height = height;
      graphene_rect_inset (&rect, TRACK_GAP, TRACK_GAP);
      tori_arrow_snapshot (snapshot, &rect, placed->span->kind, color,
                           gtk_widget_get_direction (GTK_WIDGET (self)));
    }
}

static void
tori_phase_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ToriPhaseStrip *self = TORI_PHASE_STRIP (widget);
  ToriPlan *plan = get_plan (self);
  const ToriYears *years = plan == NULL ? NULL : tori_plan_get_years (plan);
  g_autofree char *words = NULL;
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, height / 2, width, height / 2);
  GdkRGBA color, mark;

  if (years == NULL || years->last < years->first)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  /* Translators: between the phase words of one year in a narrow place: "Consider, Carry out". */
  words = collect (self, add_phase, C_ ("between phases", ", "));
  draw_words (self, snapshot, words, &color, width);
  if (years->first <= self->year && self->year <= years->last)
    {
      const graphene_rect_t column = get_columns (self, years, self->year, self->year, &area);

      mark = color;
      mark.alpha *= 0.15f;
      gtk_snapshot_append_color (snapshot, &mark, &column);
    }
  draw_arrows (self, snapshot, years, &color, &area);
}

static void
tori_phase_strip_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  const int line = (int) get_line_height (widget);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? 2 * line : MIN_EMS * line;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? 2 * line : NATURAL_EMS * line;
}

static gboolean
tori_phase_strip_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  g_autofree char *lines = collect (TORI_PHASE_STRIP (widget), add_line, "\n");

  gtk_tooltip_set_text (tooltip, lines);
  return *lines != '\0';
}

static void
tori_phase_strip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriPhaseStrip *self = TORI_PHASE_STRIP (object);

  switch ((ToriPhaseStripProp) id)
    {
    case PROP_INITIATIVE: g_value_set_object (value, self->initiative); return;
    case PROP_YEAR: g_value_set_int (value, self->year); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_phase_strip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ToriPhaseStrip *self = TORI_PHASE_STRIP (object);

  switch ((ToriPhaseStripProp) id)
    {
    case PROP_INITIATIVE: tori_phase_strip_set_initiative (self, g_value_get_object (value)); return;
    case PROP_YEAR: tori_phase_strip_set_year (self, g_value_get_int (value)); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_phase_strip_dispose (GObject *object)
{
  ToriPhaseStrip *self = TORI_PHASE_STRIP (object);

  if (self->initiative != NULL)
    g_clear_signal_handler (&self->changed_id, self->initiative);
  g_clear_object (&self->initiative);

  G_OBJECT_CLASS (tori_phase_strip_parent_class)->dispose (object);
}

static void
tori_phase_strip_class_init (ToriPhaseStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tori_phase_strip_get_property;
  object_class->set_property = tori_phase_strip_set_property;
  object_class->dispose = tori_phase_strip_dispose;
  widget_class->snapshot = tori_phase_strip_snapshot;
  widget_class->measure = tori_phase_strip_measure;
  widget_class->query_tooltip = tori_phase_strip_query_tooltip;

  props[PROP_INITIATIVE] = g_param_spec_object ("initiative", NULL, NULL, TORI_TYPE_INITIATIVE, flags);
  props[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tori_phase_strip_init (ToriPhaseStrip *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * tori_phase_strip_new:
 *
 * Returns: (transfer floating): a strip without an initiative
 */
GtkWidget *
tori_phase_strip_new (void)
{
  return g_object_new (TORI_TYPE_PHASE_STRIP, NULL);
}

/**
 * tori_phase_strip_get_initiative:
 * @self: a strip
 *
 * Returns: (transfer none) (nullable): whose schedule it shows
 */
ToriInitiative *
tori_phase_strip_get_initiative (ToriPhaseStrip *self)
{
  g_return_val_if_fail (TORI_IS_PHASE_STRIP (self), NULL);

  return self->initiative;
}

/**
 * tori_phase_strip_set_initiative:
 * @self: a strip
 * @initiative: (nullable): whose schedule to show, over the years of the plan that it belongs to
 */
void
tori_phase_strip_set_initiative (ToriPhaseStrip *self, ToriInitiative *initiative)
{
  g_return_if_fail (TORI_IS_PHASE_STRIP (self));
  g_return_if_fail (initiative == NULL || TORI_IS_INITIATIVE (initiative));

  if (self->initiative == initiative)
    return;
  if (self->initiative != NULL)
    g_clear_signal_handler (&self->changed_id, self->initiative);
  g_set_object (&self->initiative, initiative);
  if (initiative != NULL)
    self->changed_id = g_signal_connect_swapped (initiative, "changed", G_CALLBACK (changed_cb), self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INITIATIVE]);
}

int
tori_phase_strip_get_year (ToriPhaseStrip *self)
{
  g_return_val_if_fail (TORI_IS_PHASE_STRIP (self), 0);

  return self->year;
}

/**
 * tori_phase_strip_set_year:
 * @self: a strip
 * @year: the fiscal year to mark and whose phases to name
 */
void
tori_phase_strip_set_year (ToriPhaseStrip *self, int year)
{
  g_return_if_fail (TORI_IS_PHASE_STRIP (self));

  if (self->year == year)
    return;
  self->year = year;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_YEAR]);
}
