/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-phase-strip.h"

#include <adwaita.h>

#include "model/tori-history.h"
#include "model/tori-item.h"
#include "model/tori-pillar.h"
#include "support/tori-test-build.h"

typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriInitiative *initiative;
  ToriItem *item;
  GtkWidget *strip;
} Fixture;

static ToriLanes *
make_lanes (const char *phase, int from, int to, ToriSpanKind kind)
{
  ToriSpan span = { (char *) phase, from, to, kind, NULL };
  ToriLanes *lanes = tori_lanes_new ();

  tori_lanes_insert_lane (lanes, 0);
  tori_lanes_add_span (lanes, 0, &span);
  return lanes;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ToriLanes) lanes = make_lanes ("Consider", 2016, 2017, TORI_SPAN_PLANNED);
  ToriPillar *pillar;

  fixture->plan = tori_test_plan_new (2016, 2019, 2016);
  fixture->history = tori_history_new (fixture->plan);
  pillar = tori_test_add (tori_plan_get_pillars (fixture->plan), "id", "p", NULL);
  fixture->initiative = tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i", "number", "1", NULL);
  fixture->item = tori_test_add (tori_initiative_get_schedule (fixture->initiative), "id", "s", "item",
                                 "Portal", "lanes", lanes, NULL);
  fixture->strip = g_object_ref_sink (tori_phase_strip_new ());
  g_object_set (fixture->strip, "initiative", fixture->initiative, "year", 2016, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->strip);
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static void
set_lanes (Fixture *fixture, ToriLanes *lanes)
{
  tori_history_begin (fixture->history, TORI_STEP_SPAN);
  tori_history_set_boxed (fixture->history, fixture->item, "lanes", lanes);
  tori_history_end (fixture->history);
}

#define assert_spoken(fixture, words)                                                                        \
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE ((fixture)->strip), GTK_ACCESSIBLE_PROPERTY_LABEL,     \
                                       (words))

static void
test_speaks (Fixture *fixture, gconstpointer data)
{
  assert_spoken (fixture, "Consider, FY2016 to FY2017");
  tori_phase_strip_set_year (TORI_PHASE_STRIP (fixture->strip), 2018);
  assert_spoken (fixture, "Nothing scheduled in FY2018");
}

/* It says and draws what the model has, whoever changed it. */
static void
test_follows_model (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ToriLanes) lanes = make_lanes ("Carry out", 2016, 2016, TORI_SPAN_ACTUAL);

  set_lanes (fixture, lanes);
  assert_spoken (fixture, "Carry out, actual, FY2016");
  tori_history_undo (fixture->history);
  assert_spoken (fixture, "Consider, FY2016 to FY2017");
}

/* A row that was given to another initiative does not listen to the former one any more. */
static void
test_rebinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ToriLanes) lanes = make_lanes ("Carry out", 2016, 2016, TORI_SPAN_ACTUAL);
  gulong before =
      g_signal_handler_find (fixture->initiative, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, fixture->strip);

  g_assert_cmpuint (before, !=, 0);
  tori_phase_strip_set_initiative (TORI_PHASE_STRIP (fixture->strip), NULL);
  g_assert_cmpuint (
      g_signal_handler_find (fixture->initiative, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, fixture->strip), ==,
      0);
  set_lanes (fixture, lanes);
  assert_spoken (fixture, "");
}

/* What stands in the window now, as a digest of its pixels. */
static char *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gtk_test_widget_wait_for_draw (widget);
  paintable = gtk_widget_paintable_new (widget);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node, NULL);
  gsk_render_node_unref (node);
  bytes = gdk_texture_save_to_png_bytes (texture);
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* Each thing that has a meaning changes the picture: kind, years, word, the shown year, the direction. */
static void
test_draws_apart (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *phase;
    int from, to;
    ToriSpanKind kind;
    int year;
    GtkTextDirection direction;
  } cases[] = {
    { "Consider", 2016, 2017, TORI_SPAN_PLANNED, 2016, GTK_TEXT_DIR_LTR },
    { "Consider", 2016, 2017, TORI_SPAN_REVISED, 2016, GTK_TEXT_DIR_LTR },
    { "Consider", 2016, 2017, TORI_SPAN_ACTUAL, 2016, GTK_TEXT_DIR_LTR },
    { "Consider", 2016, 2018, TORI_SPAN_PLANNED, 2016, GTK_TEXT_DIR_LTR },
    { "Study", 2016, 2017, TORI_SPAN_PLANNED, 2016, GTK_TEXT_DIR_LTR },
    { "Consider", 2016, 2017, TORI_SPAN_PLANNED, 2017, GTK_TEXT_DIR_LTR },
    { "Consider", 2016, 2017, TORI_SPAN_PLANNED, 2016, GTK_TEXT_DIR_RTL },
  };
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gtk_window_set_child (GTK_WINDOW (window), fixture->strip);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ToriLanes) lanes = make_lanes (cases[i].phase, cases[i].from, cases[i].to, cases[i].kind);

      set_lanes (fixture, lanes);
      tori_phase_strip_set_year (TORI_PHASE_STRIP (fixture->strip), cases[i].year);
      gtk_widget_set_direction (fixture->strip, cases[i].direction);
      g_assert_true (g_hash_table_add (seen, draw (fixture->strip)));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Rows of a list must all be of one height, whatever is in them. */
static void
test_height (Fixture *fixture, gconstpointer data)
{
  int before, after, minimum, width;

  gtk_widget_measure (fixture->strip, GTK_ORIENTATION_VERTICAL, -1, NULL, &before, NULL, NULL);
  set_lanes (fixture, NULL);
  gtk_widget_measure (fixture->strip, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (fixture->strip, GTK_ORIENTATION_VERTICAL, width, &minimum, &after, NULL, NULL);
  g_assert_cmpint (before, >, 0);
  g_assert_cmpint (before, ==, after);
  g_assert_cmpint (before, ==, minimum);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  adw_init ();

#define ADD(name, function) g_test_add ("/phase-strip/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("speaks", test_speaks);
  ADD ("follows-model", test_follows_model);
  ADD ("rebinds", test_rebinds);
  ADD ("draws-apart", test_draws_apart);
  ADD ("height", test_height);
#undef ADD

  return g_test_run ();
}
