/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-command.h"

#include <glib/gi18n.h>

#include "cli/tori-lookup.h"
#include "cli/tori-plan-file.h"
#include "cli/tori-text-table.h"
#include "model/tori-department.h"
#include "model/tori-label.h"
#include "model/tori-pillar.h"
#include "model/tori-totals.h"
#include "model/tori-year-words.h"
#include "storage/tori-json-writer.h"

/* torikumi totals: how many initiatives have reached which level, as a table or as JSON. */

/* What a row is called in the document, NULL for initiatives that nobody is in charge of. */
static char *
name_row (const ToriTotalsRow *row)
{
  g_autofree char *label = NULL;

  if (row->record == NULL)
    return NULL;
  if (TORI_IS_DIVISION (row->record))
    return tori_label_division (TORI_DIVISION (row->record));
  if (TORI_IS_DEPARTMENT (row->record))
    return g_strdup (tori_department_get_name (TORI_DEPARTMENT (row->record)));

  label = tori_label_pillar (TORI_PILLAR (row->record));

  return g_strdup_printf ("%s %s", label, tori_pillar_get_title (TORI_PILLAR (row->record)));
}

/* --- As a table --- */

/* The count of a level in a row of other totals, which may not know it. */
static guint
find_count (const ToriTotals *totals, const ToriTotalsRow *row, const ToriTotalsLevel *level)
{
  for (guint i = 0; i < totals->n_levels; i++)
    if (totals->levels[i].level == level->level && totals->levels[i].since == level->since)
      return row->levels[i];

  return 0;
}

static void
add_levels (GArray *all, const ToriTotals *totals)
{
  for (guint i = 0; i < totals->n_levels; i++)
    {
      const ToriTotalsLevel *level = &totals->levels[i];
      gboolean known = FALSE;

      for (guint j = 0; j < all->len && !known; j++)
        {
          const ToriTotalsLevel *other = &g_array_index (all, ToriTotalsLevel, j);

          known = other->level == level->level && other->since == level->since;
        }
      if (!known)
        g_array_append_val (all, *level);
    }
}

static int
compare_levels (gconstpointer a, gconstpointer b, gpointer scale)
{
  const ToriTotalsLevel *one = a, *other = b;
  guint place = 0, other_place = 0;

  tori_list_find (tori_scale_get_levels (scale), one->level, &place);
  tori_list_find (tori_scale_get_levels (scale), other->level, &other_place);

  return place != other_place ? (int) place - (int) other_place : one->since - other->since;
}

/* The levels of both years, in the order of the scale and of the years. */
static GArray *
unite_levels (const ToriTotals *totals, const ToriTotals *before)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (ToriTotalsLevel));

  add_levels (all, totals);
  if (before != NULL)
    add_levels (all, before);
  if (totals->scale != NULL)
    g_array_sort_with_data (all, compare_levels, totals->scale);

  return all;
}

typedef struct
{
  ToriTextTable *table;
  GArray *levels;
} TableWriter;

static void
add_row (TableWriter *writer, const char *name, const ToriTotals *totals, const ToriTotalsRow *row)
{
  ToriTextTable *table = writer->table;

  tori_text_table_begin_row (table, name);
  tori_text_table_add (table, "%u", row->count);
  for (guint i = 0; i < writer->levels->len; i++)
    tori_text_table_add (table, "%u",
                         find_count (totals, row, &g_array_index (writer->levels, ToriTotalsLevel, i)));
  tori_text_table_add (table, "%u", row->not_assessed);
  tori_text_table_add (table, "%u", row->not_counted);
  tori_text_table_add (table, "%u", row->relisted);
  tori_text_table_add (table, "%u/%u", row->done, row->counted);
}

/* +1, -2, 0 */
static void
add_change (TableWriter *writer, guint now, guint before)
{
  int change = (int) now - (int) before;

  tori_text_table_add (writer->table, change != 0 ? "%+d" : "%d", change);
}

static void
add_changes (TableWriter *writer, const ToriTotals *totals, const ToriTotals *before)
{
  const ToriTotalsRow *now = &totals->total, *then = &before->total;

  /* Translators: the row of a table with the differences between this year and the year before; in Japanese
   * 増減. */
  tori_text_table_begin_row (writer->table, C_ ("totals", "Change"));
  add_change (writer, now->count, then->count);
  for (guint i = 0; i < writer->levels->len; i++)
    {
      const ToriTotalsLevel *level = &g_array_index (writer->levels, ToriTotalsLevel, i);

      add_change (writer, find_count (totals, now, level), find_count (before, then, level));
    }
  add_change (writer, now->not_assessed, then->not_assessed);
  add_change (writer, now->not_counted, then->not_counted);
  add_change (writer, now->relisted, then->relisted);
  tori_text_table_add (writer->table, "%s", "");
}

static void
add_head (TableWriter *writer, ToriPlan *plan, const ToriTotals *totals)
{
  g_autofree char *year = tori_year_words (plan, totals->year);
  ToriTextTable *table = writer->table;

  tori_text_table_begin_row (table, year);
  /* Translators: the following are heads of columns of counts. This one: how many initiatives. */
  tori_text_table_add (table, "%s", C_ ("totals", "Initiatives"));
  for (guint i = 0; i < writer->levels->len; i++)
    {
      const ToriTotalsLevel *level = &g_array_index (writer->levels, ToriTotalsLevel, i);
      g_autofree char *label = tori_label_level (level->level, level->since);

      tori_text_table_add (table, "%s", label);
    }
  /* Translators: how many have no level yet; in Japanese 未記入. */
  tori_text_table_add (table, "%s", C_ ("totals", "Not assessed"));
  /* Translators: how many have a level that does not count; in Japanese 対象外. */
  tori_text_table_add (table, "%s", C_ ("totals", "Not counted"));
  /* Translators: how many stand in another pillar and are listed here again; in Japanese 再掲. */
  tori_text_table_add (table, "%s", C_ ("totals", "Listed again"));
  /* Translators: the rate, as in 6/10: done of those that are assessed and count. */
  tori_text_table_add (table, "%s", C_ ("totals", "Done of counted"));
}

static void
print_table (ToriPlan *plan, const ToriTotals *totals, const ToriTotals *before)
{
  g_autoptr (GArray) levels = unite_levels (totals, before);
  g_autoptr (ToriTextTable) table = tori_text_table_new ();
  TableWriter writer = { table, levels };
  g_autofree char *text = NULL;

  add_head (&writer, plan, totals);
  for (guint i = 0; i < totals->n_rows; i++)
    {
      g_autofree char *name = name_row (&totals->rows[i]);

      /* Translators: the row of initiatives that no division is in charge of. */
      add_row (&writer, name != NULL ? name : C_ ("totals", "(nobody in charge)"), totals, &totals->rows[i]);
    }
  /* Translators: the last row; in Japanese 計. */
  add_row (&writer, C_ ("totals", "Total"), totals, &totals->total);
  if (before != NULL)
    {
      g_autofree char *year = tori_year_words (plan, before->year);

      add_row (&writer, year, before, &before->total);
      add_changes (&writer, totals, before);
    }
  text = tori_text_table_format (table);
  tori_command_print (text);
}

/* --- As JSON --- */

static void
write_count (ToriJsonWriter *json, const char *key, guint count)
{
  tori_json_writer_key (json, key);
  tori_json_writer_integer (json, count);
}

static void
write_text (ToriJsonWriter *json, const char *key, const char *text)
{
  tori_json_writer_key (json, key);
  if (text != NULL)
    tori_json_writer_string (json, text);
  else
    tori_json_writer_null (json);
}

static void
write_levels (ToriJsonWriter *json, const ToriTotals *totals, const ToriTotalsRow *row)
{
  tori_json_writer_key (json, "levels");
  tori_json_writer_begin_array (json);
  for (guint i = 0; i < totals->n_levels; i++)
    {
      const ToriTotalsLevel *level = &totals->levels[i];
      g_autofree char *label = tori_label_level (level->level, level->since);

      tori_json_writer_begin_object (json);
      write_text (json, "level", tori_record_get_id (TORI_RECORD (level->level)));
      tori_json_writer_key (json, "since");
      if (level->since != 0)
        tori_json_writer_integer (json, level->since);
      else
        tori_json_writer_null (json);
      write_text (json, "label", label);
      write_count (json, "count", row->levels[i]);
      tori_json_writer_end_object (json);
    }
  tori_json_writer_end_array (json);
}

/* The total has the same members as a row; its id and name are null. */
static void
write_row (ToriJsonWriter *json, const ToriTotals *totals, const ToriTotalsRow *row)
{
  g_autofree char *name = name_row (row);

  tori_json_writer_begin_object (json);
  write_text (json, "id", row->record != NULL ? tori_record_get_id (row->record) : NULL);
  write_text (json, "name", name);
  write_count (json, "count", row->count);
  write_count (json, "not_assessed", row->not_assessed);
  write_count (json, "not_counted", row->not_counted);
  write_count (json, "relisted", row->relisted);
  write_levels (json, totals, row);
  tori_json_writer_key (json, "rate");
  tori_json_writer_begin_object (json);
  write_count (json, "done", row->done);
  write_count (json, "counted", row->counted);
  tori_json_writer_end_object (json);
  tori_json_writer_end_object (json);
}

static void
write_before (ToriJsonWriter *json, const ToriTotals *before)
{
  tori_json_writer_key (json, "before");
  if (before == NULL)
    {
      tori_json_writer_null (json);
      return;
    }

  tori_json_writer_begin_object (json);
  write_count (json, "year", (guint) before->year);
  tori_json_writer_key (json, "total");
  write_row (json, before, &before->total);
  tori_json_writer_end_object (json);
}

static void
print_json (const ToriTotals *totals, const ToriTotals *before)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (TORI_TYPE_TOTALS_BY);
  g_autoptr (ToriJsonWriter) json = tori_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  tori_json_writer_begin_object (json);
  write_count (json, "year", (guint) totals->year);
  write_text (json, "scale", totals->scale != NULL ? tori_record_get_id (TORI_RECORD (totals->scale)) : NULL);
  write_text (json, "by", g_enum_get_value (kinds, (int) totals->by)->value_nick);
  tori_json_writer_key (json, "rows");
  tori_json_writer_begin_array (json);
  for (guint i = 0; i < totals->n_rows; i++)
    write_row (json, totals, &totals->rows[i]);
  tori_json_writer_end_array (json);
  tori_json_writer_key (json, "total");
  write_row (json, totals, &totals->total);
  write_before (json, before);
  tori_json_writer_end_object (json);
  bytes = tori_json_writer_finish (json);
  tori_command_print_bytes (bytes);
}

/* --- The command --- */

static gboolean
parse_by (const ToriCommand *self, const char *text, ToriTotalsBy *by, ToriExit *exit)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (TORI_TYPE_TOTALS_BY);
  const GEnumValue *value = g_enum_get_value_by_nick (kinds, text != NULL ? text : "pillar");

  if (value == NULL)
    return tori_command_misuse (
        self, exit, _ ("Totals are counted by pillar, department or division, not by “%s”."), text);
  *by = (ToriTotalsBy) value->value;

  return TRUE;
}

static ToriExit
run_totals (const ToriCommand *self, char **args)
{
  g_autofree char *file = NULL;
  g_autofree char *year_text = NULL;
  g_autofree char *scale_text = NULL;
  g_autofree char *by_text = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_FILENAME, &year_text, N_ ("The fiscal year: 2017, H29 or 平成29年度"),
      N_ ("YEAR") },
    { "scale", 's', 0, G_OPTION_ARG_FILENAME, &scale_text,
      N_ ("Count by this scale instead of the plan's first"), N_ ("SCALE") },
    /* Translators: keep the words after the colon; they are what is typed. */
    { "by", 'b', 0, G_OPTION_ARG_FILENAME, &by_text,
      N_ ("What a row stands for: pillar, department or division"), N_ ("KIND") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON, with more details"), NULL },
    { NULL },
  };
  g_autoptr (ToriPlan) plan = NULL;
  g_autoptr (ToriTotals) totals = NULL;
  g_autoptr (ToriTotals) before = NULL;
  ToriScale *scale = NULL;
  ToriTotalsBy by = TORI_TOTALS_BY_PILLAR;
  int year = 0;
  ToriExit exit = TORI_EXIT_DONE;

  if (!tori_command_parse (self, args, entries, &file, &exit) || !parse_by (self, by_text, &by, &exit)
      || !tori_plan_file_read (file, &plan, &exit) || !tori_lookup_year (self, plan, year_text, &year, &exit)
      || !tori_lookup_scale (self, plan, scale_text, &scale, &exit))
    return exit;

  totals = tori_totals_new (plan, year, scale, by);
  before = tori_totals_new_before (totals, plan);
  if (as_json)
    print_json (totals, before);
  else
    print_table (plan, totals, before);

  return TORI_EXIT_DONE;
}

const ToriCommand tori_command_totals = {
  .name = "totals",
  .arguments = N_ ("FILE [OPTION…]"),
  .summary = N_ ("Count the levels of achievement by pillar, department or division"),
  .run = run_totals,
};
