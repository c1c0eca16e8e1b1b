/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-timeline-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/tori-label.h"
#include "model/tori-year-words.h"
#include "ui/tori-arrow.h"
#include "ui/tori-dim.h"
#include "ui/tori-initiative-words.h"
#include "ui/tori-search-marks.h"

/* What is seen of the schedule. */

typedef struct
{
  ToriTimeline *timeline;
  GtkSnapshot *snapshot;
  ToriTimelineSizes sizes;
  PangoLayout *layout;
  const ToriQuery *query; /* NULL: nothing is looked for */
  GHashTable *selected;   /* set of ToriInitiative, which the plan has */
  GdkRGBA color, dim, line, mark, ground, band, accent;
} Painter;

#define PAD 0.5f /* in ems, beside words */
#define INDENT 1.f
#define ARROW_GAP 3.f

static void
look_up (GtkStyleContext *style, const char *name, GdkRGBA *color)
{
  if (!gtk_style_context_lookup_color (style, name, color))
    *color = (GdkRGBA){ 0.5f, 0.5f, 0.5f, 1 };
}

static GHashTable *
collect_selected (GtkSelectionModel *selection)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  GHashTable *initiatives = g_hash_table_new (NULL, NULL);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (ToriInitiative) initiative = g_list_model_get_item (G_LIST_MODEL (selection), position);

      g_hash_table_add (initiatives, initiative);
    }
  return initiatives;
}

static void
painter_init (Painter *self, ToriTimeline *timeline, GtkSnapshot *snapshot)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (timeline));

  self->timeline = timeline;
  self->snapshot = snapshot;
  tori_timeline_get_sizes (timeline, &self->sizes);
  self->query = tori_searcher_get_query (tori_listing_get_searcher (timeline->listing));
  self->selected = collect_selected (timeline->selection);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (timeline), NULL);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  gtk_style_context_get_color (style, &self->color);
  look_up (style, "view_bg_color", &self->ground);
  look_up (style, "window_bg_color", &self->band);
  look_up (style, "accent_bg_color", &self->accent);
  self->dim = self->line = self->mark = self->color;
  self->dim.alpha *= TORI_DIM;
  self->line.alpha *= 0.15f;
  self->mark.alpha *= 0.07f;
  self->accent.alpha *= 0.2f;
}

/* --- Pieces --- */

static void
fill (Painter *self, const GdkRGBA *color, float x, float y, float width, float height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (self->snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* One line of words in a place, cut where it has no room. */
static void
write_words (Painter *self,
             const char *words,
             const GdkRGBA *color,
             gboolean bold,
             PangoAlignment align,
             float x,
             float y,
             float width)
{
  PangoAttrList *attributes;
  int height;

  if (width <= 0)
    return;
  attributes = tori_search_marks_new (self->query, words);
  if (attributes == NULL)
    attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string ("ja")));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (self->layout, words, -1);
  pango_layout_set_alignment (self->layout, align);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (x, y + floorf ((self->sizes.row - (float) height) / 2)));
  gtk_snapshot_append_layout (self->snapshot, self->layout, color);
  gtk_snapshot_restore (self->snapshot);
}

/* Where the column of names begins. */
static float
get_name_x (const Painter *self)
{
  return self->sizes.rtl ? self->sizes.width - self->sizes.name : 0;
}

/* --- Rows --- */

static void
draw_span (Painter *self, const ToriSpan *span, guint row)
{
  const float pad = PAD * self->sizes.em;
  graphene_rect_t area;
  GdkRGBA words = self->color;

  tori_timeline_get_span_area (&self->sizes, row, span->from, span->to, &area);
  if (area.size.width <= 0)
    return;
  graphene_rect_inset (&area, 1, ARROW_GAP);
  tori_arrow_snapshot (self->snapshot, &area, span->kind, &self->color,
                       self->sizes.rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  if (span->kind == TORI_SPAN_ACTUAL)
    words = self->ground; /* the arrow is full */
  write_words (self, span->phase == NULL ? "" : span->phase, &words, FALSE, PANGO_ALIGN_CENTER,
               area.origin.x + pad, area.origin.y - ARROW_GAP,
               area.size.width - 2 * pad - tori_arrow_get_point (area.size.width, area.size.height) / 2);
}

static void
draw_lane (Painter *self, const ToriTimelineRow *row, guint place)
{
  const ToriLanes *lanes = tori_item_get_lanes (row->item);
  guint n = 0;
  const ToriSpan *spans =
      row->lane < tori_lanes_get_n_lanes (lanes) ? tori_lanes_get_spans (lanes, row->lane, &n) : NULL;

  for (guint i = 0; i < n; i++)
    draw_span (self, &spans[i], place);
}

/* The ground of the years, with the lines between them and the year that is shown. */
static void
draw_years_ground (Painter *self, float y)
{
  const int shown = tori_listing_get_year (self->timeline->listing);

  for (int year = self->sizes.first; year <= self->sizes.last; year++)
    {
      graphene_rect_t area;

      tori_timeline_get_span_area (&self->sizes, 0, year, year, &area);
      if (year == shown)
        fill (self, &self->mark, area.origin.x, y, area.size.width, self->sizes.row);
      fill (self, &self->line, floorf (self->sizes.rtl ? area.origin.x + area.size.width : area.origin.x), y,
            1, self->sizes.row);
    }
}

static void
draw_name (Painter *self, const ToriTimelineRow *row, float y)
{
  const float pad = PAD * self->sizes.em, indent = INDENT * self->sizes.em;
  const float x = get_name_x (self);

  fill (self, &self->ground, x, y, self->sizes.name, self->sizes.row);
  if (g_hash_table_contains (self->selected, row->initiative))
    fill (self, &self->accent, x, y, self->sizes.name, self->sizes.row);
  if (row->lane == 0)
    write_words (self, tori_item_get_item (row->item), &self->color, FALSE, PANGO_ALIGN_LEFT,
                 x + pad + (self->sizes.rtl ? 0 : indent), y, self->sizes.name - 2 * pad - indent);
}

/* A heading goes over names and years. */
static void
draw_heading (Painter *self, guint place, float y)
{
  const ToriTimelineRow *row = tori_timeline_rows_get (self->timeline->rows, place);
  const int year = tori_listing_get_year (self->timeline->listing);
  const float pad = PAD * self->sizes.em, wide = self->sizes.width - 3 * pad,
              level_width = 12 * self->sizes.em;
  g_autofree char *words = NULL;
  g_autofree char *level = NULL;

  fill (self, row->initiative == NULL ? &self->band : &self->ground, 0, y, self->sizes.width,
        self->sizes.row);
  if (row->initiative == NULL)
    {
      ToriPillar *pillar = tori_timeline_rows_get_pillar (self->timeline->rows, place);
      g_autofree char *label = tori_label_pillar (pillar);

      words = g_strdup_printf ("%s %s", label, tori_pillar_get_title (pillar));
      write_words (self, words, &self->color, TRUE, PANGO_ALIGN_LEFT, pad, y, wide);
    }
  else
    {
      g_autofree char *title = tori_initiative_words_title (row->initiative, year);

      if (g_hash_table_contains (self->selected, row->initiative))
        fill (self, &self->accent, 0, y, self->sizes.width, self->sizes.row);
      words = g_strdup_printf ("%s  %s", tori_initiative_get_number (row->initiative), title);
      level = tori_initiative_words_level (row->initiative, year);
      write_words (self, words, &self->color, TRUE, PANGO_ALIGN_LEFT,
                   pad + (self->sizes.rtl ? level_width : 0), y, wide - level_width);
      write_words (self, *level == '\0' ? _ ("Not assessed") : level, &self->dim, FALSE, PANGO_ALIGN_RIGHT,
                   self->sizes.rtl ? pad : self->sizes.width - pad - level_width, y, level_width - pad);
    }
  fill (self, &self->line, 0, y + self->sizes.row - 1, self->sizes.width, 1);
}

static void
draw_row (Painter *self, guint place)
{
  const ToriTimelineRow *row = tori_timeline_rows_get (self->timeline->rows, place);
  const float y = self->sizes.row * (float) (place + 1) - self->sizes.top;

  if (row->item == NULL)
    {
      draw_heading (self, place, y);
      return;
    }
  draw_years_ground (self, y);
  draw_lane (self, row, place);
  draw_name (self, row, y);
}

/* --- What stays in sight --- */

/* The next heading pushes the one that is pinned out of its place. */
static float
get_pinned_y (const Painter *self, guint from, float place, gboolean of_pillar)
{
  const guint n = tori_timeline_rows_get_n (self->timeline->rows);

  for (guint i = from + 1; i < n; i++)
    {
      const ToriTimelineRow *row = tori_timeline_rows_get (self->timeline->rows, i);
      const float y = self->sizes.row * (float) (i + 1) - self->sizes.top;

      if (y >= place + self->sizes.row)
        return place;
      if (row->initiative == NULL || (!of_pillar && row->item == NULL))
        return MIN (place, y - self->sizes.row);
    }
  return place;
}

static void
draw_pinned (Painter *self)
{
  guint pillar, head;

  tori_timeline_find_pinned (self->timeline, &self->sizes, &pillar, &head);
  if (head < tori_timeline_rows_get_n (self->timeline->rows))
    draw_heading (self, head, get_pinned_y (self, head, 2 * self->sizes.row, FALSE));
  draw_heading (self, pillar, get_pinned_y (self, pillar, self->sizes.row, TRUE));
}

static void
draw_years (Painter *self)
{
  ToriPlan *plan = tori_listing_get_plan (self->timeline->listing);
  const int shown = tori_listing_get_year (self->timeline->listing);
  const float name_x = get_name_x (self);

  fill (self, &self->band, 0, 0, self->sizes.width, self->sizes.row);
  for (int year = self->sizes.first; year <= self->sizes.last; year++)
    {
      g_autofree char *words = tori_year_words_column (plan, year);
      graphene_rect_t area;

      tori_timeline_get_span_area (&self->sizes, 0, year, year, &area);
      if (year == shown)
        fill (self, &self->mark, area.origin.x, 0, area.size.width, self->sizes.row);
      write_words (self, words, &self->color, year == shown, PANGO_ALIGN_CENTER, area.origin.x, 0,
                   area.size.width);
    }
  fill (self, &self->band, name_x, 0, self->sizes.name, self->sizes.row);
  fill (self, &self->line, 0, self->sizes.row - 1, self->sizes.width, 1);
}

/* The snapshot function of the class. */
void
tori_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ToriTimeline *self = TORI_TIMELINE (widget);
  const guint n = tori_timeline_rows_get_n (self->rows);
  Painter painter;
  guint first, end;

  painter_init (&painter, self, snapshot);
  fill (&painter, &painter.ground, 0, 0, painter.sizes.width, painter.sizes.height);
  first = MIN ((guint) (painter.sizes.top / painter.sizes.row), n);
  end = MIN (first + (guint) (painter.sizes.height / painter.sizes.row) + 2, n);
  for (guint i = first; i < end; i++)
    draw_row (&painter, i);
  if (gtk_widget_get_child_visible (self->cells[self->cell]) && self->row < n)
    gtk_widget_snapshot_child (widget, self->cells[self->cell], snapshot);
  if (first < n)
    draw_pinned (&painter);
  draw_years (&painter);
  g_hash_table_unref (painter.selected);
  g_object_unref (painter.layout);
}
