/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-finder.h"

#include <string.h>

#include "model/tori-query.h"
#include "ui/tori-page-mark.h"
#include "ui/tori-page-viewer-private.h"

/* Pages are searched in order, as they are made, in the time that is left over. What is searched are the
 * areas of a page (cells, or fields in a cell), so that words are found across the ends of lines. An area is
 * found when all the words stand in it, as a record is in the list of initiatives, and each place where one
 * of them stands is a hit. Where on the paper that is, is looked up when it is shown. */

typedef struct
{
  guint page;
  guint area;       /* among the page's */
  gsize start, end; /* in its text */
} Hit;

struct _ToriPageFinder
{
  GObject parent_instance;

  ToriPageViewer *viewer; /* weak */
  char *text;
  ToriQuery *query;
  GArray *hits;  /* Hit */
  guint n_pages; /* searched so far */
  guint hit;     /* position of the current one + 1; 0: none */
  gboolean complete;
  guint work_id;
  /* the first hit from there on shall become the current one, as soon as it is found */
  gboolean waiting;
  guint waiting_page, waiting_hit;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_N_HITS,
  PROP_HIT,
  PROP_COMPLETE
} ToriPageFinderProp;

static GParamSpec *props[PROP_COMPLETE + 1];

G_DEFINE_FINAL_TYPE (ToriPageFinder, tori_page_finder, G_TYPE_OBJECT)

/* --- Searching --- */

typedef struct
{
  ToriPageFinder *self;
  guint page;
  guint area;
} Search;

/* Headers are searched where they stand first. */
static void
search_area (const ToriPageArea *area, gpointer data)
{
  Search *search = data;
  ToriPageFinder *self = search->self;
  Hit hit = { .page = search->page, .area = search->area++ };
  ToriQueryFound found = 0;

  if ((area->repeated && search->page > 0) || !tori_query_feed (self->query, &found, area->text))
    return;
  while (tori_query_find (self->query, area->text, hit.end, &hit.start, &hit.end))
    g_array_append_val (self->hits, hit);
}

static void
search_page (ToriPageFinder *self)
{
  Search search = { self, self->n_pages++, 0 };

  tori_pages_foreach_area (tori_page_viewer_get_pages (self->viewer), search.page, search_area, &search);
}

/* --- Where hits stand on the paper --- */

/* What stands on a page, with words of its own. */
typedef struct
{
  GArray *areas; /* ToriPageArea */
  GArray *lines; /* ToriPageLine */
} Layout;

static void
add_area (const ToriPageArea *area, gpointer data)
{
  ToriPageArea copy = *area;

  copy.text = g_strdup (area->text);
  g_array_append_val (((Layout *) data)->areas, copy);
}

static void
add_line (const ToriPageLine *line, gpointer data)
{
  ToriPageLine copy = *line;

  copy.text = g_strdup (line->text);
  g_array_append_val (((Layout *) data)->lines, copy);
}

static void
clear_area (gpointer area)
{
  g_free ((char *) ((ToriPageArea *) area)->text);
}

static void
clear_line (gpointer line)
{
  g_free ((char *) ((ToriPageLine *) line)->text);
}

static void
read_layout (ToriPages *pages, guint page, Layout *layout)
{
  layout->areas = g_array_new (FALSE, FALSE, sizeof (ToriPageArea));
  layout->lines = g_array_new (FALSE, FALSE, sizeof (ToriPageLine));
  g_array_set_clear_func (layout->areas, clear_area);
  g_array_set_clear_func (layout->lines, clear_line);
  tori_pages_foreach_area (pages, page, add_area, layout);
  tori_pages_foreach_line (pages, page, add_line, layout);
}

static void
clear_layout (Layout *layout)
{
  g_array_unref (layout->areas);
  g_array_unref (layout->lines);
}

static gboolean
stands_in (const ToriPageLine *line, const ToriPageArea *area)
{
  const double middle = line->y + line->height / 2;

  return middle > area->y && middle < area->y + area->height && line->x >= area->x - 1
         && line->x < area->x + area->width;
}

/* The part of @hit that stands in @line, which begins at @start of the area's text. */
static void
mark_part (const Hit *hit, const ToriPageLine *line, gsize start, gboolean current, GArray *marks)
{
  const gsize end = start + strlen (line->text);
  ToriPageMark mark = { .current = current };
  double x, right;

  if (hit->start >= end || hit->end <= start)
    return;
  x = tori_page_line_find_x (line, MAX (hit->start, start) - start);
  right = tori_page_line_find_x (line, MIN (hit->end, end) - start);
  graphene_rect_init (&mark.area, (float) x, (float) line->y, (float) (right - x), (float) line->height);
  g_array_append_val (marks, mark);
}

/* The lines of an area make up its text, but for the ends of paragraphs. */
static void
mark_hit (const Layout *layout, const Hit *hit, gboolean current, GArray *marks)
{
  const ToriPageArea *area;
  const char *at;

  if (hit->area >= layout->areas->len)
    return;
  area = &g_array_index (layout->areas, ToriPageArea, hit->area);
  at = area->text;
  for (guint i = 0; i < layout->lines->len; i++)
    {
      const ToriPageLine *line = &g_array_index (layout->lines, ToriPageLine, i);
      const char *found = stands_in (line, area) ? strstr (at, line->text) : NULL;

      if (found == NULL)
        continue;
      mark_part (hit, line, (gsize) (found - area->text), current, marks);
      at = found + strlen (line->text);
    }
}

/* --- The current hit --- */

static void
show_hit (ToriPageFinder *self)
{
  const Hit *hit = &g_array_index (self->hits, Hit, self->hit - 1);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (ToriPageMark));
  Layout layout;

  read_layout (tori_page_viewer_get_pages (self->viewer), hit->page, &layout);
  mark_hit (&layout, hit, TRUE, marks);
  if (marks->len > 0)
    tori_page_viewer_scroll_to (self->viewer, hit->page, &g_array_index (marks, ToriPageMark, 0).area);
  clear_layout (&layout);
  tori_page_viewer_mark (self->viewer);
}

static void
note_hit (ToriPageFinder *self, guint hit)
{
  if (self->hit == hit)
    return;
  self->hit = hit;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HIT]);
}

static void
set_hit (ToriPageFinder *self, guint hit)
{
  self->waiting = FALSE;
  note_hit (self, hit);
  if (hit != 0)
    show_hit (self);
}

/* Goes to the first hit from a page and a position on as soon as it is found; after the last one comes the
 * first. */
static void
wait_for (ToriPageFinder *self, guint page, guint position)
{
  self->waiting = TRUE;
  self->waiting_page = page;
  self->waiting_hit = position;
}

static void
look_for_waiting (ToriPageFinder *self)
{
  if (!self->waiting)
    return;
  for (; self->waiting_hit < self->hits->len; self->waiting_hit++)
    if (g_array_index (self->hits, Hit, self->waiting_hit).page >= self->waiting_page)
      {
        set_hit (self, self->waiting_hit + 1);
        return;
      }
  if (self->complete)
    set_hit (self, self->hits->len > 0 ? 1 : 0);
}

/* --- Going on --- */

#define SLICE 6000 /* microseconds */

static void
tell (ToriPageFinder *self, guint n_before, gboolean complete)
{
  if (self->hits->len != n_before)
    {
      tori_page_viewer_mark (self->viewer);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_HITS]);
    }
  if (self->complete != complete)
    {
      self->complete = complete;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
    }
  if (complete && self->hit > self->hits->len)
    note_hit (self, self->hits->len);
  look_for_waiting (self);
}

/* Searches what is made; more will come when the viewer tells of more pages. */
static gboolean
work_cb (gpointer data)
{
  ToriPageFinder *self = data;
  const gint64 until = g_get_monotonic_time () + SLICE;
  const guint before = self->hits->len;
  ToriPages *pages = tori_page_viewer_get_pages (self->viewer);
  guint n = pages == NULL ? 0 : tori_pages_get_n_made (pages);

  while (self->n_pages < n && g_get_monotonic_time () < until)
    search_page (self);
  if (self->n_pages >= n)
    self->work_id = 0;
  tell (self, before, self->n_pages >= n && (pages == NULL || tori_pages_is_complete (pages)));
  return self->work_id != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
start_work (ToriPageFinder *self)
{
  if (self->work_id == 0 && self->viewer != NULL && !tori_query_is_empty (self->query) && !self->complete)
    self->work_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 20, work_cb, self, NULL);
}

static void
restart (ToriPageFinder *self)
{
  const guint before = self->hits->len;

  g_array_set_size (self->hits, 0);
  self->n_pages = 0;
  tell (self, before, tori_query_is_empty (self->query));
  start_work (self);
}

/* The same hit remains the current one, by its number, and nothing is scrolled. */
static void
redrawn_cb (ToriPageFinder *self)
{
  self->waiting = FALSE;
  restart (self);
}

/* --- GObject --- */

static void
tori_page_finder_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriPageFinder *self = TORI_PAGE_FINDER (object);

  switch ((ToriPageFinderProp) id)
    {
    case PROP_TEXT: g_value_set_string (value, self->text); return;
    case PROP_N_HITS: g_value_set_uint (value, self->hits->len); return;
    case PROP_HIT: g_value_set_uint (value, self->hit); return;
    case PROP_COMPLETE: g_value_set_boolean (value, self->complete); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_page_finder_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((ToriPageFinderProp) id)
    {
    case PROP_TEXT: tori_page_finder_set_text (TORI_PAGE_FINDER (object), g_value_get_string (value)); return;
    case PROP_N_HITS:
    case PROP_HIT:
    case PROP_COMPLETE:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_page_finder_dispose (GObject *object)
{
  ToriPageFinder *self = TORI_PAGE_FINDER (object);

  g_clear_handle_id (&self->work_id, g_source_remove);
  if (self->viewer != NULL)
    tori_page_viewer_set_finder (self->viewer, NULL);
  g_clear_weak_pointer (&self->viewer);

  G_OBJECT_CLASS (tori_page_finder_parent_class)->dispose (object);
}

static void
tori_page_finder_finalize (GObject *object)
{
  ToriPageFinder *self = TORI_PAGE_FINDER (object);

  g_array_unref (self->hits);
  tori_query_free (self->query);
  g_free (self->text);

  G_OBJECT_CLASS (tori_page_finder_parent_class)->finalize (object);
}

static void
tori_page_finder_class_init (ToriPageFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tori_page_finder_get_property;
  object_class->set_property = tori_page_finder_set_property;
  object_class->dispose = tori_page_finder_dispose;
  object_class->finalize = tori_page_finder_finalize;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", writable);
  props[PROP_N_HITS] = g_param_spec_uint ("n-hits", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_HIT] = g_param_spec_uint ("hit", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, TRUE, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_page_finder_init (ToriPageFinder *self)
{
  self->text = g_strdup ("");
  self->query = tori_query_new ("");
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self->complete = TRUE;
}

/* --- Public functions --- */

/**
 * tori_page_finder_new:
 * @viewer: whose pages are searched, and which shows what is found
 *
 * Returns: (transfer full): a finder; a viewer has one at a time
 */
ToriPageFinder *
tori_page_finder_new (ToriPageViewer *viewer)
{
  ToriPageFinder *self;

  g_return_val_if_fail (TORI_IS_PAGE_VIEWER (viewer), NULL);

  self = g_object_new (TORI_TYPE_PAGE_FINDER, NULL);
  g_set_weak_pointer (&self->viewer, viewer);
  tori_page_viewer_set_finder (viewer, self);
  g_signal_connect_object (viewer, "notify::n-pages", G_CALLBACK (start_work), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewer, "notify::complete", G_CALLBACK (start_work), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewer, "redrawn", G_CALLBACK (redrawn_cb), self, G_CONNECT_SWAPPED);
  return self;
}

const char *
tori_page_finder_get_text (ToriPageFinder *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_FINDER (self), NULL);

  return self->text;
}

/**
 * tori_page_finder_set_text:
 * @self: a finder
 * @text: what to look for: words, blind to width, case and kana; "" ends searching
 *
 * The viewer goes to the first hit on the page that is looked at, or after it.
 */
void
tori_page_finder_set_text (ToriPageFinder *self, const char *text)
{
  g_return_if_fail (TORI_IS_PAGE_FINDER (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  tori_query_free (self->query);
  self->query = tori_query_new (text);
  self->waiting = FALSE;
  if (self->viewer != NULL)
    {
      note_hit (self, 0);
      restart (self);
      if (!tori_query_is_empty (self->query))
        wait_for (self, tori_page_viewer_get_page (self->viewer), 0);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

/**
 * tori_page_finder_get_n_hits:
 * @self: a finder
 *
 * Returns: how many places have been found so far
 */
guint
tori_page_finder_get_n_hits (ToriPageFinder *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_FINDER (self), 0);

  return self->hits->len;
}

/**
 * tori_page_finder_get_hit:
 * @self: a finder
 *
 * Returns: the number of the place that is shown, from 1; 0: none
 */
guint
tori_page_finder_get_hit (ToriPageFinder *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_FINDER (self), 0);

  return self->hit;
}

/**
 * tori_page_finder_get_complete:
 * @self: a finder
 *
 * Returns: whether all pages have been searched, or nothing is looked for
 */
gboolean
tori_page_finder_get_complete (ToriPageFinder *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_FINDER (self), TRUE);

  return self->complete;
}

/**
 * tori_page_finder_next:
 * @self: a finder
 *
 * Goes to the next place; after the last one, to the first. As long as pages are searched, it waits for them.
 */
void
tori_page_finder_next (ToriPageFinder *self)
{
  g_return_if_fail (TORI_IS_PAGE_FINDER (self));

  if (self->viewer == NULL || tori_query_is_empty (self->query))
    return;
  wait_for (self, self->hit == 0 ? tori_page_viewer_get_page (self->viewer) : 0, self->hit);
  look_for_waiting (self);
}

/**
 * tori_page_finder_previous:
 * @self: a finder
 *
 * Goes to the place before; before the first one, to the last that has been found.
 */
void
tori_page_finder_previous (ToriPageFinder *self)
{
  g_return_if_fail (TORI_IS_PAGE_FINDER (self));

  if (self->viewer == NULL || self->hits->len == 0)
    return;
  set_hit (self, self->hit > 1 ? self->hit - 1 : self->hits->len);
}

/* Position of the first hit from a page on. */
static guint
find_first (ToriPageFinder *self, guint page)
{
  guint from = 0, to = self->hits->len;

  while (from < to)
    {
      const guint middle = (from + to) / 2;

      if (g_array_index (self->hits, Hit, middle).page < page)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

/**
 * tori_page_finder_list_marks:
 * @self: a finder
 * @page: number of a page that is made
 *
 * Returns: (transfer full) (element-type ToriPageMark): what was found on it
 */
GArray *
tori_page_finder_list_marks (ToriPageFinder *self, guint page)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (ToriPageMark));
  Layout layout;
  guint i;

  g_return_val_if_fail (TORI_IS_PAGE_FINDER (self), marks);

  i = find_first (self, page);
  if (i == self->hits->len || g_array_index (self->hits, Hit, i).page != page)
    return marks;
  read_layout (tori_page_viewer_get_pages (self->viewer), page, &layout);
  for (; i < self->hits->len && g_array_index (self->hits, Hit, i).page == page; i++)
    mark_hit (&layout, &g_array_index (self->hits, Hit, i), i + 1 == self->hit, marks);
  clear_layout (&layout);
  return marks;
}
