/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-block.h"
#include "model/tori-item.h"
#include "model/tori-pillar.h"
#include "report/tori-report.h"
#include "storage/tori-codec.h"
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
  Painted painted = { g_hash_table_new_full (NULL, NULL, NULL, free_string) };

  for (guint i = 0; i < tori_pages_get_n_pages (pages); i++)
    tori_pages_foreach_line (pages, i, take_line, &painted);
  return painted;
}

static void
assert_painted (const Painted *painted, const char *text)
{
  g_autoptr (GString) solid = g_string_new (NULL);
  GHashTableIter iter;
  gpointer column;

  append_solid (solid, text);
  g_hash_table_iter_init (&iter, painted->columns);
  while (g_hash_table_iter_next (&iter, NULL, &column))
    {
      if (strstr (((GString *) column)->str, solid->str) != NULL)
        return;
    }
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
assert_plan_painted (ToriPlan *plan, const ToriReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPages) pages = tori_report_lay_out (plan, options, &error);
  ToriList *pillars = tori_plan_get_pillars (plan);
  int year = options->year != 0 ? options->year : tori_plan_get_year (plan);
  Painted painted;

  g_assert_no_error (error);
  painted = paint (pages);
  for (guint p = 0; p < tori_list_get_length (pillars); p++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));

      assert_painted (&painted, tori_pillar_get_title (tori_list_get (pillars, p)));
      for (guint i = 0; i < tori_list_get_length (initiatives); i++)
        {
          if (tori_initiative_covers_year (tori_list_get (initiatives, i), year))
            assert_initiative_painted (&painted, tori_list_get (initiatives, i), year);
        }
    }
  g_hash_table_unref (painted.columns);
}

static void
test_plans_are_complete (void)
{
  static const ToriReportOptions options[] = {
    { TORI_REPORT_TABLE },
    { TORI_REPORT_TABLE, .portrait = TRUE },
    { TORI_REPORT_TABLE, .paper = TORI_PAPER_A3 },
    { TORI_REPORT_TABLE, .font_size = 14 },
    { TORI_REPORT_TABLE, .font_size = 16, .portrait = TRUE },
  };
  g_auto (GStrv) paths = tori_test_list_plans ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (ToriPlan) plan = read_plan (paths[i]);

      g_test_message ("%s", paths[i]);
      for (guint k = 0; k < G_N_ELEMENTS (options); k++)
        assert_plan_painted (plan, &options[k]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report/plans-are-complete", test_plans_are_complete);
  return g_test_run ();
}
