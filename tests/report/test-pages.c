/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "model/tori-pillar.h"
#include "model/tori-topic.h"
#include "report/tori-crew.h"
#include "report/tori-report.h"
#include "support/tori-test-build.h"
#include "support/tori-test-plans.h"

/* Pages as a preview uses them: what of the plan stands where, made bit by bit, and after a change. */

/* Columns that do not follow what stands in them. */
static const ToriReportOptions table = { TORI_REPORT_TABLE, .widths = { 30, 25, 9, 45, 18, 60, 18 } };

static ToriPages *
lay_out_with (ToriPlan *plan, const ToriReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  ToriPages *pages = tori_report_lay_out (plan, options, &error);

  g_assert_no_error (error);
  return pages;
}

static ToriPages *
lay_out (ToriPlan *plan)
{
  return lay_out_with (plan, &table);
}

static GBytes *
make_pdf (ToriPages *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tori_pages_to_pdf (pages, &error);

  g_assert_no_error (error);
  return pdf;
}

/* One initiative with everything that a row of the table shows. */
static ToriPlan *
create_plan (ToriEntry **entry)
{
  static const char *const charge[] = { "jinji", NULL };
  static const char *const topics[] = { "t1", NULL };
  ToriPlan *plan = tori_test_plan_new (2016, 2019, 2017);
  ToriDepartment *department =
      tori_test_add (tori_plan_get_departments (plan), "id", "soumu", "name", "総務部", NULL);
  ToriPillar *pillar = tori_test_add (tori_plan_get_pillars (plan), "id", "p1", "title", "人を育てる", NULL);
  ToriInitiative *initiative = tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i1", "number",
                                              "12", "title", "研修の見直し", "divisions", charge, NULL);
  g_autoptr (ToriLanes) lanes = tori_lanes_new ();

  tori_lanes_insert_lane (lanes, 0);
  tori_lanes_add_span (lanes, 0, &(ToriSpan){ .phase = (char *) "検討", .from = 2016, .to = 2016 });
  tori_lanes_add_span (lanes, 0, &(ToriSpan){ .phase = (char *) "実施", .from = 2017, .to = 2019 });
  tori_test_add (tori_department_get_divisions (department), "id", "jinji", "name", "人事課", NULL);
  tori_test_add (tori_initiative_get_schedule (initiative), "id", "s1", "item", "新任の研修", "lanes", lanes,
                 NULL);
  *entry = tori_test_add (tori_initiative_get_entries (initiative), "year", 2017, "note", "※参考です", NULL);
  tori_test_add (tori_entry_get_topics (*entry), "id", "t1", "title", "手引き", NULL);
  tori_test_add (tori_entry_get_actions (*entry), "id", "b1", "text", "・手引きを改めました\n・配りました",
                 "topics", topics, NULL);
  tori_test_add (tori_entry_get_actions (*entry), "id", "b2", "text", "・会議を開きました", NULL);
  tori_test_add (tori_entry_get_outcome (*entry), "id", "b3", "text", "育ちました", NULL);
  return plan;
}

/* Areas */

typedef struct
{
  GString *told;
  double width, height;
} Told;

static const char *
get_name (ToriRecord *record)
{
  if (TORI_IS_ENTRY (record))
    return "entry";
  return tori_record_get_id (record);
}

static void
tell_cb (const ToriPageArea *area, gpointer user_data)
{
  Told *told = user_data;
  g_auto (GStrv) lines = g_strsplit (area->text, "\n", -1);
  g_autofree char *text = g_strjoinv ("|", lines);

  g_assert_cmpfloat (area->x, >=, 0);
  g_assert_cmpfloat (area->y, >=, 0);
  g_assert_cmpfloat (area->width, >, 1);
  g_assert_cmpfloat (area->height, >, 1);
  g_assert_cmpfloat (area->x + area->width, <=, told->width);
  g_assert_cmpfloat (area->y + area->height, <=, told->height);
  if (area->repeated || area->record == NULL)
    return;
  g_string_append_printf (told->told, "%s%s %s.%s\n", area->header ? "# " : "", text, get_name (area->record),
                          area->property != NULL ? area->property : "");
}

static char *
tell (ToriPages *pages, guint page)
{
  Told told = { g_string_new (NULL) };

  tori_pages_get_size (pages, &told.width, &told.height);
  tori_pages_foreach_area (pages, page, tell_cb, &told);
  return g_string_free (told.told, FALSE);
}

static void
test_areas (void)
{
  ToriEntry *entry;
  g_autoptr (ToriPlan) plan = create_plan (&entry);
  g_autoptr (ToriPages) pages = lay_out (plan);
  g_autofree char *told = tell (pages, 0);

  /* Every field of the plan once, in the order of reading, with what it is. */
  g_assert_cmpstr (told, ==,
                   "12 i1.number\n"
                   "① 研修の見直し i1.title\n"
                   "□新任の研修 s1.item\n"
                   "検討|実施 s1.lanes\n"
                   "<手引き> t1.title\n"
                   "・手引きを改めました|・配りました b1.text\n"
                   "・会議を開きました b2.text\n"
                   "※参考です entry.note\n"
                   " i1.\n"
                   "育ちました b3.text\n"
                   "総務部人事課 i1.divisions\n");
}

static void
take_area (const ToriPageArea *area, gpointer user_data)
{
  g_array_append_vals (user_data, area, 1);
}

/* Where areas touch each other they share the cell without a gap, so that a click always meets one. */
static void
test_areas_fill_cells (void)
{
  ToriEntry *entry;
  g_autoptr (ToriPlan) plan = create_plan (&entry);
  g_autoptr (ToriPages) pages = lay_out (plan);
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (ToriPageArea));
  guint n_parts = 0;

  tori_pages_foreach_area (pages, 0, take_area, areas);
  for (guint i = 1; i < areas->len; i++)
    {
      const ToriPageArea *last = &g_array_index (areas, ToriPageArea, i - 1);
      const ToriPageArea *area = &g_array_index (areas, ToriPageArea, i);

      if (last->record == NULL || area->x > last->x || area->x < last->x || area->y <= last->y)
        continue;
      g_assert_cmpfloat_with_epsilon (area->y, last->y + last->height, 0.01);
      n_parts++;
    }
  g_assert_cmpuint (n_parts, ==, 3); /* the actions, under the first of them */
}

/* Targets */

static void
test_targets (void)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (20);
  g_autoptr (ToriPages) pages = lay_out (plan);
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (plan), 4);
  ToriList *initiatives = tori_pillar_get_initiatives (pillar);
  ToriRecord *last = tori_list_get (initiatives, tori_list_get_length (initiatives) - 1);
  g_autofree char *name = g_strconcat ("initiative:", tori_record_get_id (last), NULL);
  guint page;
  double y, width, height;

  g_assert_true (tori_pages_advance (pages, 0));
  g_assert_false (tori_pages_find_target (pages, name, &page, &y));
  g_assert_cmpuint (tori_pages_get_n_pages (pages), >, 5);
  g_assert_true (tori_pages_find_target (pages, name, &page, &y));
  tori_pages_get_size (pages, &width, &height);
  g_assert_cmpuint (page, >=, tori_pages_get_n_pages (pages) - 2);
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (y, <, height);
  g_assert_false (tori_pages_find_target (pages, "initiative:", &page, &y));
}

/* Bit by bit */

static void
test_work (void)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (20);
  g_autoptr (ToriPages) pages = lay_out (plan);
  g_autoptr (ToriPages) whole = lay_out (plan);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) whole_pdf = make_pdf (whole);
  guint n_steps = 0, n = 0;

  g_assert_cmpuint (tori_pages_get_n_made (pages), ==, 0);
  g_assert_false (tori_pages_is_complete (pages));
  /* No time at all: a bit each. */
  while (!tori_pages_work (pages, 0))
    {
      g_assert_false (tori_pages_is_complete (pages));
      g_assert_cmpuint (tori_pages_get_n_made (pages), >=, n);
      n = tori_pages_get_n_made (pages);
      n_steps++;
    }
  g_assert_cmpuint (n_steps, >=, 20);
  g_assert_true (tori_pages_is_complete (pages));
  g_assert_cmpuint (tori_pages_get_n_made (pages), ==, tori_pages_get_n_pages (whole));
  pdf = make_pdf (pages);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), g_bytes_get_data (whole_pdf, NULL),
                   g_bytes_get_size (whole_pdf));
}

/* Changes */

static gboolean updated;

static void
changed_cb (ToriRecord *plan, ToriRecord *source, gpointer field, ToriPages *pages)
{
  updated = tori_pages_update (pages, source, field);
}

static void
assert_like_anew (ToriPages *pages, ToriPlan *plan)
{
  g_autoptr (ToriPages) anew = lay_out (plan);
  g_autoptr (GBytes) pdf = make_pdf (pages);
  g_autoptr (GBytes) expected = make_pdf (anew);

  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), g_bytes_get_data (expected, NULL),
                   g_bytes_get_size (expected));
}

static void
test_update (void)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (20);
  g_autoptr (ToriPages) pages = lay_out (plan);
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (plan), 1);
  ToriInitiative *initiative = tori_list_get (tori_pillar_get_initiatives (pillar), 2);
  ToriEntry *entry = tori_initiative_find_entry (initiative, tori_plan_get_year (plan));
  ToriBlock *block = tori_list_get (tori_entry_get_actions (entry), 0);
  g_autofree char *longer = g_strconcat (tori_block_get_text (block), "あ", NULL);
  g_autoptr (GString) endless = g_string_new (NULL);
  guint n = tori_pages_get_n_pages (pages);

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (endless, "・%u番目の行です\n", i);
  g_signal_connect (plan, "changed", G_CALLBACK (changed_cb), pages);
  g_object_set (block, "text", longer, NULL);
  g_assert_true (updated);
  assert_like_anew (pages, plan);
  /* Much longer, so that all pages after it move; then nothing. */
  g_object_set (block, "text", endless->str, NULL);
  g_assert_true (updated);
  g_assert_true (tori_pages_advance (pages, 0));
  g_assert_cmpuint (tori_pages_get_n_pages (pages), >, n + 2);
  assert_like_anew (pages, plan);
  g_object_set (block, "text", "", NULL);
  g_assert_true (updated);
  assert_like_anew (pages, plan);
  /* A title stands in the outline too. */
  g_object_set (initiative, "title", "題名を改めた取組", NULL);
  g_assert_true (updated);
  assert_like_anew (pages, plan);
}

/* Threads */

/* The same bytes, however many set the rows, and in whatever order these become ready. */
static void
test_threads (void)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (20);
  g_autoptr (GBytes) expected = NULL;

  for (guint size = 1; size <= 4; size++)
    {
      g_autoptr (ToriPages) pages = NULL;
      g_autoptr (GBytes) pdf = NULL;

      tori_crew_set_default_size (size);
      pages = lay_out (plan);
      pdf = make_pdf (pages);
      if (expected == NULL)
        expected = g_bytes_ref (pdf);
      g_assert_cmpmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf),
                       g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
    }
  tori_crew_set_default_size (0);
}

/* Changes while rows are being set that were written before: nothing of the former text comes through. */
static void
test_update_while_setting (void)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (20);
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (plan), 0);
  ToriList *initiatives = tori_pillar_get_initiatives (pillar);
  g_autoptr (ToriPages) pages = NULL;

  tori_crew_set_default_size (4);
  pages = lay_out (plan);
  g_signal_connect (plan, "changed", G_CALLBACK (changed_cb), pages);
  for (guint i = 0; i < tori_list_get_length (initiatives); i++)
    {
      g_autofree char *title = g_strdup_printf ("%u番目に改めた題名", i);

      tori_pages_work (pages, 0);
      updated = FALSE;
      g_object_set (tori_list_get (initiatives, i), "title", title, NULL);
      g_assert_true (updated);
    }
  assert_like_anew (pages, plan);
  tori_crew_set_default_size (0);
}

/* Pages that nobody wants any more are let go of while others still set them. */
static void
test_given_up (void)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (20);

  tori_crew_set_default_size (4);
  for (guint i = 0; i < 10; i++)
    {
      ToriPages *pages = lay_out (plan);

      tori_pages_advance (pages, i / 3);
      g_assert_finalize_object (pages);
    }
  tori_crew_set_default_size (0);
}

/* What can change rows, columns or counts wants a new report. */
static void
test_no_update (void)
{
  ToriEntry *entry;
  g_autoptr (ToriPlan) plan = create_plan (&entry);
  g_autoptr (ToriPages) pages = lay_out (plan);
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (plan), 0);
  ToriInitiative *initiative = tori_list_get (tori_pillar_get_initiatives (pillar), 0);

  tori_pages_get_n_pages (pages);
  g_signal_connect (plan, "changed", G_CALLBACK (changed_cb), pages);
  updated = TRUE;
  g_object_set (initiative, "number", "R12-100", NULL);
  g_assert_false (updated);
  updated = TRUE;
  g_object_set (pillar, "title", "別の柱", NULL);
  g_assert_false (updated);
  updated = TRUE;
  tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i2", "title", "加わった取組", NULL);
  g_assert_false (updated);
}

/* Characters stand in order from one end of their line to the other. */
static void
check_places (const ToriPageLine *line, gpointer data)
{
  double before = tori_page_line_find_x (line, 0);

  g_assert_cmpfloat_with_epsilon (before, line->x, 1);
  for (const char *p = g_utf8_next_char (line->text); *p != '\0'; p = g_utf8_next_char (p))
    {
      const double x = tori_page_line_find_x (line, (gsize) (p - line->text));

      g_assert_cmpfloat (x, >=, before - 0.01);
      before = x;
    }
  g_assert_cmpfloat_with_epsilon (tori_page_line_find_x (line, strlen (line->text)), line->x + line->width,
                                  0.01);
  (*(guint *) data)++;
}

static void
test_places (void)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (2);
  g_autoptr (ToriPages) pages = lay_out (plan);
  guint n = 0;

  tori_pages_foreach_line (pages, 0, check_places, &n);
  g_assert_cmpuint (n, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/pages/areas", test_areas);
  g_test_add_func ("/pages/areas-fill-cells", test_areas_fill_cells);
  g_test_add_func ("/pages/targets", test_targets);
  g_test_add_func ("/pages/work", test_work);
  g_test_add_func ("/pages/update", test_update);
  g_test_add_func ("/pages/no-update", test_no_update);
  g_test_add_func ("/pages/threads", test_threads);
  g_test_add_func ("/pages/update-while-setting", test_update_while_setting);
  g_test_add_func ("/pages/given-up", test_given_up);
  g_test_add_func ("/pages/places", test_places);
  return g_test_run ();
}
