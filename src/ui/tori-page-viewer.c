/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-viewer-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Pages are made in the time that is left over; whoever scrolls further than that sees white paper until its
 * page is there. Only what can be seen is drawn. */

typedef enum
{
  PROP_PAGES = 1,
  PROP_N_PAGES,
  PROP_COMPLETE,
  PROP_PAGE,
  PROP_ZOOM,
  PROP_FIT,
  N_OWN_PROPS,
  PROP_HADJUSTMENT = N_OWN_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
} ToriPageViewerProp;

static GParamSpec *props[N_OWN_PROPS];
static guint redrawn_id;

G_DEFINE_ENUM_TYPE (ToriPageFit,
                    tori_page_fit,
                    G_DEFINE_ENUM_VALUE (TORI_PAGE_FIT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TORI_PAGE_FIT_WIDTH, "width"),
                    G_DEFINE_ENUM_VALUE (TORI_PAGE_FIT_PAGE, "page"))

G_DEFINE_FINAL_TYPE_WITH_CODE (ToriPageViewer,
                               tori_page_viewer,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- The current page --- */

void
tori_page_viewer_note_page (ToriPageViewer *self, guint page)
{
  if (self->page == page)
    return;
  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

/* The current page is the first of which half can be seen, or that fills half of the view. */
static void
find_current (ToriPageViewer *self)
{
  const guint extent = tori_page_viewer_get_extent (self);
  const int view = gtk_widget_get_height (GTK_WIDGET (self));
  guint page = tori_page_viewer_find_page (self, 0);
  int width, height;
  double x, y, seen;

  if (extent == 0)
    return;
  tori_page_viewer_measure_page (self, &width, &height);
  tori_page_viewer_get_corner (self, page, &x, &y);
  seen = y + height - tori_page_viewer_get_scrolled (self, GTK_ORIENTATION_VERTICAL);
  if (seen < MIN (height, view) / 2.0 && page + 1 < extent)
    page++;
  tori_page_viewer_note_page (self, page);
}

static void
scrolled_cb (ToriPageViewer *self)
{
  if (!self->placing && self->pages != NULL)
    {
      self->place = tori_page_viewer_get_place (self, 0, 0);
      find_current (self);
    }
  tori_page_viewer_queue_papers (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* --- Making pages --- */

/* Tells how many pages there are now. */
void
tori_page_viewer_follow_making (ToriPageViewer *self)
{
  const guint n = tori_pages_get_n_made (self->pages);
  const gboolean complete = tori_pages_is_complete (self->pages);
  const guint before = tori_page_viewer_get_n_pages (self);

  self->n_pages = n;
  if (self->complete != complete)
    {
      self->complete = complete;
      self->place.page = MIN (self->place.page, MAX (n, 1) - 1);
      tori_page_viewer_note_page (self, MIN (self->page, MAX (n, 1) - 1));
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
    }
  if (tori_page_viewer_get_n_pages (self) != before)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PAGES]);
}

#define SLICE 6000 /* microseconds, so that a frame is never late */

static gboolean
work_cb (gpointer data)
{
  ToriPageViewer *self = data;
  const guint before = self->n_pages;
  const gboolean done = tori_pages_work (self->pages, g_get_monotonic_time () + SLICE);

  if (done)
    self->work_id = 0;
  tori_page_viewer_follow_making (self);
  if (done || self->n_pages != before)
    {
      tori_page_viewer_restore_place (self);
      tori_page_viewer_queue_papers (self);
    }
  return done ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
start_work (ToriPageViewer *self)
{
  if (self->work_id == 0)
    self->work_id = g_idle_add_full (G_PRIORITY_LOW, work_cb, self, NULL);
}

/* --- Beginning --- */

/* Pages that are shown for the first time, or have to be made again: @expected is how many there were. */
static void
begin_pages (ToriPageViewer *self, guint expected)
{
  const guint before = tori_page_viewer_get_n_pages (self);

  self->n_pages = 0;
  self->expected = expected;
  if (self->complete)
    {
      self->complete = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
    }
  if (self->pages != NULL)
    {
      tori_pages_advance (self->pages, 0);
      tori_page_viewer_follow_making (self);
      start_work (self);
    }
  else if (before != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PAGES]);
  tori_page_viewer_apply_fit (self);
  tori_page_viewer_restore_place (self);
  tori_page_viewer_queue_papers (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, redrawn_id, 0);
}

/* --- GtkWidget --- */

static void
allocate_paper (ToriPageViewer *self, ToriPagePaper *paper, int width, int height)
{
  GdkRectangle place, seen, view = { 0, 0, width, height };
  double x, y;

  tori_page_viewer_get_corner (self, tori_page_paper_get_page (paper), &x, &y);
  tori_page_viewer_measure_page (self, &place.width, &place.height);
  place.x = (int) (x - tori_page_viewer_get_scrolled (self, GTK_ORIENTATION_HORIZONTAL));
  place.y = (int) (y - tori_page_viewer_get_scrolled (self, GTK_ORIENTATION_VERTICAL));
  gtk_widget_size_allocate (GTK_WIDGET (paper), &place, -1);
  if (!gdk_rectangle_intersect (&place, &view, &seen))
    seen = (GdkRectangle){ 0 };
  seen.x -= place.x;
  seen.y -= place.y;
  tori_page_paper_set_seen (paper, &seen);
}

static void
tori_page_viewer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ToriPageViewer *self = TORI_PAGE_VIEWER (widget);

  tori_page_viewer_apply_fit (self);
  tori_page_viewer_restore_place (self);
  for (guint i = 0; i < self->papers->len; i++)
    allocate_paper (self, self->papers->pdata[i], width, height);
  tori_page_viewer_queue_papers (self);
}

static void
tori_page_viewer_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

/* --- GObject --- */

static void
set_adjustment (ToriPageViewer *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*place, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  tori_page_viewer_restore_place (self);
}

static void
tori_page_viewer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriPageViewer *self = TORI_PAGE_VIEWER (object);

  switch ((ToriPageViewerProp) id)
    {
    case PROP_PAGES: g_value_set_object (value, self->pages); return;
    case PROP_N_PAGES: g_value_set_uint (value, tori_page_viewer_get_n_pages (self)); return;
    case PROP_COMPLETE: g_value_set_boolean (value, self->complete); return;
    case PROP_PAGE: g_value_set_uint (value, self->page); return;
    case PROP_ZOOM: g_value_set_double (value, self->zoom); return;
    case PROP_FIT: g_value_set_enum (value, (int) self->fit); return;
    case PROP_HADJUSTMENT: g_value_set_object (value, self->adjustments[0]); return;
    case PROP_VADJUSTMENT: g_value_set_object (value, self->adjustments[1]); return;
    case PROP_HSCROLL_POLICY: g_value_set_enum (value, (int) self->policies[0]); return;
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, (int) self->policies[1]); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_page_viewer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ToriPageViewer *self = TORI_PAGE_VIEWER (object);

  switch ((ToriPageViewerProp) id)
    {
    case PROP_PAGES: tori_page_viewer_set_pages (self, g_value_get_object (value)); return;
    case PROP_PAGE: tori_page_viewer_set_page (self, g_value_get_uint (value)); return;
    case PROP_ZOOM: tori_page_viewer_set_zoom (self, g_value_get_double (value)); return;
    case PROP_FIT: tori_page_viewer_set_fit (self, (ToriPageFit) g_value_get_enum (value)); return;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      return;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      return;
    case PROP_HSCROLL_POLICY: self->policies[0] = (GtkScrollablePolicy) g_value_get_enum (value); return;
    case PROP_VSCROLL_POLICY: self->policies[1] = (GtkScrollablePolicy) g_value_get_enum (value); return;
    case PROP_N_PAGES:
    case PROP_COMPLETE:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_page_viewer_dispose (GObject *object)
{
  ToriPageViewer *self = TORI_PAGE_VIEWER (object);

  g_clear_handle_id (&self->work_id, g_source_remove);
  g_clear_handle_id (&self->cells_id, g_source_remove);
  g_clear_weak_pointer (&self->last_cell);
  g_clear_weak_pointer (&self->finder);
  g_ptr_array_set_size (self->papers, 0);
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (tori_page_viewer_parent_class)->dispose (object);
}

static void
tori_page_viewer_finalize (GObject *object)
{
  g_ptr_array_unref (TORI_PAGE_VIEWER (object)->papers);

  G_OBJECT_CLASS (tori_page_viewer_parent_class)->finalize (object);
}

static void
tori_page_viewer_class_init (ToriPageViewerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tori_page_viewer_get_property;
  object_class->set_property = tori_page_viewer_set_property;
  object_class->dispose = tori_page_viewer_dispose;
  object_class->finalize = tori_page_viewer_finalize;
  widget_class->size_allocate = tori_page_viewer_size_allocate;
  widget_class->measure = tori_page_viewer_measure;
  widget_class->focus = tori_page_viewer_focus;

  props[PROP_PAGES] = g_param_spec_object ("pages", NULL, NULL, TORI_TYPE_PAGES, writable);
  props[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, readable);
  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, writable);
  props[PROP_ZOOM] =
      g_param_spec_double ("zoom", NULL, NULL, TORI_PAGE_ZOOM_MIN, TORI_PAGE_ZOOM_MAX, 1, writable);
  props[PROP_FIT] = g_param_spec_enum ("fit", NULL, NULL, TORI_TYPE_PAGE_FIT, TORI_PAGE_FIT_WIDTH, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * ToriPageViewer::open:
   * @self: a viewer
   * @record: a record of the plan
   * @property: (nullable): the property of it that was pointed at; NULL: the whole of it
   *
   * The user wants to change what stands there.
   */
  g_signal_new ("open", TORI_TYPE_PAGE_VIEWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                TORI_TYPE_RECORD, G_TYPE_STRING);

  /**
   * ToriPageViewer::redrawn:
   * @self: a viewer
   *
   * Something else stands on the pages now.
   */
  redrawn_id =
      g_signal_new ("redrawn", TORI_TYPE_PAGE_VIEWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  tori_page_viewer_class_add_input (widget_class);
  gtk_widget_class_set_css_name (widget_class, "tori-pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
tori_page_viewer_init (ToriPageViewer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->zoom = 1;
  self->fit = TORI_PAGE_FIT_WIDTH;
  self->place.at_x = self->place.at_y = TORI_PAGE_GAP;
  self->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  /* Translators: what a screen reader calls the part of the preview with the pages. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  tori_page_viewer_add_input (self);
}

/* --- Public functions --- */

/**
 * tori_page_viewer_new:
 *
 * Returns: (transfer floating): a viewer without pages, for a #GtkScrolledWindow. It fits the pages' width
 */
GtkWidget *
tori_page_viewer_new (void)
{
  return g_object_new (TORI_TYPE_PAGE_VIEWER, NULL);
}

/**
 * tori_page_viewer_get_pages:
 * @self: a viewer
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ToriPages *
tori_page_viewer_get_pages (ToriPageViewer *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_VIEWER (self), NULL);

  return self->pages;
}

/**
 * tori_page_viewer_set_pages:
 * @self: a viewer
 * @pages: (nullable): what to show
 *
 * The pages that can be seen are made at once, the others when there is time; see #ToriPageViewer:n-pages.
 */
void
tori_page_viewer_set_pages (ToriPageViewer *self, ToriPages *pages)
{
  g_return_if_fail (TORI_IS_PAGE_VIEWER (self));
  g_return_if_fail (pages == NULL || TORI_IS_PAGES (pages));

  if (self->pages == pages)
    return;
  g_clear_handle_id (&self->work_id, g_source_remove);
  g_ptr_array_set_size (self->papers, 0);
  g_set_object (&self->pages, pages);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGES]);
  begin_pages (self, 0);
}

/**
 * tori_page_viewer_update:
 * @self: a viewer
 * @changed: the record of the plan that has changed
 * @field: its field that has
 *
 * Shows a change of words, without laying out what stays.
 *
 * Returns: whether that was possible; if not, the report has to be laid out anew and set
 */
gboolean
tori_page_viewer_update (ToriPageViewer *self, ToriRecord *changed, const ToriField *field)
{
  guint n;

  g_return_val_if_fail (TORI_IS_PAGE_VIEWER (self), FALSE);

  if (self->pages == NULL)
    return TRUE;
  n = tori_page_viewer_get_n_pages (self);
  if (!tori_pages_update (self->pages, changed, field))
    return FALSE;
  begin_pages (self, n);
  for (guint i = 0; i < self->papers->len; i++)
    tori_page_paper_redraw (self->papers->pdata[i]);
  return TRUE;
}

/**
 * tori_page_viewer_get_n_pages:
 * @self: a viewer
 *
 * Returns: how many pages there are, or as long as this is not known, how many have been made so far
 */
guint
tori_page_viewer_get_n_pages (ToriPageViewer *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_VIEWER (self), 0);

  return self->complete ? self->n_pages : MAX (self->n_pages, self->expected);
}

/**
 * tori_page_viewer_get_complete:
 * @self: a viewer
 *
 * Returns: whether all pages have been made, so that their number is known
 */
gboolean
tori_page_viewer_get_complete (ToriPageViewer *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_VIEWER (self), FALSE);

  return self->complete;
}

/**
 * tori_page_viewer_get_page:
 * @self: a viewer
 *
 * Returns: number of the page that is looked at, from 0
 */
guint
tori_page_viewer_get_page (ToriPageViewer *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_VIEWER (self), 0);

  return self->page;
}

/**
 * tori_page_viewer_set_page:
 * @self: a viewer
 * @page: number of a page, from 0; if there are fewer, the last one is meant
 *
 * Scrolls to the beginning of a page. It need not be made yet.
 */
void
tori_page_viewer_set_page (ToriPageViewer *self, guint page)
{
  ToriPagePlace place;

  g_return_if_fail (TORI_IS_PAGE_VIEWER (self));

  if (self->pages == NULL)
    return;
  if (self->complete)
    page = MIN (page, MAX (self->n_pages, 1) - 1);
  place = tori_page_viewer_get_place (self, 0, 0);
  place.page = page;
  place.y = 0;
  place.at_y = TORI_PAGE_GAP;
  tori_page_viewer_put_place (self, &place);
  tori_page_viewer_note_page (self, page);
}

/**
 * tori_page_viewer_go_to:
 * @self: a viewer
 * @target: the name of a row, such as `initiative:ID`
 *
 * Scrolls to a row, as a link does.
 *
 * Returns: whether there is such a row on the pages
 */
gboolean
tori_page_viewer_go_to (ToriPageViewer *self, const char *target)
{
  guint page;
  double y;

  g_return_val_if_fail (TORI_IS_PAGE_VIEWER (self), FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  if (self->pages == NULL || !tori_pages_find_target (self->pages, target, &page, &y))
    return FALSE;
  tori_page_viewer_follow_making (self);
  tori_page_viewer_put_place (
      self, &(const ToriPagePlace){ .page = page, .y = y, .at_x = TORI_PAGE_GAP, .at_y = TORI_PAGE_GAP });
  tori_page_viewer_note_page (self, page);
  return TRUE;
}
