/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-pillar.h"
#include "model/tori-topic.h"
#include "report/tori-report.h"
#include "storage/tori-codec.h"
#include "support/tori-test-build.h"
#include "support/tori-test-data.h"
#include "support/tori-test-pdf.h"

/* The summaries of departments and divisions: the list on their cover, and both forms in which they are told.
 */

static ToriPlan *
read_plan (const char *path)
{
  gsize length;
  g_autofree char *text = tori_test_read (path, &length);
  g_autoptr (GError) error = NULL;
  ToriPlan *plan = tori_codec_decode (text, length, &error);

  g_assert_no_error (error);
  return plan;
}

static ToriPlan *
read_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TORIKUMI_SAMPLES"), "shiomihara.torikumi", NULL);

  return read_plan (path);
}

static ToriPages *
lay_out (ToriPlan *plan, const ToriReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  ToriPages *pages = tori_report_lay_out (plan, options, &error);

  g_assert_no_error (error);
  return pages;
}

/* --- The cover --- */

typedef struct
{
  ToriPages *pages;
  GString *text;
  ToriRecord *led_to; /* what stands where a link leads to */
  guint wanted_page;
  double wanted_y;
  guint n_links;
} Cover;

static void
find_led_to (const ToriPageArea *area, gpointer user_data)
{
  Cover *cover = user_data;

  if (cover->led_to == NULL && !area->repeated && !area->column && area->y > cover->wanted_y - 0.5)
    cover->led_to = area->record;
}

static void
take_cover (const ToriPageArea *area, gpointer user_data)
{
  Cover *cover = user_data;

  g_string_append (cover->text, area->text);
  g_string_append_c (cover->text, '\n');
  if (area->link == NULL)
    return;
  cover->n_links++;
  g_assert_true (tori_pages_find_target (cover->pages, area->link, &cover->wanted_page, &cover->wanted_y));
  g_assert_cmpuint (cover->wanted_page, >, 0);
  cover->led_to = NULL;
  tori_pages_foreach_area (cover->pages, cover->wanted_page, find_led_to, cover);
  g_assert_true (cover->led_to == area->record);
}

/* It lists each initiative, whole or in part, and leads to where it is told. */
static void
test_cover (void)
{
  static const ToriReportForm forms[] = { TORI_REPORT_FORM_TABLE, TORI_REPORT_FORM_BLOCKS };
  const char *const only[] = { "人事課", NULL };
  g_autoptr (ToriPlan) plan = read_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const ToriReportOptions options = { TORI_REPORT_DIVISION, .only = only, .form = forms[i] };
      g_autoptr (ToriPages) pages = lay_out (plan, &options);
      Cover cover = { pages, g_string_new (NULL) };

      g_assert_cmpuint (tori_pages_get_n_pages (pages), >, 1);
      tori_pages_foreach_area (pages, 0, take_cover, &cover);
      g_assert_cmpuint (cover.n_links, ==, 5);
      g_assert_nonnull (strstr (cover.text->str, "取組全体\n"));
      g_assert_nonnull (strstr (cover.text->str, "一部（勤務時間管理の適正化、"));
      g_assert_nonnull (strstr (cover.text->str, "取組達成度：継続\n"));
      g_string_free (cover.text, TRUE);
    }
}

static void
append_text (const ToriPageArea *area, gpointer user_data)
{
  if (area->repeated)
    g_string_append (user_data, "(again)");
  g_string_append (user_data, area->text);
  g_string_append_c (user_data, '\n');
}

/* Who has nothing to do gets a cover that says so. */
static void
test_nothing_to_do (void)
{
  static const ToriReportForm forms[] = { TORI_REPORT_FORM_TABLE, TORI_REPORT_FORM_BLOCKS };
  const char *const only[] = { "総務部", NULL };
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2019, 2017);

  tori_test_add (tori_plan_get_departments (plan), "id", "soumu", "name", "総務部", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const ToriReportOptions options = { TORI_REPORT_DEPARTMENT, .only = only, .form = forms[i] };
      g_autoptr (ToriPages) pages = lay_out (plan, &options);
      g_autoptr (GString) text = g_string_new (NULL);

      tori_pages_foreach_area (pages, 0, append_text, text);
      g_assert_nonnull (strstr (text->str, "There are no initiatives here in this year."));
    }
}

/* --- Both forms --- */

static char *
name_field (gpointer record, const char *property)
{
  return g_strdup_printf ("%s %p %s", G_OBJECT_TYPE_NAME (record), record, property);
}

/* What the forms tell alike: all but the names of pillars and initiatives, which stand at other places, and
 * of topics, which are said again at each of their texts. */
static void
take_field (const ToriPageArea *area, gpointer user_data)
{
  GHashTable *fields = user_data;
  g_autofree char *name = NULL;
  g_autofree char *squeezed = NULL;
  GString *text;

  if (area->repeated || area->record == NULL || area->property == NULL || TORI_IS_PILLAR (area->record)
      || (TORI_IS_INITIATIVE (area->record) && !g_str_equal (area->property, "divisions"))
      || (TORI_IS_TOPIC (area->record) && g_str_equal (area->property, "title"))
      || g_str_equal (area->property, "topics"))
    return;
  name = name_field (area->record, area->property);
  text = g_hash_table_lookup (fields, name);
  if (text == NULL)
    {
      text = g_string_new (NULL);
      g_hash_table_insert (fields, g_steal_pointer (&name), text);
    }
  squeezed = tori_test_squeeze (area->text);
  g_string_append (text, squeezed);
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

static GHashTable *
list_fields (ToriPlan *plan, const ToriReportOptions *options)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_string);
  g_autoptr (ToriPages) pages = lay_out (plan, options);

  for (guint page = 0; page < tori_pages_get_n_pages (pages); page++)
    tori_pages_foreach_area (pages, page, take_field, fields);
  return fields;
}

/* Each word that stands in the columns of the table stands in the frames as well, whole and in its order. */
static void
test_forms_are_alike (void)
{
  static const ToriReportKind kinds[] = { TORI_REPORT_DEPARTMENT, TORI_REPORT_DIVISION };
  g_auto (GStrv) paths = tori_test_list_plans ();
  guint n = 0;

  for (guint i = 0; paths[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        g_autoptr (ToriPlan) plan = read_plan (paths[i]);
        const ToriReportOptions table = { kinds[k] };
        const ToriReportOptions frames = { kinds[k], .form = TORI_REPORT_FORM_BLOCKS, .portrait = TRUE,
                                           .font_size = 12 };
        g_autoptr (GHashTable) in_table = list_fields (plan, &table);
        g_autoptr (GHashTable) in_frames = list_fields (plan, &frames);
        GHashTableIter iter;
        gpointer name, text;

        g_assert_cmpuint (g_hash_table_size (in_frames), ==, g_hash_table_size (in_table));
        g_hash_table_iter_init (&iter, in_table);
        while (g_hash_table_iter_next (&iter, &name, &text))
          {
            GString *other = g_hash_table_lookup (in_frames, name);

            g_test_message ("%s: %s", paths[i], (char *) name);
            g_assert_nonnull (other);
            g_assert_cmpstr (other->str, ==, ((GString *) text)->str);
            n++;
          }
      }
  g_assert_cmpuint (n, >, 100);
}

/* After a break: the years, the pillar, number and title, and the name of the row that goes on. */
static void
test_frame_goes_on (void)
{
  static const char *const charge[] = { "jinji", NULL };
  const ToriReportOptions options = { TORI_REPORT_DEPARTMENT, .form = TORI_REPORT_FORM_BLOCKS };
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2019, 2017);
  ToriDepartment *department =
      tori_test_add (tori_plan_get_departments (plan), "id", "soumu", "name", "総務部", NULL);
  ToriPillar *pillar = tori_test_add (tori_plan_get_pillars (plan), "id", "p1", "title", "柱の名", NULL);
  ToriInitiative *initiative = tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i1", "number", "7",
                                              "title", "長い取組", "divisions", charge, NULL);
  ToriEntry *entry = tori_test_add (tori_initiative_get_entries (initiative), "year", 2017, NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (ToriPages) pages = NULL;
  guint n_pages;

  g_object_set (plan, "title", "改革", NULL);
  tori_test_add (tori_department_get_divisions (department), "id", "jinji", "name", "人事課", NULL);
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (lines, "・%u番目の取組\n", i);
  tori_test_add (tori_entry_get_actions (entry), "id", "b1", "text", lines->str, NULL);
  pages = lay_out (plan, &options);
  n_pages = tori_pages_get_n_pages (pages);
  g_assert_cmpuint (n_pages, >, 4);
  for (guint page = 2; page < n_pages; page++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      tori_pages_foreach_area (pages, page, append_text, text);
      g_test_message ("page %u: %.200s", page + 1, text->str);
      g_assert_nonnull (strstr (text->str, "29年度"));
      g_assert_nonnull (strstr (text->str, "(again)Ⅰ　柱の名7　① 長い取組（つづき）"));
      if (page + 1 < n_pages)
        g_assert_nonnull (strstr (text->str, "取組実績（つづき）"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report-parts/cover", test_cover);
  g_test_add_func ("/report-parts/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/report-parts/forms-are-alike", test_forms_are_alike);
  g_test_add_func ("/report-parts/frame-goes-on", test_frame_goes_on);
  return g_test_run ();
}
