/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-label.h"
#include "report/tori-report-totals-private.h"

/* The totals: for each scale tables by pillar, department and division, what their words mean, a line that
 * checks the counts against the list, and the list itself. */

/* What is counted */

static void
init_totals (ToriReportTotals *self,
             ToriPlan *plan,
             const ToriTotalsSurvey *survey,
             const ToriTotalsSurvey *survey_before,
             int year,
             ToriScale *scale,
             guint place)
{
  *self = (ToriReportTotals){ plan, year, scale, place };
  for (guint by = 0; by < TORI_N_TOTALS_BY; by++)
    {
      self->totals[by] = tori_totals_new_from_survey (survey, scale, (ToriTotalsBy) by);
      if (tori_totals_survey_has_entries (survey_before))
        self->before[by] = tori_totals_new_from_survey (survey_before, scale, (ToriTotalsBy) by);
    }
  self->levels = tori_totals_list_levels (self->totals[0], self->before[0]);
  for (guint i = 0; i < self->levels->len; i++)
    if (tori_level_get_counts (g_array_index (self->levels, ToriTotalsLevel, i).level))
      self->n_counting++;
  if (scale != NULL)
    self->groups = tori_totals_groups_new (plan, year, scale);
}

static void
clear_totals (ToriReportTotals *self)
{
  for (guint by = 0; by < TORI_N_TOTALS_BY; by++)
    {
      tori_totals_free (self->totals[by]);
      tori_totals_free (self->before[by]);
    }
  g_array_unref (self->levels);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ToriReportTotals, clear_totals)

/**
 * tori_report_totals_dup_link:
 * @self: totals
 * @level: (nullable): a level that was reached, NULL for the first of the list
 * @pillar: (nullable): whose initiatives, NULL for all
 *
 * Returns: (transfer full): the name of the row of the list where these begin
 */
char *
tori_report_totals_dup_link (const ToriReportTotals *self, const ToriTotalsLevel *level, ToriPillar *pillar)
{
  if (level == NULL)
    level = &((const ToriTotalsGroup *) g_ptr_array_index (self->groups, 0))->level;
  return g_strdup_printf ("totals:%u:%s:%d:%s", self->place,
                          level->level != NULL ? tori_record_get_id (TORI_RECORD (level->level)) : "",
                          level->since, pillar != NULL ? tori_record_get_id (TORI_RECORD (pillar)) : "");
}

/**
 * tori_report_totals_dup_scale_title:
 * @self: totals
 *
 * Returns: (transfer full): the name of the scale as it heads columns
 */
char *
tori_report_totals_dup_scale_title (const ToriReportTotals *self)
{
  const char *name = self->scale != NULL ? tori_scale_get_name (self->scale) : "";

  return g_strdup (*name != '\0' ? name : tori_paper_words_get (self->plan, "Rating"));
}

/* Notes */

static void
fill_notes (ToriCellWriter *writer, gpointer data)
{
  GPtrArray *notes = data;

  tori_cell_begin (writer, 0, 1, TORI_CELL_PLAIN);
  for (guint i = 0; i < notes->len; i++)
    tori_cell_add (writer,
                   &(ToriParagraph){ TORI_STYLE_BODY, .hang = 1, .text = g_ptr_array_index (notes, i) });
}

static void
free_notes (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
add_notes (ToriSheet *sheet, GPtrArray *notes)
{
  ToriSection *section = tori_report_add_heading (sheet, FALSE);

  tori_section_add_row (section, TORI_ROW_PLAIN, fill_notes, g_ptr_array_ref (notes), free_notes);
}

/* A level's name without a rating: a year that belongs to it is left open. */
static char *
dup_level_name (const ToriReportTotals *self, ToriLevel *level)
{
  g_autoptr (GString) name = g_string_new (tori_level_get_name (level));

  g_string_replace (name, "{year}", tori_paper_words_get (self->plan, "(year) "), 0);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
add_definitions (const ToriReportTotals *self, GPtrArray *notes)
{
  ToriList *levels = tori_scale_get_levels (self->scale);

  for (guint i = 0; i < tori_list_get_length (levels); i++)
    {
      ToriLevel *level = tori_list_get (levels, i);
      g_autofree char *label = dup_level_name (self, level);

      if (*tori_level_get_meaning (level) != '\0')
        g_ptr_array_add (notes, g_strdup_printf (tori_paper_words_get (self->plan, "%s: %s"), label,
                                                 tori_level_get_meaning (level)));
    }
}

static char *
dup_done_levels (const ToriReportTotals *self)
{
  ToriList *levels = tori_scale_get_levels (self->scale);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < tori_list_get_length (levels); i++)
    {
      ToriLevel *level = tori_list_get (levels, i);
      g_autofree char *label = dup_level_name (self, level);

      if (!tori_level_get_done (level) || !tori_level_get_counts (level))
        continue;
      if (names->len > 0)
        g_string_append (names, tori_paper_words_get (self->plan, ", "));
      g_string_append (names, label);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
dup_change_note (const ToriReportTotals *self)
{
  g_autofree char *before = tori_label_year (self->plan, self->year - 1, TORI_YEAR_STYLE_FULL);

  if (self->before[0] == NULL)
    return g_strdup_printf (
        tori_paper_words_get (self->plan, "* There are no results of %s to compare with."), before);
  return g_strdup_printf (
      tori_paper_words_get (self->plan,
                            "* The change is the difference to %s; that of the rate is in points."),
      before);
}

static void
add_scale_notes (const ToriReportTotals *self, ToriSheet *sheet)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *done = dup_done_levels (self);

  add_definitions (self, notes);
  g_ptr_array_add (notes,
                   g_strdup (tori_paper_words_get (
                       self->plan, "* Shares are of the total and rounded; they may not add up to 100.")));
  g_ptr_array_add (notes, dup_change_note (self));
  g_ptr_array_add (notes, g_strdup_printf (tori_paper_words_get (
                                               self->plan, "* The rate of achievement is the share of “%s” "
                                                           "in what was assessed and counts."),
                                           done));
  g_ptr_array_add (notes,
                   g_strdup (tori_paper_words_get (
                       self->plan, "* Initiatives that a pillar lists again are not part of its total.")));
  g_ptr_array_add (notes,
                   tori_totals_groups_check (self->plan, self->groups, self->totals[TORI_TOTALS_BY_PILLAR]));
  add_notes (sheet, notes);
}

/* What it means that an initiative stands in several rows. */
static void
add_charge_note (const ToriReportTotals *self, ToriTotalsBy by, ToriSheet *sheet)
{
  const ToriTotals *totals = self->totals[by];
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  guint in_rows = 0;

  for (guint i = 0; i < totals->n_rows; i++)
    in_rows += totals->rows[i].count;
  g_ptr_array_add (
      notes,
      g_strdup_printf (tori_paper_words_get (self->plan, "* An initiative that several are in charge of is "
                                                         "counted with each of them, and once in the total: "
                                                         "the rows add up to %u, the total is %u."),
                       in_rows, totals->total.count));
  add_notes (sheet, notes);
}

/* Order */

static void
add_charge_tables (const ToriReportTotals *self, ToriSheet *sheet)
{
  if (tori_list_get_length (tori_plan_get_departments (self->plan)) == 0)
    return;
  tori_report_totals_add_table (self, TORI_TOTALS_BY_DEPARTMENT, sheet);
  add_charge_note (self, TORI_TOTALS_BY_DEPARTMENT, sheet);
  if (self->scale != NULL)
    tori_report_totals_add_bars (self, TORI_TOTALS_BY_DEPARTMENT, sheet);
  tori_report_totals_add_table (self, TORI_TOTALS_BY_DIVISION, sheet);
  add_charge_note (self, TORI_TOTALS_BY_DIVISION, sheet);
}

static void
add_scale (const ToriReportTotals *self, ToriSheet *sheet, gboolean turn_page)
{
  ToriSection *heading = tori_report_add_heading (sheet, turn_page);
  g_autofree char *title = tori_report_totals_dup_scale_title (self);

  tori_report_add_line (heading, TORI_STYLE_BAND, TORI_ALIGN_START, title);
  tori_section_outline_row (heading, 0, title);
  tori_report_totals_add_table (self, TORI_TOTALS_BY_PILLAR, sheet);
  add_scale_notes (self, sheet);
  tori_report_totals_add_bars (self, TORI_TOTALS_BY_PILLAR, sheet);
  add_charge_tables (self, sheet);
  tori_report_totals_add_list (self, sheet);
}

static void
add_without_scale (const ToriReportTotals *self, ToriSheet *sheet)
{
  ToriSection *heading = tori_report_add_heading (sheet, FALSE);

  tori_report_add_line (heading, TORI_STYLE_BODY, TORI_ALIGN_START,
                        tori_paper_words_get (self->plan, "This plan has no scale of ratings."));
  tori_report_totals_add_table (self, TORI_TOTALS_BY_PILLAR, sheet);
  add_charge_tables (self, sheet);
}

/**
 * tori_report_add_totals:
 * @plan: a plan
 * @year: a fiscal year
 * @sheet: a sheet
 *
 * Adds the totals of all scales of the plan to the end of the sheet.
 */
void
tori_report_add_totals (ToriPlan *plan, int year, ToriSheet *sheet)
{
  ToriList *scales = tori_plan_get_scales (plan);
  g_autoptr (ToriTotalsSurvey) survey = tori_totals_survey_new (plan, year);
  g_autoptr (ToriTotalsSurvey) before = tori_totals_survey_new (plan, year - 1);
  guint n = tori_list_get_length (scales);

  if (tori_list_get_length (tori_plan_get_pillars (plan)) == 0)
    {
      tori_report_add_line (tori_report_add_heading (sheet, FALSE), TORI_STYLE_BODY, TORI_ALIGN_START,
                            tori_paper_words_get (plan, "There are no initiatives here in this year."));
      return;
    }
  for (guint i = 0; i < MAX (1, n); i++)
    {
      g_auto (ToriReportTotals) totals = { NULL };
      ToriScale *scale = i < n ? tori_list_get (scales, i) : NULL;

      init_totals (&totals, plan, survey, before, year, scale, i);
      if (scale == NULL)
        add_without_scale (&totals, sheet);
      else
        add_scale (&totals, sheet, i > 0);
    }
}
