/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "model/tori-department.h"
#include "model/tori-indicator.h"
#include "model/tori-label.h"
#include "model/tori-scale.h"
#include "report/tori-report-private.h"

/* How wide the columns of the table are: as wide as what stands in them, within limits, or as somebody wants
 * them. What is left goes to the two columns of texts. All is reckoned from characters and not measured with
 * fonts, so that it costs nothing and is the same on every machine. */

#define POINTS_PER_MM (72 / 25.4)

/* More years than this are not legible on paper; the table shows those around the year reported and says the
 * others in words. */
#define MAX_YEARS 12

/* More initiatives than this are not looked at to learn how long texts are: the rest is like them. */
#define MAX_SAMPLES 300

/* Limits in ems of the running text. What lies between them grows with the sheet; WIDE_EMS is the width of A4
 * across with its usual letters. */
#define WIDE_EMS 92.0
#define NUMBER_MIN 2.1
#define NUMBER_MAX 4.0
#define TITLE_MIN 6.6
#define TITLE_MAX 12.0
#define ITEM_MIN 6.2
#define ITEM_MAX 12.0
#define YEAR_MIN 2.9 /* the label goes into two lines, and 検討 still stands on its arrow */
#define YEAR_MAX 3.8
#define YEARS_MAX 26.0 /* all of them */
#define NAMES_MIN 4.0  /* levels and divisions */
#define NAMES_MAX_NARROW 5.4
#define NAMES_MAX 9.4
#define TEXT_MIN 9.0

/* Of what is left, for the actions. */
#define SHARE_MIN 0.4
#define SHARE_MAX 0.6
#define SHARE_STEP 0.02 /* typing does not move the columns with every letter */

/* Of letters, beside a Chinese character. */
#define NARROW 0.56
#define LABEL_SIZE 0.95
#define PHASE_SIZE 0.9
#define ARROW_ROOM 1.7 /* ems: head and edges of an arrow */

#define BYTES_OF_LINE 30.0
#define BYTES_OF_INDICATOR 100.0

/**
 * tori_report_estimate_width:
 * @text: a text
 *
 * Returns: about how wide it is in one line, in ems
 */
double
tori_report_estimate_width (const char *text)
{
  double width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += g_unichar_iswide (g_utf8_get_char (text)) || !g_ascii_isprint (*text) ? 1 : NARROW;
  return width;
}

/* The years that the table has columns for. */
static void
find_years (ToriReportColumns *self, ToriPlan *plan, int year)
{
  const ToriYears *years = tori_plan_get_years (plan);
  int first = years != NULL ? years->first : year;
  int last = years != NULL ? MAX (first, years->last) : year;

  if (last - first >= MAX_YEARS)
    {
      first = CLAMP (year - MAX_YEARS / 2, first, last - MAX_YEARS + 1);
      last = first + MAX_YEARS - 1;
    }
  self->first = first;
  self->n_years = (guint) (last - first + 1);
}

/* What stands in the columns */

typedef struct
{
  ToriPlan *plan;
  int year;
  double number;         /* the widest, in ems */
  double phase;          /* the widest that a year needs for the words on its arrows */
  GArray *titles;        /* widths in ems of those that were looked at */
  GArray *items;         /* the same */
  GArray *shares;        /* how much of an initiative's texts are actions */
  GHashTable *divisions; /* those in charge */
} Contents;

static void
take_divisions (Contents *self, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (self->divisions, (gpointer) ids[i]);
}

static void
take_number (GArray *numbers, double number)
{
  g_array_append_val (numbers, number);
}

/* In bytes; each line, and each block with its heading, takes some room that it does not fill. */
static double
measure_texts (ToriList *blocks)
{
  double n = 0;

  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    {
      const char *text = tori_block_get_text (tori_list_get (blocks, i));

      n += (double) strlen (text) + BYTES_OF_LINE;
      for (const char *end = strchr (text, '\n'); end != NULL; end = strchr (end + 1, '\n'))
        n += BYTES_OF_LINE;
    }
  return n;
}

static void
take_schedule (Contents *self, ToriInitiative *initiative)
{
  ToriList *items = tori_initiative_get_schedule (initiative);

  for (guint i = 0; i < tori_list_get_length (items); i++)
    {
      ToriItem *item = tori_list_get (items, i);
      const ToriLanes *lanes = tori_item_get_lanes (item);
      const char *text = tori_item_get_item (item);

      if (*text != '\0')
        take_number (self->items, tori_report_estimate_width (text));
      for (guint lane = 0; lane < tori_lanes_get_n_lanes (lanes); lane++)
        {
          guint n;
          const ToriSpan *spans = tori_lanes_get_spans (lanes, lane, &n);

          for (guint s = 0; s < n; s++)
            {
              double width = spans[s].phase != NULL ? tori_report_estimate_width (spans[s].phase) : 0;

              self->phase = MAX (self->phase, (PHASE_SIZE * width + ARROW_ROOM)
                                                  / (double) (spans[s].to - spans[s].from + 1));
            }
        }
    }
}

static void
take_texts (Contents *self, ToriInitiative *initiative, ToriEntry *entry)
{
  double actions, status;

  take_number (self->titles, tori_report_estimate_width (tori_initiative_get_title (initiative)));
  take_schedule (self, initiative);
  if (entry == NULL)
    return;
  actions = measure_texts (tori_entry_get_actions (entry)) + (double) strlen (tori_entry_get_note (entry))
            + BYTES_OF_INDICATOR * tori_list_get_length (tori_initiative_get_indicators (initiative));
  status = measure_texts (tori_entry_get_outcome (entry)) + measure_texts (tori_entry_get_outlook (entry));
  if (actions + status > 0)
    take_number (self->shares, actions / (actions + status));
}

static void
take_initiative (Contents *self, ToriInitiative *initiative, gboolean sample)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, self->year);
  ToriList *topics = entry != NULL ? tori_entry_get_topics (entry) : NULL;

  self->number = MAX (self->number, tori_report_estimate_width (tori_initiative_get_number (initiative)));
  take_divisions (self, tori_initiative_get_divisions (initiative));
  for (guint i = 0; topics != NULL && i < tori_list_get_length (topics); i++)
    take_divisions (self, tori_topic_get_divisions (tori_list_get (topics, i)));
  if (sample)
    take_texts (self, initiative, entry);
}

static void
take_pillars (Contents *self)
{
  ToriList *pillars = tori_plan_get_pillars (self->plan);
  guint n = 0, step, at = 0;

  for (guint p = 0; p < tori_list_get_length (pillars); p++)
    n += tori_list_get_length (tori_pillar_get_initiatives (tori_list_get (pillars, p)));
  step = (n + MAX_SAMPLES - 1) / MAX_SAMPLES;
  for (guint p = 0; p < tori_list_get_length (pillars); p++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));

      for (guint i = 0; i < tori_list_get_length (initiatives); i++, at++)
        {
          if (tori_initiative_covers_year (tori_list_get (initiatives, i), self->year))
            take_initiative (self, tori_list_get (initiatives, i), at % step == 0);
        }
    }
}

/* What is wider than @most goes into lines of about one length. */
static double
wrap_width (double width, double most)
{
  return width > most ? MIN (width / ceil (width / most) + 1, most) : width;
}

/* Widest of the divisions' names: with the department's before it if there is room for that, else alone. */
static double
find_charge_width (const Contents *self, double most)
{
  GHashTableIter iter;
  gpointer id;
  double widest = 0;

  g_hash_table_iter_init (&iter, self->divisions);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      ToriDivision *division = tori_plan_find (self->plan, TORI_TYPE_DIVISION, id);
      g_autofree char *label = division != NULL ? tori_label_division (division) : NULL;
      double width = label != NULL ? tori_report_estimate_width (label) : 0;
      double alone = label != NULL ? tori_report_estimate_width (tori_division_get_name (division)) : 0;

      if (width > most)
        width = MAX (wrap_width (alone, most), wrap_width (width - alone, most));
      widest = MAX (widest, width);
    }
  return widest;
}

static double
find_level_width (const Contents *self, double most)
{
  ToriList *scales = tori_plan_get_scales (self->plan);
  double widest = tori_report_estimate_width (tori_report_get_not_assessed (self->plan));

  for (guint i = 0; i < tori_list_get_length (scales); i++)
    {
      ToriScale *scale = tori_list_get (scales, i);
      ToriList *levels = tori_scale_get_levels (scale);

      widest = MAX (widest,
                    wrap_width (LABEL_SIZE * tori_report_estimate_width (tori_scale_get_name (scale)), most));
      for (guint k = 0; k < tori_list_get_length (levels); k++)
        {
          g_autofree char *label = tori_label_level (tori_list_get (levels, k), self->year);

          widest = MAX (widest, wrap_width (tori_report_estimate_width (label), most));
        }
    }
  return widest;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/* The median and not the mean: one endless text does not move the columns. */
static double
find_median (GArray *numbers, double otherwise)
{
  if (numbers->len == 0)
    return otherwise;
  g_array_sort (numbers, compare_numbers);
  return g_array_index (numbers, double, numbers->len / 2);
}

/* Setting the widths */

static guint
get_column (const ToriReportColumns *self, ToriReportColumn column)
{
  static const guint after_years[] = { [TORI_REPORT_COLUMN_ACTIONS] = TORI_COLUMN_ACTIONS,
                                       [TORI_REPORT_COLUMN_LEVEL] = TORI_COLUMN_LEVEL,
                                       [TORI_REPORT_COLUMN_STATUS] = TORI_COLUMN_STATUS,
                                       [TORI_REPORT_COLUMN_CHARGE] = TORI_COLUMN_CHARGE };

  switch (column)
    {
    case TORI_REPORT_COLUMN_TITLE: return TORI_COLUMN_TITLE;
    case TORI_REPORT_COLUMN_ITEM: return TORI_COLUMN_ITEM;
    case TORI_REPORT_COLUMN_YEAR: return TORI_COLUMN_YEARS;
    case TORI_REPORT_COLUMN_ACTIONS:
    case TORI_REPORT_COLUMN_LEVEL:
    case TORI_REPORT_COLUMN_STATUS:
    case TORI_REPORT_COLUMN_CHARGE: return TORI_COLUMN_YEARS + self->n_years + after_years[column];
    default: g_assert_not_reached ();
    }
}

/* Typing does not move the columns with every letter. */
static double
round_width (double ems)
{
  return round (2 * ems) / 2;
}

/* The widths that all columns but those of the texts would have. */
static void
find_natural_widths (ToriReportColumns *self, const Contents *contents, double width, double font_size)
{
  double scale = CLAMP (width / (WIDE_EMS * font_size), 0.6, 1.3);
  double names = CLAMP (5.4 + 13 * (scale - 0.75), NAMES_MAX_NARROW, NAMES_MAX);
  double title = round_width (2 + 0.28 * find_median (contents->titles, 0));
  double item = round_width (3 + 0.3 * find_median (contents->items, 0));
  double year = CLAMP (contents->phase, YEAR_MIN, MIN (YEAR_MAX, MAX (YEAR_MIN, YEARS_MAX / self->n_years)));
  double charge = MAX (NAMES_MIN, find_charge_width (contents, names));
  double level = MAX (NAMES_MIN, find_level_width (contents, names));
  double pad = 2 * TORI_CELL_PAD_X;
  double *widths = self->widths;

  if (self->n_years > 6)
    item *= 0.85;
  widths[TORI_COLUMN_NUMBER] = CLAMP (1.1 * contents->number, NUMBER_MIN, NUMBER_MAX) * font_size + pad;
  widths[TORI_COLUMN_TITLE] = MAX (TITLE_MIN, MIN (title, TITLE_MAX) * scale) * font_size;
  widths[TORI_COLUMN_ITEM] = MAX (ITEM_MIN, MIN (item, ITEM_MAX) * scale) * font_size;
  for (guint i = 0; i < self->n_years; i++)
    widths[TORI_COLUMN_YEARS + i] = MAX (YEAR_MIN, year * MIN (1, scale)) * font_size;
  widths[get_column (self, TORI_REPORT_COLUMN_LEVEL)] = (level + 0.2) * font_size + pad;
  widths[get_column (self, TORI_REPORT_COLUMN_CHARGE)] = (charge + 0.2) * font_size + pad;
}

/* The widths that somebody wants; @set says which these are. */
static void
set_wanted_widths (ToriReportColumns *self, const ToriReportOptions *options, gboolean *set)
{
  for (ToriReportColumn i = 0; i < TORI_N_REPORT_COLUMNS; i++)
    {
      guint column = get_column (self, i);
      guint n = i == TORI_REPORT_COLUMN_YEAR ? self->n_years : 1;

      for (guint k = column; options->widths[i] > 0 && k < column + n; k++)
        {
          self->widths[k] =
              CLAMP (options->widths[i], TORI_REPORT_WIDTH_MIN, TORI_REPORT_WIDTH_MAX) * POINTS_PER_MM;
          set[k] = TRUE;
        }
    }
}

static gboolean
is_text (const ToriReportColumns *self, guint column)
{
  return column == get_column (self, TORI_REPORT_COLUMN_ACTIONS)
         || column == get_column (self, TORI_REPORT_COLUMN_STATUS);
}

/* Large letters on small paper: takes from all columns but those of the texts until they fit into @room, as
 * long as there is room for a character in each; not from those that are @set, if that is given. Returns what
 * they take. */
static double
shrink (ToriReportColumns *self, double room, double least, const gboolean *set)
{
  double fixed = 0, sum = 0, least_sum = 0, factor = 1;

  for (guint i = 0; i < self->n; i++)
    {
      if (is_text (self, i))
        continue;
      if ((set != NULL && set[i]) || self->widths[i] < least)
        fixed += self->widths[i];
      else
        {
          sum += self->widths[i];
          least_sum += least;
        }
    }
  if (fixed + sum > room && sum > least_sum)
    factor = MAX (0, (room - fixed - least_sum) / (sum - least_sum));
  for (guint i = 0; factor < 1 && i < self->n; i++)
    {
      if (!is_text (self, i) && (set == NULL || !set[i]) && self->widths[i] >= least)
        self->widths[i] = least + factor * (self->widths[i] - least);
    }
  return fixed + least_sum + factor * (sum - least_sum);
}

/* What is left goes to the texts: a width that is set is kept as far as it can be, and two of them share as
 * they were set, for the table is as wide as the page. */
static void
share_rest (ToriReportColumns *self, const Contents *contents, double rest, double least, const gboolean *set)
{
  guint a = get_column (self, TORI_REPORT_COLUMN_ACTIONS);
  guint s = get_column (self, TORI_REPORT_COLUMN_STATUS);
  double share = round (find_median (contents->shares, 0.5) / SHARE_STEP) * SHARE_STEP;
  double actions = rest * CLAMP (share, SHARE_MIN, SHARE_MAX);

  least = MIN (least, rest / 2);
  if (set[a] && set[s])
    actions = rest * self->widths[a] / (self->widths[a] + self->widths[s]);
  else if (set[a])
    actions = self->widths[a];
  else if (set[s])
    actions = rest - self->widths[s];
  self->widths[a] = CLAMP (actions, least, rest - least);
  self->widths[s] = rest - self->widths[a];
}

static void
set_widths (ToriReportColumns *self,
            const Contents *contents,
            const ToriReportOptions *options,
            double width,
            double font_size)
{
  double least = font_size + 2 * TORI_CELL_PAD_X;
  double least_text = TEXT_MIN * font_size;
  g_autofree gboolean *set = g_new0 (gboolean, self->n);
  double texts = 0, used;

  find_natural_widths (self, contents, width, font_size);
  set_wanted_widths (self, options, set);
  for (guint i = 0; i < self->n; i++)
    texts += is_text (self, i) ? MAX (least_text, self->widths[i]) : 0;
  shrink (self, width - texts, least, set);
  used = shrink (self, width - 2 * least_text, least, NULL);
  share_rest (self, contents, width - used, least_text, set);
}

/**
 * tori_report_columns_new:
 * @plan: a plan
 * @year: fiscal year of the entries
 * @options: whose widths somebody wants
 * @width: of the table, in points
 * @font_size: of running text
 *
 * Returns: (transfer full): the columns of the table, which are those of all its parts
 */
ToriReportColumns *
tori_report_columns_new (
    ToriPlan *plan, int year, const ToriReportOptions *options, double width, double font_size)
{
  ToriReportColumns *self = g_rc_box_new0 (ToriReportColumns);
  Contents contents = { plan,
                        year,
                        .titles = g_array_new (FALSE, FALSE, sizeof (double)),
                        .items = g_array_new (FALSE, FALSE, sizeof (double)),
                        .shares = g_array_new (FALSE, FALSE, sizeof (double)),
                        .divisions = g_hash_table_new (g_str_hash, g_str_equal) };

  self->font_size = font_size;
  find_years (self, plan, year);
  self->n = TORI_COLUMN_YEARS + self->n_years + TORI_N_COLUMNS_AFTER_YEARS;
  self->widths = g_new0 (double, self->n);
  take_pillars (&contents);
  set_widths (self, &contents, options, width, font_size);
  g_array_unref (contents.titles);
  g_array_unref (contents.items);
  g_array_unref (contents.shares);
  g_hash_table_unref (contents.divisions);
  return self;
}

/**
 * tori_report_columns_equal:
 * @self: columns
 * @other: others
 *
 * Returns: whether a table is the same with them
 */
gboolean
tori_report_columns_equal (const ToriReportColumns *self, const ToriReportColumns *other)
{
  return self->first == other->first && self->n == other->n
         && memcmp (self->widths, other->widths, self->n * sizeof (double)) == 0;
}

static void
clear_columns (gpointer data)
{
  g_free (((ToriReportColumns *) data)->widths);
}

/**
 * tori_report_columns_unref:
 * @self: (transfer full): columns
 */
void
tori_report_columns_unref (ToriReportColumns *self)
{
  g_rc_box_release_full (self, clear_columns);
}
