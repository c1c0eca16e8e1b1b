/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-label.h"
#include "report/tori-report-totals-private.h"

/* The list behind the tables of totals: which initiatives have reached which level. It is made from the plan
 * and not from the totals, so that the one can be checked against the other. */

static void
group_free (gpointer data)
{
  ToriTotalsGroup *group = data;

  g_ptr_array_unref (group->initiatives);
  g_array_unref (group->places);
  g_free (group);
}

static ToriTotalsLevel
find_level (ToriInitiative *initiative, int year, ToriScale *scale)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);
  const ToriRating *rating = entry != NULL ? tori_ratings_find (tori_entry_get_ratings (entry),
                                                                tori_record_get_id (TORI_RECORD (scale)))
                                           : NULL;
  ToriTotalsLevel level = { NULL };

  if (rating != NULL)
    level.level = tori_list_find_id (tori_scale_get_levels (scale), rating->level);
  if (level.level != NULL && tori_level_has_year (level.level))
    level.since = rating->since;
  return level;
}

static ToriTotalsGroup *
find_group (GPtrArray *groups, const ToriTotalsLevel *level)
{
  ToriTotalsGroup *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (group->level.level == level->level && group->level.since == level->since)
        return group;
    }
  group = g_new0 (ToriTotalsGroup, 1);
  group->level = *level;
  group->initiatives = g_ptr_array_new_with_free_func (g_object_unref);
  group->places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (groups, group);
  return group;
}

static guint
find_order (const ToriTotalsLevel *level)
{
  guint position = G_MAXUINT - 1; /* those that are not assessed stand last */

  if (level->level == NULL)
    return position;
  tori_list_find (tori_record_get_list (TORI_RECORD (level->level)), level->level, &position);
  return position + (tori_level_get_counts (level->level) ? 0 : G_MAXUINT / 2);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const ToriTotalsLevel *one = &(*(const ToriTotalsGroup *const *) a)->level;
  const ToriTotalsLevel *other = &(*(const ToriTotalsGroup *const *) b)->level;
  guint order = find_order (one), other_order = find_order (other);

  if (order != other_order)
    return order < other_order ? -1 : 1;
  return one->since - other->since;
}

/**
 * tori_totals_groups_new:
 * @plan: a plan
 * @year: a fiscal year
 * @scale: one of its scales
 *
 * Returns: (transfer full) (element-type ToriTotalsGroup): the initiatives of the year by level, in the order
 *   of the scale: the levels that count, those that do not, and what is not assessed; each as in the plan
 */
GPtrArray *
tori_totals_groups_new (ToriPlan *plan, int year, ToriScale *scale)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  ToriList *pillars = tori_plan_get_pillars (plan);

  for (guint p = 0; p < tori_list_get_length (pillars); p++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));
      guint place = 0;

      for (guint i = 0; i < tori_list_get_length (initiatives); i++)
        {
          ToriInitiative *initiative = tori_list_get (initiatives, i);
          ToriTotalsLevel level;
          ToriTotalsGroup *group;

          if (!tori_initiative_covers_year (initiative, year))
            continue;
          place++;
          level = find_level (initiative, year, scale);
          group = find_group (groups, &level);
          g_ptr_array_add (group->initiatives, g_object_ref (initiative));
          g_array_append_val (group->places, place);
        }
    }
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}

/* Checking */

static char *
dup_group_title (ToriPlan *plan, const ToriTotalsLevel *level)
{
  return level->level != NULL ? tori_label_level (level->level, level->since)
                              : g_strdup (tori_report_get_not_assessed (plan));
}

static guint
count_listed (GPtrArray *groups, const ToriTotalsLevel *level)
{
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const ToriTotalsGroup *group = g_ptr_array_index (groups, i);

      if (level == NULL || (group->level.level == level->level && group->level.since == level->since))
        n += group->initiatives->len;
    }
  return n;
}

static gboolean
append_equation (GString *text, const char *title, guint listed, const char *other, guint counted)
{
  g_string_append_printf (text, "%s %u %s %s%s%u", title, listed, listed == counted ? "＝" : "≠", other,
                          *other != '\0' ? " " : "", counted);
  return listed == counted;
}

/**
 * tori_totals_groups_check:
 * @plan: the plan that is printed
 * @groups: what is listed
 * @totals: what was counted
 *
 * Compares what is listed with what was counted: all in all, the rows of pillars, and each level.
 *
 * Returns: (transfer full): what says so on paper; where something differs it says that too
 */
char *
tori_totals_groups_check (ToriPlan *plan, GPtrArray *groups, const ToriTotals *totals)
{
  const ToriTotalsLevel none = { NULL };
  const char *comma = tori_paper_words_get (plan, ", ");
  const char *total = tori_paper_words_get (plan, "Total");
  g_autoptr (GString) text = g_string_new (tori_paper_words_get (plan, "Check: "));
  guint in_rows = 0;
  gboolean right;

  for (guint i = 0; i < totals->n_rows; i++)
    in_rows += totals->rows[i].count;
  right = append_equation (text, tori_paper_words_get (plan, "listed"), count_listed (groups, NULL), total,
                           totals->total.count);
  g_string_append (text, comma);
  right &= append_equation (text, tori_paper_words_get (plan, "sum of the pillars"), in_rows, total,
                            totals->total.count);
  for (guint i = 0; i < totals->n_levels; i++)
    {
      g_autofree char *title = dup_group_title (plan, &totals->levels[i]);

      g_string_append (text, comma);
      right &= append_equation (text, title, count_listed (groups, &totals->levels[i]), "",
                                totals->total.levels[i]);
    }
  g_string_append (text, comma);
  right &= append_equation (text, tori_report_get_not_assessed (plan), count_listed (groups, &none), "",
                            totals->total.not_assessed);
  g_string_append (text, tori_paper_words_get (plan, right ? " (all agree)" : " (these do not agree!)"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* On paper */

enum
{
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_PILLAR,
  COLUMN_CHARGE,
  N_COLUMNS,
};

typedef struct
{
  int year;
  ToriInitiative *initiative;
  guint place;
  double charge_width, font_size;
} ListRow;

static void
list_row_free (gpointer data)
{
  ListRow *row = data;

  g_object_unref (row->initiative);
  g_free (row);
}

static void
add_cell (ToriCellWriter *writer,
          guint column,
          gpointer record,
          const char *property,
          ToriAlign align,
          const char *text)
{
  tori_cell_begin (writer, column, 1, TORI_CELL_PLAIN);
  tori_cell_set_source (writer, record, property);
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_NAME, align, .hang = 1, .text = text });
}

static void
fill_initiative (ToriCellWriter *writer, gpointer data)
{
  const ListRow *row = data;
  ToriPillar *pillar = tori_record_get_ancestor (TORI_RECORD (row->initiative), TORI_TYPE_PILLAR);
  g_autofree char *circled = tori_label_circled (row->place);
  g_autofree char *title = g_strconcat (circled, " ", tori_initiative_get_title (row->initiative), NULL);
  g_autofree char *pillar_title = tori_report_dup_pillar_title (pillar);

  add_cell (writer, COLUMN_NUMBER, row->initiative, "number", TORI_ALIGN_CENTER,
            tori_initiative_get_number (row->initiative));
  add_cell (writer, COLUMN_TITLE, row->initiative, "title", TORI_ALIGN_START, title);
  add_cell (writer, COLUMN_PILLAR, pillar, "title", TORI_ALIGN_START, pillar_title);
  tori_report_add_divisions_cell (writer, row->initiative, row->year, COLUMN_CHARGE, row->charge_width,
                                  row->font_size);
}

static void
add_group (const ToriReportTotals *self,
           ToriSection *section,
           const ToriTotalsGroup *group,
           double charge_width,
           double font_size)
{
  g_autofree char *link = tori_report_totals_dup_link (self, &group->level, NULL);
  ToriPillar *last = NULL;
  g_autofree char *title = dup_group_title (self->plan, &group->level);
  g_autofree char *text = g_strdup_printf (tori_paper_words_get (self->plan, "%s: %u initiatives"), title,
                                           group->initiatives->len);

  tori_report_add_band (self->plan, section, N_COLUMNS, text);
  tori_section_outline_row (section, 1, text);
  tori_section_name_row (section, link);
  for (guint i = 0; i < group->initiatives->len; i++)
    {
      ToriInitiative *initiative = g_ptr_array_index (group->initiatives, i);
      ToriPillar *pillar = tori_record_get_ancestor (TORI_RECORD (initiative), TORI_TYPE_PILLAR);
      ListRow *row = g_new0 (ListRow, 1);

      row->charge_width = charge_width;
      row->font_size = font_size;
      row->year = self->year;
      row->initiative = g_object_ref (initiative);
      row->place = g_array_index (group->places, guint, i);
      tori_section_add_row (section, TORI_ROW_BODY, fill_initiative, row, list_row_free);
      if (pillar != last)
        {
          g_autofree char *part = tori_report_totals_dup_link (self, &group->level, pillar);

          tori_section_name_row (section, part);
        }
      last = pillar;
    }
}

/**
 * tori_report_totals_add_list:
 * @self: totals
 * @sheet: a sheet
 *
 * Adds the list to which the numbers of the tables lead.
 */
void
tori_report_totals_add_list (const ToriReportTotals *self, ToriSheet *sheet)
{
  static const double shares[] = { 0.07, 0.4, 0.28, 0.25 };
  static const char *const titles[] = { "No.", "Initiative", "Pillar", "In charge" };
  const ToriSheetSize *size = tori_sheet_get_size (sheet);
  double columns[N_COLUMNS];
  ToriSection *section;

  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = shares[i] * (size->width - size->left - size->right);
  section = tori_sheet_add_section (sheet, columns, N_COLUMNS, FALSE);
  tori_section_add_header (section, 0, 1, 0, N_COLUMNS,
                           tori_paper_words_get (self->plan, "Initiatives by level"));
  for (guint i = 0; i < N_COLUMNS; i++)
    tori_section_add_header (section, 1, 1, i, 1, tori_paper_words_get (self->plan, titles[i]));
  for (guint i = 0; i < self->groups->len; i++)
    add_group (self, section, g_ptr_array_index (self->groups, i), columns[COLUMN_CHARGE], size->font_size);
}
