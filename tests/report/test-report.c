/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-block.h"
#include "model/tori-item.h"
#include "model/tori-level.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"
#include "report/tori-report.h"
#include "storage/tori-codec.h"
#include "support/tori-test-build.h"
#include "support/tori-test-data.h"

/* Reports of every plan there is: that nothing of it is missing, and that nothing leaves its cell. */

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

static void
append_solid (GString *string, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_unichar (string, g_utf8_get_char (p));
    }
}

/* The text of all pages without blanks, a string for each left edge of cells: a column from top to bottom. */
typedef struct
{
  double bottom;       /* of the page */
  GHashTable *columns; /* left edge in tenths of a point → GString */
} Painted;

static void
take_line (const ToriPageLine *line, gpointer user_data)
{
  Painted *painted = user_data;
  gpointer key = GINT_TO_POINTER ((int) (line->cell_x * 10 + 0.5));
  GString *column = g_hash_table_lookup (painted->columns, key);

  g_assert_cmpfloat (line->x, >=, line->cell_x - 0.5);
  g_assert_cmpfloat (line->x + line->width, <=, line->cell_x + line->cell_width + 0.5);
  g_assert_cmpfloat (line->y, >=, line->cell_y - 0.5);
  g_assert_cmpfloat (line->y + line->height, <=, line->cell_y + line->cell_height + 0.5);
  g_assert_cmpfloat (line->y + line->height, <=, painted->bottom);
  if (line->repeated)
    return;
  if (column == NULL)
    {
      column = g_string_new (NULL);
      g_hash_table_insert (painted->columns, key, column);
    }
  append_solid (column, line->text);
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

static Painted
paint (ToriPages *pages)
{
  Painted painted = { .columns = g_hash_table_new_full (NULL, NULL, NULL, free_string) };
  double width;

  tori_pages_get_size (pages, &width, &painted.bottom);
  for (guint i = 0; i < tori_pages_get_n_pages (pages); i++)
    tori_pages_foreach_line (pages, i, take_line, &painted);
  return painted;
}

static Painted
paint_plan (ToriPlan *plan, const ToriReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPages) pages = tori_report_lay_out (plan, options, &error);

  g_assert_no_error (error);
  return paint (pages);
}

static void
clear_painted (Painted *painted)
{
  g_hash_table_unref (painted->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Painted, clear_painted)

static gboolean
has_text (const Painted *painted, const char *text)
{
  g_autoptr (GString) solid = g_string_new (NULL);
  GHashTableIter iter;
  gpointer column;

  append_solid (solid, text);
  g_hash_table_iter_init (&iter, painted->columns);
  while (g_hash_table_iter_next (&iter, NULL, &column))
    {
      if (strstr (((GString *) column)->str, solid->str) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
assert_painted (const Painted *painted, const char *text)
{
  if (has_text (painted, text))
    return;
  g_test_message ("not on paper: %s", text);
  g_test_fail ();
}

static void
assert_blocks_painted (const Painted *painted, ToriList *blocks)
{
  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    assert_painted (painted, tori_block_get_text (tori_list_get (blocks, i)));
}

static void
assert_initiative_painted (const Painted *painted, ToriInitiative *initiative, int year)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);
  ToriList *items = tori_initiative_get_schedule (initiative);

  assert_painted (painted, tori_initiative_get_number (initiative));
  assert_painted (painted, tori_initiative_get_title (initiative));
  if (entry == NULL)
    return;
  for (guint i = 0; i < tori_list_get_length (items); i++)
    assert_painted (painted, tori_item_get_item (tori_list_get (items, i)));
  assert_blocks_painted (painted, tori_entry_get_actions (entry));
  assert_blocks_painted (painted, tori_entry_get_outcome (entry));
  assert_blocks_painted (painted, tori_entry_get_outlook (entry));
  assert_painted (painted, tori_entry_get_note (entry));
}

static void
assert_plan_painted (ToriPlan *plan, const Painted *painted, int year)
{
  ToriList *pillars = tori_plan_get_pillars (plan);

  for (guint p = 0; p < tori_list_get_length (pillars); p++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));

      assert_painted (painted, tori_pillar_get_title (tori_list_get (pillars, p)));
      for (guint i = 0; i < tori_list_get_length (initiatives); i++)
        {
          if (tori_initiative_covers_year (tori_list_get (initiatives, i), year))
            assert_initiative_painted (painted, tori_list_get (initiatives, i), year);
        }
    }
}

static void
test_plans_are_complete (void)
{
  static const ToriReportOptions options[] = {
    { TORI_REPORT_TABLE },
    { TORI_REPORT_TABLE, .paper = TORI_PAPER_A3 },
    { TORI_REPORT_TABLE, .font_size = 16, .portrait = TRUE },
  };
  g_auto (GStrv) paths = tori_test_list_plans ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (ToriPlan) plan = read_plan (paths[i]);

      g_test_message ("%s", paths[i]);
      for (guint k = 0; k < G_N_ELEMENTS (options); k++)
        {
          g_auto (Painted) painted = paint_plan (plan, &options[k]);

          assert_plan_painted (plan, &painted, tori_plan_get_year (plan));
        }
    }
}

/* Plans that are harder than real ones */

static char *
make_words (guint n)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_unichar (words, 0x4e00 + i % 5000);
  return g_string_free (words, FALSE);
}

static void
test_empty_plans (void)
{
  static const ToriReportOptions options[] = { { TORI_REPORT_TABLE },
                                               { TORI_REPORT_DEPARTMENT },
                                               { TORI_REPORT_DIVISION } };
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2019, 2017);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (ToriPages) pages = tori_report_lay_out (plan, &options[i], NULL);
      g_auto (Painted) painted = paint (pages);

      g_assert_cmpuint (tori_pages_get_n_pages (pages), ==, 1);
      assert_painted (&painted, "There are no initiatives here in this year.");
    }
}

static void
test_empty_pillar (void)
{
  const ToriReportOptions options = { TORI_REPORT_TABLE };
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2019, 2017);
  g_auto (Painted) painted = { 0 };

  tori_test_add (tori_plan_get_pillars (plan), "id", "p1", "title", "空の柱", NULL);
  painted = paint_plan (plan, &options);
  assert_painted (&painted, "空の柱");
  assert_painted (&painted, "There are no initiatives here in this year.");
}

static void
test_long_texts (void)
{
  static const ToriReportOptions options[] = { { TORI_REPORT_TABLE },
                                               { TORI_REPORT_TABLE, .portrait = TRUE, .font_size = 16 },
                                               { TORI_REPORT_TABLE, .paper = TORI_PAPER_A3,
                                                 .font_size = 5 } };
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2019, 2017);
  g_autofree char *words = make_words (300);
  g_autoptr (GString) lines = g_string_new (NULL);
  ToriPillar *pillar = tori_test_add (tori_plan_get_pillars (plan), "id", "p1", "title", words, NULL);
  ToriInitiative *initiative = tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i1", "number",
                                              "R12-100", "title", words, NULL);
  ToriEntry *entry =
      tori_test_add (tori_initiative_get_entries (initiative), "year", 2017, "note", words, NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (lines, "%s・%u番目の取組をしました(%u月)\n", i % 3 == 0 ? "　" : "", i,
                            i % 12 + 1);
  tori_test_add (tori_entry_get_actions (entry), "id", "b1", "text", lines->str, NULL);
  tori_test_add (tori_entry_get_outlook (entry), "id", "b2", "text", words, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_auto (Painted) painted = paint_plan (plan, &options[i]);

      assert_plan_painted (plan, &painted, 2017);
    }
}

/* A plan longer than the table has columns, and arrows beyond its ends. */
static void
test_many_years (void)
{
  static const ToriReportOptions options[] = { { TORI_REPORT_TABLE },
                                               { TORI_REPORT_TABLE, .portrait = TRUE },
                                               { TORI_REPORT_TABLE, .paper = TORI_PAPER_A3 } };

  for (int n_years = 1; n_years < 60; n_years += 17)
    {
      g_autoptr (ToriPlan) plan = tori_test_plan_new (1990, 1989 + n_years, 1990);
      g_autoptr (ToriLanes) lanes = tori_lanes_new ();
      const ToriSpan before = { (char *) "以前の検討", 1980, 1985 };
      const ToriSpan across = { (char *) "実施", 1988, 2100 };
      ToriPillar *pillar = tori_test_add (tori_plan_get_pillars (plan), "id", "p1", "title", "柱", NULL);
      ToriInitiative *initiative = tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i1", "number",
                                                  "1", "title", "取組", NULL);

      tori_lanes_insert_lane (lanes, 0);
      tori_lanes_add_span (lanes, 0, &before);
      tori_lanes_add_span (lanes, 0, &across);
      tori_test_add (tori_initiative_get_schedule (initiative), "id", "s1", "item", "項目", "lanes", lanes,
                     NULL);
      for (guint i = 0; i < G_N_ELEMENTS (options); i++)
        {
          g_auto (Painted) painted = paint_plan (plan, &options[i]);

          assert_plan_painted (plan, &painted, 1990);
          assert_painted (&painted, "以前の検討(昭和55年度～昭和60年度)");
          assert_painted (&painted, "実施");
        }
    }
}

/* Departments and divisions */

typedef struct
{
  const char *id;
  const char *title;
  const char *divisions[2];
  const char *items[2];
} TopicSpec;

/* 総務部 (人事課, 財政課) and 市民部 (市民課); initiative 1 is 人事課's, initiative 2 has a topic of 人事課
 * and one of 市民課. */
static ToriPlan *
create_shared_plan (void)
{
  static const char *const personnel[] = { "jinji", NULL };
  static const TopicSpec topics[] = { { "t1", "研修の充実", { "jinji" }, { "s1" } },
                                      { "t2", "窓口の案内", { "shimin" }, { "s2" } } };
  ToriPlan *plan = tori_test_plan_new (2016, 2019, 2017);
  ToriScale *scale = tori_test_add (tori_plan_get_scales (plan), "id", "a", "name", "達成度", NULL);
  g_autoptr (ToriRatings) ratings = tori_test_rating ("a", "done", 0);
  ToriDepartment *department =
      tori_test_add (tori_plan_get_departments (plan), "id", "soumu", "name", "総務部", NULL);
  ToriPillar *pillar = tori_test_add (tori_plan_get_pillars (plan), "id", "p1", "title", "柱", NULL);
  ToriInitiative *initiative;
  ToriEntry *entry;

  tori_test_add (tori_scale_get_levels (scale), "id", "done", "name", "達成", NULL);
  tori_test_add (tori_department_get_divisions (department), "id", "jinji", "name", "人事課", NULL);
  tori_test_add (tori_department_get_divisions (department), "id", "zaisei", "name", "財政課", NULL);
  department = tori_test_add (tori_plan_get_departments (plan), "id", "shiminbu", "name", "市民部", NULL);
  tori_test_add (tori_department_get_divisions (department), "id", "shimin", "name", "市民課", NULL);
  initiative = tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i1", "number", "1", "title",
                              "職員を育てる", "divisions", personnel, NULL);
  tori_test_add (tori_initiative_get_entries (initiative), "year", 2017, "ratings", ratings, NULL);
  initiative = tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i2", "number", "2", "title",
                              "窓口を良くする", NULL);
  entry = tori_test_add (tori_initiative_get_entries (initiative), "year", 2017, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      const char *const names[] = { topics[i].id, NULL };
      g_autofree char *text = g_strdup_printf ("・%sを行いました。", topics[i].title);
      g_autofree char *item = g_strdup_printf ("%sの実施", topics[i].title);
      g_autofree char *block = g_strdup_printf ("b%u", i);

      tori_test_add (tori_initiative_get_schedule (initiative), "id", topics[i].items[0], "item", item, NULL);
      tori_test_add (tori_entry_get_topics (entry), "id", topics[i].id, "title", topics[i].title, "divisions",
                     topics[i].divisions, "items", topics[i].items, NULL);
      tori_test_add (tori_entry_get_actions (entry), "id", block, "topics", names, "text", text, NULL);
    }
  return plan;
}

static void
test_parts (void)
{
  g_autoptr (ToriPlan) plan = create_shared_plan ();
  g_autoptr (GPtrArray) departments = tori_report_list_parts (plan, TORI_REPORT_DEPARTMENT, 0);
  g_autoptr (GPtrArray) divisions = tori_report_list_parts (plan, TORI_REPORT_DIVISION, 2017);
  g_autoptr (GPtrArray) none = tori_report_list_parts (plan, TORI_REPORT_TABLE, 2017);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (departments->len, ==, 2);
  g_assert_cmpstr (((ToriReportPart *) departments->pdata[0])->name, ==, "総務部");
  /* 財政課 has nothing to do. */
  g_assert_cmpuint (divisions->len, ==, 2);
  g_assert_cmpstr (((ToriReportPart *) divisions->pdata[0])->name, ==, "総務部人事課");
  g_assert_cmpstr (((ToriReportPart *) divisions->pdata[1])->id, ==, "shimin");
}

static void
test_own_topics (void)
{
  static const char *const words[] = { "総務部", "soumu", "人事課", "総務部人事課", "jinji" };
  g_autoptr (ToriPlan) plan = create_shared_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *const only[] = { words[i], NULL };
      ToriReportOptions options = { i < 2 ? TORI_REPORT_DEPARTMENT : TORI_REPORT_DIVISION, .only = only };
      g_auto (Painted) painted = paint_plan (plan, &options);

      g_assert_true (has_text (&painted, "職員を育てる"));
      g_assert_true (has_text (&painted, "・研修の充実を行いました。"));
      g_assert_true (has_text (&painted, "□研修の充実の実施"));
      g_assert_false (has_text (&painted, "窓口の案内を行いました"));
      g_assert_false (has_text (&painted, "窓口の案内の実施"));
      g_assert_true (has_text (&painted, "Others in No. 2: 窓口の案内 (市民部市民課)"));
      g_assert_true (has_text (&painted, "Whole initiatives"));
    }
}

static void
test_only_in_table (void)
{
  const char *const only[] = { "市民課", NULL };
  const ToriReportOptions options = { TORI_REPORT_TABLE, .only = only };
  g_autoptr (ToriPlan) plan = create_shared_plan ();
  g_auto (Painted) painted = paint_plan (plan, &options);

  g_assert_false (has_text (&painted, "職員を育てる"));
  g_assert_true (has_text (&painted, "・研修の充実を行いました。"));
  g_assert_true (has_text (&painted, "窓口の案内を行いました"));
}

static void
test_unknown_part (void)
{
  static const struct
  {
    ToriReportKind kind;
    const char *word;
  } cases[] = { { TORI_REPORT_DEPARTMENT, "人事課" },
                { TORI_REPORT_DIVISION, "総務" },
                { TORI_REPORT_DIVISION, "" },
                { TORI_REPORT_TABLE, "教育部" } };
  g_autoptr (ToriPlan) plan = create_shared_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const only[] = { cases[i].word, NULL };
      const ToriReportOptions options = { cases[i].kind, .only = only };
      g_autoptr (GError) error = NULL;

      g_assert_null (tori_report_to_pdf (plan, &options, &error));
      g_assert_error (error, TORI_REPORT_ERROR, TORI_REPORT_ERROR_NO_PART);
      g_assert_cmpstr (error->message, ==, cases[i].word);
    }
}

/* Names without end do not push the rows off the page. */
static void
test_long_names (void)
{
  g_autoptr (ToriPlan) plan = create_shared_plan ();
  ToriScale *scale = tori_list_get (tori_plan_get_scales (plan), 0);
  g_autofree char *words = make_words (400);

  g_object_set (scale, "name", words, NULL);
  g_object_set (tori_list_get (tori_scale_get_levels (scale), 0), "name", words, NULL);
  g_object_set (tori_list_get (tori_plan_get_departments (plan), 0), "name", words, NULL);
  for (ToriReportKind kind = TORI_REPORT_TABLE; kind <= TORI_REPORT_DIVISION; kind++)
    {
      const ToriReportOptions options = { kind, .font_size = 12, .portrait = TRUE };
      g_auto (Painted) painted = paint_plan (plan, &options);

      assert_painted (&painted, words);
      assert_painted (&painted, "・研修の充実を行いました。");
    }
}

/* The fixed words of the form are those of the document's language, whatever the user's is; this test runs in
 * no locale at all. */
static void
test_language_of_the_plan (void)
{
  const ToriReportOptions options = { TORI_REPORT_DEPARTMENT };
  g_autoptr (ToriPlan) plan = create_shared_plan ();
  g_auto (Painted) japanese = { 0 };
  g_auto (Painted) english = { 0 };

  g_object_set (plan, "title", "行政改革", NULL);
  japanese = paint_plan (plan, &options);
  assert_painted (&japanese, "＜研修の充実＞");
  assert_painted (&japanese, "未記入");
  assert_painted (&japanese, "窓口の案内（市民部市民課）");
  g_assert_false (has_text (&japanese, "Not assessed"));

  g_object_set (plan, "title", "Reform of Springfield", "organization", "Springfield", NULL);
  english = paint_plan (plan, &options);
  assert_painted (&english, "<研修の充実>");
  assert_painted (&english, "Not assessed");
  g_assert_false (has_text (&english, "未記入"));
}

/* A plan that says nothing yet is printed in the user's language. */
static void
test_language_of_the_user (void)
{
  if (g_test_subprocess ())
    {
      const ToriReportOptions options = { TORI_REPORT_DEPARTMENT };
      g_autoptr (ToriPlan) plan = create_shared_plan ();
      g_auto (Painted) painted = { 0 };

      g_object_set (plan, "title", "", "organization", "", NULL);
      g_assert_cmpstr (setlocale (LC_ALL, "ja_JP.UTF-8"), !=, NULL);
      bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TORIKUMI_LOCALEDIR"));
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
      painted = paint_plan (plan, &options);
      assert_painted (&painted, "未記入");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report/plans-are-complete", test_plans_are_complete);
  g_test_add_func ("/report/empty-plans", test_empty_plans);
  g_test_add_func ("/report/empty-pillar", test_empty_pillar);
  g_test_add_func ("/report/long-texts", test_long_texts);
  g_test_add_func ("/report/many-years", test_many_years);
  g_test_add_func ("/report/parts", test_parts);
  g_test_add_func ("/report/own-topics", test_own_topics);
  g_test_add_func ("/report/long-names", test_long_names);
  g_test_add_func ("/report/language-of-the-plan", test_language_of_the_plan);
  g_test_add_func ("/report/language-of-the-user", test_language_of_the_user);
  g_test_add_func ("/report/only-in-table", test_only_in_table);
  g_test_add_func ("/report/unknown-part", test_unknown_part);
  return g_test_run ();
}
