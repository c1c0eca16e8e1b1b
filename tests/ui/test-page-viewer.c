/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-viewer.h"

#include <adwaita.h>
#include <libintl.h>

#include "model/tori-initiative.h"
#include "model/tori-pillar.h"
#include "tori-test-input.h"
#include "tori-test-pages.h"
#include "tori-test-window.h"

/* --- Making and drawing --- */

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Pages of which nothing is made yet; those of the fixture may be. */
static ToriPages *
begin_anew (ToriTestPages *fixture)
{
  g_autoptr (ToriPages) pages = tori_test_pages_lay_out (fixture->plan, TRUE);

  tori_page_viewer_set_pages (fixture->viewer, pages);
  return pages; /* the viewer has it */
}

/* The number of pages follows, and the scrollbar with it; what is looked at stays. */
static void
test_follows_making (ToriTestPages *fixture, gconstpointer data)
{
  ToriPages *pages = begin_anew (fixture);
  const guint first = tori_page_viewer_get_n_pages (fixture->viewer);
  double upper;
  guint n_told = 0;

  g_assert_false (tori_page_viewer_get_complete (fixture->viewer));
  tori_page_viewer_set_zoom (fixture->viewer, 1);
  upper = gtk_adjustment_get_upper (fixture->adjustment);
  gtk_adjustment_set_value (fixture->adjustment, 30);
  g_signal_connect_swapped (fixture->viewer, "notify::n-pages", G_CALLBACK (count_cb), &n_told);
  tori_test_wait (tori_page_viewer_get_complete (fixture->viewer));
  g_assert_cmpuint (n_told, >=, 1);
  g_assert_cmpuint (tori_page_viewer_get_n_pages (fixture->viewer), >, first);
  g_assert_cmpuint (tori_page_viewer_get_n_pages (fixture->viewer), ==, tori_pages_get_n_pages (pages));
  g_assert_cmpfloat (gtk_adjustment_get_upper (fixture->adjustment), >, upper);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), ==, 30);
}

/* A long report is there while nearly all of its pages are still to be made. */
static void
test_opens_at_once (ToriTestPages *fixture, gconstpointer data)
{
  begin_anew (fixture);
  g_assert_false (tori_page_viewer_get_complete (fixture->viewer));
  g_assert_cmpuint (tori_page_viewer_get_n_pages (fixture->viewer), >, 0);
  g_assert_cmpuint (tori_page_viewer_get_n_pages (fixture->viewer), <, 20);
  tori_test_pages_wait_drawn (fixture, 0);
  g_assert_cmpuint (tori_test_pages_count_papers (fixture, FALSE), <, 5);
}

/* There are widgets for what is seen and its neighbours, and pictures of what is seen only. */
static void
test_draws_what_is_seen (ToriTestPages *fixture, gconstpointer data)
{
  tori_test_wait (tori_page_viewer_get_complete (fixture->viewer));
  for (guint page = 0; page < tori_page_viewer_get_n_pages (fixture->viewer); page += 7)
    {
      tori_page_viewer_set_page (fixture->viewer, page);
      g_assert_cmpuint (tori_page_viewer_get_page (fixture->viewer), ==, page);
      tori_test_pages_wait_drawn (fixture, page);
      tori_test_wait (tori_test_pages_count_papers (fixture, TRUE) <= 2);
      tori_test_wait (tori_test_pages_count_papers (fixture, FALSE) <= 4);
    }
  tori_page_viewer_set_zoom (fixture->viewer, TORI_PAGE_ZOOM_MAX);
  tori_test_wait (tori_test_pages_count_papers (fixture, TRUE) == 1);
}

/* Whoever goes where no page is made yet sees it as soon as it is. */
static void
test_goes_ahead (ToriTestPages *fixture, gconstpointer data)
{
  begin_anew (fixture);
  g_assert_cmpuint (tori_page_viewer_get_n_pages (fixture->viewer), <, 40);
  tori_page_viewer_set_page (fixture->viewer, 40);
  g_assert_cmpuint (tori_page_viewer_get_page (fixture->viewer), ==, 40);
  tori_test_pages_wait_drawn (fixture, 40);
  tori_page_viewer_set_page (fixture->viewer, 100000);
  tori_test_wait (tori_page_viewer_get_complete (fixture->viewer));
  g_assert_cmpuint (tori_page_viewer_get_page (fixture->viewer), ==,
                    tori_page_viewer_get_n_pages (fixture->viewer) - 1);
  tori_test_pages_wait_drawn (fixture, tori_page_viewer_get_page (fixture->viewer));
}

static ToriInitiative *
get_initiative (ToriTestPages *fixture, guint position)
{
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (fixture->plan), 0);

  return tori_list_get (tori_pillar_get_initiatives (pillar), position);
}

static gboolean
is_called (GtkWidget *widget, const char *label)
{
  g_autofree char *other =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  return other == NULL;
}

/* Whether words stand in a cell of a page, as a screen reader has it. */
static gboolean
says (GtkWidget *paper, const char *words)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (paper); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      g_autofree char *label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (cell),
                                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, "another");

      if (strstr (label, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
changed_cb (ToriPageViewer *viewer, ToriRecord *record, const ToriField *field)
{
  g_assert_true (tori_page_viewer_update (viewer, record, field));
}

/* A change of words is on the page, which stays where it is. */
static void
test_update (ToriTestPages *fixture, gconstpointer data)
{
  guint n, n_redrawn = 0;

  tori_test_wait (tori_page_viewer_get_complete (fixture->viewer));
  n = tori_page_viewer_get_n_pages (fixture->viewer);
  gtk_adjustment_set_value (fixture->adjustment, 44);
  g_signal_connect_object (fixture->plan, "changed", G_CALLBACK (changed_cb), fixture->viewer,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (fixture->viewer, "redrawn", G_CALLBACK (count_cb), &n_redrawn);
  g_object_set (get_initiative (fixture, 0), "title", "あたらしい", NULL);
  g_assert_cmpuint (n_redrawn, ==, 1);
  g_assert_cmpuint (tori_page_viewer_get_n_pages (fixture->viewer), ==, n);
  tori_test_wait (says (tori_test_pages_get_paper (fixture, 0), "あたらしい"));
  tori_test_wait (tori_page_viewer_get_complete (fixture->viewer));
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), ==, 44);
}

/* --- Zoom --- */

static void
test_zoom (ToriTestPages *fixture, gconstpointer data)
{
  ToriPageViewer *viewer = fixture->viewer;
  guint n = 0;

  tori_page_viewer_set_zoom (viewer, 9);
  g_assert_cmpfloat (tori_page_viewer_get_zoom (viewer), ==, TORI_PAGE_ZOOM_MAX);
  tori_page_viewer_zoom_in (viewer);
  g_assert_cmpfloat (tori_page_viewer_get_zoom (viewer), ==, TORI_PAGE_ZOOM_MAX);
  for (; tori_page_viewer_get_zoom (viewer) > TORI_PAGE_ZOOM_MIN; n++)
    tori_page_viewer_zoom_out (viewer);
  g_assert_cmpuint (n, ==, 14);
  tori_page_viewer_set_zoom (viewer, 0.01);
  g_assert_cmpfloat (tori_page_viewer_get_zoom (viewer), ==, TORI_PAGE_ZOOM_MIN);
  tori_test_key (GDK_KEY_plus, GDK_CONTROL_MASK);
  tori_test_wait (tori_page_viewer_get_zoom (viewer) > 0.3);
  tori_test_key (GDK_KEY_minus, GDK_CONTROL_MASK);
  tori_test_wait (tori_page_viewer_get_zoom (viewer) < 0.3);
  tori_test_key (GDK_KEY_0, GDK_CONTROL_MASK);
  tori_test_wait (tori_page_viewer_get_zoom (viewer) == 1);
}

static int
get_page_width (ToriTestPages *fixture)
{
  return gtk_widget_get_width (tori_test_pages_get_paper (fixture, 0));
}

/* The zoom follows the room until somebody chooses one. */
static void
test_fit (ToriTestPages *fixture, gconstpointer data)
{
  const double wide = tori_page_viewer_get_zoom (fixture->viewer);

  g_assert_cmpint (tori_page_viewer_get_fit (fixture->viewer), ==, TORI_PAGE_FIT_WIDTH);
  g_assert_cmpint (get_page_width (fixture), >, 740);
  gtk_window_set_default_size (fixture->window, 600, 600);
  tori_test_wait (get_page_width (fixture) < 600 && get_page_width (fixture) > 540);
  g_assert_cmpfloat (tori_page_viewer_get_zoom (fixture->viewer), <, wide);

  tori_page_viewer_set_fit (fixture->viewer, TORI_PAGE_FIT_PAGE);
  gtk_window_set_default_size (fixture->window, 800, 300);
  tori_test_wait (gtk_widget_get_height (tori_test_pages_get_paper (fixture, 0)) < 300);
  g_assert_cmpint (gtk_widget_get_height (tori_test_pages_get_paper (fixture, 0)), >, 240);

  tori_page_viewer_set_zoom (fixture->viewer, 0.5);
  g_assert_cmpint (tori_page_viewer_get_fit (fixture->viewer), ==, TORI_PAGE_FIT_NONE);
  gtk_window_set_default_size (fixture->window, 700, 500);
  tori_test_wait (gtk_widget_get_width (GTK_WIDGET (fixture->viewer)) == 700);
  g_assert_cmpfloat (tori_page_viewer_get_zoom (fixture->viewer), ==, 0.5);
}

/* What is in the middle stays there at every size; so does the page. */
static void
test_zoom_keeps_place (ToriTestPages *fixture, gconstpointer data)
{
  static const double zooms[] = { 4, 1.5, 3, 2 };
  graphene_point_t before, after;

  tori_test_wait (tori_page_viewer_get_complete (fixture->viewer));
  tori_page_viewer_set_zoom (fixture->viewer, 2);
  tori_page_viewer_set_page (fixture->viewer, 9);
  tori_test_pages_wait_drawn (fixture, 9);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (fixture->viewer),
                                           tori_test_pages_get_paper (fixture, 9),
                                           &GRAPHENE_POINT_INIT (400, 300), &before));
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    tori_page_viewer_set_zoom (fixture->viewer, zooms[i]);
  tori_test_settle ();
  tori_test_pages_wait_drawn (fixture, 9);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (fixture->viewer),
                                           tori_test_pages_get_paper (fixture, 9),
                                           &GRAPHENE_POINT_INIT (400, 300), &after));
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 12);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 12);
}

/* --- Keys --- */

static void
test_scroll_keys (ToriTestPages *fixture, gconstpointer data)
{
  ToriPageViewer *viewer = fixture->viewer;

  tori_test_wait (tori_page_viewer_get_complete (viewer));
  tori_test_key (GDK_KEY_Page_Down, 0);
  tori_test_wait (gtk_adjustment_get_value (fixture->adjustment) > 500);
  tori_test_key (GDK_KEY_space, 0);
  tori_test_wait (gtk_adjustment_get_value (fixture->adjustment) > 1000);
  tori_test_key (GDK_KEY_space, GDK_SHIFT_MASK);
  tori_test_wait (gtk_adjustment_get_value (fixture->adjustment) < 600);
  tori_test_key (GDK_KEY_End, GDK_CONTROL_MASK);
  tori_test_wait (tori_page_viewer_get_page (viewer) + 2 >= tori_page_viewer_get_n_pages (viewer));
  tori_test_key (GDK_KEY_Home, 0);
  tori_test_wait (gtk_adjustment_get_value (fixture->adjustment) == 0);
  g_assert_cmpuint (tori_page_viewer_get_page (viewer), ==, 0);
  tori_test_key (GDK_KEY_Down, 0);
  tori_test_wait (gtk_adjustment_get_value (fixture->adjustment) > 20);

  tori_page_viewer_set_fit (viewer, TORI_PAGE_FIT_PAGE);
  tori_page_viewer_set_page (viewer, 3);
  tori_test_key (GDK_KEY_Page_Down, 0);
  tori_test_wait (tori_page_viewer_get_page (viewer) == 4);
  tori_test_key (GDK_KEY_Page_Up, 0);
  tori_test_wait (tori_page_viewer_get_page (viewer) == 3);
}

/* --- Cells --- */

typedef struct
{
  ToriRecord *record;
  char *property;
} Opened;

static void
open_cb (ToriPageViewer *viewer, ToriRecord *record, const char *property, gpointer data)
{
  Opened *opened = data;

  opened->record = record;
  g_free (opened->property);
  opened->property = g_strdup (property);
}

/* A key, until the focus is elsewhere. */
static ToriPageCell *
move_focus (ToriTestPages *fixture, guint key)
{
  GtkWidget *before = gtk_window_get_focus (fixture->window);
  GtkWidget *focus;

  tori_test_key (key, 0);
  tori_test_wait (gtk_window_get_focus (fixture->window) != before);
  focus = gtk_window_get_focus (fixture->window);
  return focus != NULL && TORI_IS_PAGE_CELL (focus) ? TORI_PAGE_CELL (focus) : NULL;
}

static ToriPageCell *
enter_row (ToriTestPages *fixture)
{
  ToriPageCell *cell = move_focus (fixture, GDK_KEY_Tab);

  while (tori_page_cell_get_property (cell) == NULL)
    cell = move_focus (fixture, GDK_KEY_Down);
  return cell;
}

/* Across a row by arrows; Return opens what the cell shows. */
static void
test_cells (ToriTestPages *fixture, gconstpointer data)
{
  static const char *const properties[] = { "title", "item", "lanes" };
  Opened opened = { NULL, NULL };
  ToriPageCell *cell;

  g_signal_connect (fixture->viewer, "open", G_CALLBACK (open_cb), &opened);
  cell = enter_row (fixture);
  g_assert_cmpstr (tori_page_cell_get_property (cell), ==, "number");
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      cell = move_focus (fixture, GDK_KEY_Right);
      g_assert_cmpstr (tori_page_cell_get_property (cell), ==, properties[i]);
    }
  cell = move_focus (fixture, GDK_KEY_Left);
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (opened.record != NULL);
  g_assert_true (opened.record
                 == tori_list_get (tori_initiative_get_schedule (get_initiative (fixture, 0)), 0));
  g_assert_cmpstr (opened.property, ==, "item");
  g_free (opened.property);
}

/* Down goes on on the next page; Escape and Tab lead out, and back to where one was. */
static void
test_cells_over_pages (ToriTestPages *fixture, gconstpointer data)
{
  ToriPageCell *cell = enter_row (fixture);

  while (gtk_widget_get_parent (GTK_WIDGET (cell)) == tori_test_pages_get_paper (fixture, 0))
    cell = move_focus (fixture, GDK_KEY_Down);
  g_assert_true (gtk_widget_get_parent (GTK_WIDGET (cell)) == tori_test_pages_get_paper (fixture, 1));
  g_assert_false (tori_page_cell_names_column (cell));
  tori_test_pages_wait_drawn (fixture, 1);
  g_assert_cmpuint (tori_page_viewer_get_page (fixture->viewer), ==, 1);
  g_assert_null (move_focus (fixture, GDK_KEY_Escape));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->viewer)));
  g_assert_true (move_focus (fixture, GDK_KEY_Tab) == cell);
}

static void
test_click (ToriTestPages *fixture, gconstpointer data)
{
  Opened opened = { NULL, NULL };
  GtkWidget *paper = tori_test_pages_get_paper (fixture, 0);
  GtkWidget *cell;

  tori_test_wait (gtk_widget_get_first_child (paper) != NULL);
  for (cell = gtk_widget_get_first_child (paper);
       g_strcmp0 (tori_page_cell_get_property (TORI_PAGE_CELL (cell)), "title") != 0;
       cell = gtk_widget_get_next_sibling (cell))
    ;
  tori_test_wait (gtk_widget_get_width (cell) > 0);
  g_signal_connect (fixture->viewer, "open", G_CALLBACK (open_cb), &opened);
  tori_test_point (cell, 5, 5);
  tori_test_button (1, TRUE);
  tori_test_button (1, FALSE);
  tori_test_wait (opened.record != NULL);
  g_assert_true (opened.record == TORI_RECORD (get_initiative (fixture, 0)));
  g_assert_cmpstr (opened.property, ==, "title");
  g_free (opened.property);
}

/* What a screen reader finds: pages with their numbers, and in them cells with their words and columns. */
static void
test_accessible (ToriTestPages *fixture, gconstpointer data)
{
  GtkWidget *paper = tori_test_pages_get_paper (fixture, 0);
  g_autofree char *label = NULL;
  ToriPageCell *cell;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (paper), GTK_ACCESSIBLE_ROLE_GROUP);
  cell = enter_row (fixture);
  cell = move_focus (fixture, GDK_KEY_Right);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "具体的な取組");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (move_focus (fixture, GDK_KEY_Up)),
                                   GTK_ACCESSIBLE_ROLE_ROW_HEADER); /* the pillar */
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (move_focus (fixture, GDK_KEY_Up)),
                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  tori_test_wait (tori_page_viewer_get_complete (fixture->viewer));
  label = g_strdup_printf (gettext ("Page %u of %u"), 1, tori_page_viewer_get_n_pages (fixture->viewer));
  tori_test_wait (is_called (paper, label));
}

/* --- Colours --- */

/* NULL: the widget has not been drawn since it changed (GTK 4.18). */
static GskRenderNode *
draw (GdkPaintable *paintable)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, 800, 600);
  return gtk_snapshot_free_to_node (snapshot);
}

static GdkRGBA
get_pixel (ToriTestPages *fixture, int x, int y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->viewer));
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;
  guint32 pixel = 0;

  tori_test_wait ((node = draw (paintable)) != NULL);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT ((float) x, (float) y, 1, 1));
  gsk_render_node_unref (node);
  gdk_texture_download (texture, (guchar *) &pixel, 4);
  return (GdkRGBA){ (float) (pixel >> 16 & 255) / 255, (float) (pixel >> 8 & 255) / 255,
                    (float) (pixel & 255) / 255, 1 };
}

/* Paper is white at night too; what it lies on is not. */
static void
test_dark (ToriTestPages *fixture, gconstpointer data)
{
  const GdkRGBA bright = get_pixel (fixture, 5, 5);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  tori_test_wait (get_pixel (fixture, 5, 5).red < 0.5f);
  g_assert_cmpfloat (bright.red, >, 0.6);
  g_assert_cmpfloat (bright.red, <, 0.95);
  g_assert_cmpfloat (get_pixel (fixture, 40, 40).red, ==, 1);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  tori_test_ui_start ();

#define ADD(name, n, function)                                                                               \
  g_test_add ("/page-viewer/" name, ToriTestPages, GUINT_TO_POINTER (n), tori_test_pages_set_up, function,   \
              tori_test_pages_tear_down)
  ADD ("follows-making", 60, test_follows_making);
  ADD ("opens-at-once", 1000, test_opens_at_once);
  ADD ("draws-what-is-seen", 20, test_draws_what_is_seen);
  ADD ("goes-ahead", 60, test_goes_ahead);
  ADD ("update", 6, test_update);
  ADD ("zoom", 2, test_zoom);
  ADD ("fit", 2, test_fit);
  ADD ("zoom-keeps-place", 20, test_zoom_keeps_place);
  ADD ("scroll-keys", 10, test_scroll_keys);
  ADD ("cells", 6, test_cells);
  ADD ("cells-over-pages", 6, test_cells_over_pages);
  ADD ("click", 6, test_click);
  ADD ("accessible", 6, test_accessible);
  ADD ("dark", 2, test_dark);
#undef ADD

  return g_test_run ();
}
