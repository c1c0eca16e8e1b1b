/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-report-options.h"

/* What can be chosen about paper, and what stands where nothing was. */

#define POINTS_PER_MM (72 / 25.4)

/* In millimetres, of the edges that are not bound. */
#define MARGIN_SIDE 12.0
#define MARGIN_END 15.0

G_DEFINE_ENUM_TYPE (ToriReportKind,
                    tori_report_kind,
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_TABLE, "table"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_DEPARTMENT, "department"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_DIVISION, "division"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_TOTALS, "totals"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_SCHEDULE, "schedule"))
G_DEFINE_ENUM_TYPE (ToriReportForm,
                    tori_report_form,
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_FORM_TABLE, "table"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_FORM_BLOCKS, "blocks"))
G_DEFINE_ENUM_TYPE (ToriReportColumn,
                    tori_report_column,
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_COLUMN_TITLE, "title"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_COLUMN_ITEM, "item"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_COLUMN_YEAR, "year"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_COLUMN_ACTIONS, "actions"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_COLUMN_LEVEL, "level"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_COLUMN_STATUS, "status"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_COLUMN_CHARGE, "charge"))
G_DEFINE_ENUM_TYPE (ToriPaper,
                    tori_paper,
                    G_DEFINE_ENUM_VALUE (TORI_PAPER_A4, "A4"),
                    G_DEFINE_ENUM_VALUE (TORI_PAPER_A3, "A3"))
G_DEFINE_ENUM_TYPE (ToriBinding,
                    tori_binding,
                    G_DEFINE_ENUM_VALUE (TORI_BINDING_LEFT, "left"),
                    G_DEFINE_ENUM_VALUE (TORI_BINDING_TOP, "top"),
                    G_DEFINE_ENUM_VALUE (TORI_BINDING_NONE, "none"))

/* The value of @type whose nick @word is, in small letters or large; -1: none. */
static int
parse_nick (GType type, const char *word)
{
  GEnumClass *klass = g_type_class_ref (type);
  int value = -1;

  for (guint i = 0; i < klass->n_values && value < 0; i++)
    {
      if (g_ascii_strcasecmp (klass->values[i].value_nick, word) == 0)
        value = klass->values[i].value;
    }
  g_type_class_unref (klass);
  return value;
}

/**
 * tori_report_kind_parse:
 * @word: a word of the command line
 * @kind: (out): the kind that it names; untouched when there is none
 *
 * Returns: whether there is such a kind
 */
gboolean
tori_report_kind_parse (const char *word, ToriReportKind *kind)
{
  int value = parse_nick (TORI_TYPE_REPORT_KIND, word);

  if (value >= 0)
    *kind = (ToriReportKind) value;
  return value >= 0;
}

/**
 * tori_report_form_parse:
 * @word: a word of the command line
 * @form: (out): the form that it names; untouched when there is none
 *
 * Returns: whether there is such a form
 */
gboolean
tori_report_form_parse (const char *word, ToriReportForm *form)
{
  int value = parse_nick (TORI_TYPE_REPORT_FORM, word);

  if (value >= 0)
    *form = (ToriReportForm) value;
  return value >= 0;
}

/**
 * tori_report_column_parse:
 * @word: a word of the command line
 * @column: (out): the column that it names; untouched when there is none
 *
 * Returns: whether there is such a column
 */
gboolean
tori_report_column_parse (const char *word, ToriReportColumn *column)
{
  int value = parse_nick (TORI_TYPE_REPORT_COLUMN, word);

  if (value >= 0)
    *column = (ToriReportColumn) value;
  return value >= 0;
}

/**
 * tori_paper_parse:
 * @word: a word of the command line; small letters are taken too
 * @paper: (out): the paper that it names; untouched when there is none
 *
 * Returns: whether there is such a paper
 */
gboolean
tori_paper_parse (const char *word, ToriPaper *paper)
{
  int value = parse_nick (TORI_TYPE_PAPER, word);

  if (value >= 0)
    *paper = (ToriPaper) value;
  return value >= 0;
}

/**
 * tori_binding_parse:
 * @word: a word of the command line
 * @binding: (out): the binding that it names; untouched when there is none
 *
 * Returns: whether there is such a binding
 */
gboolean
tori_binding_parse (const char *word, ToriBinding *binding)
{
  int value = parse_nick (TORI_TYPE_BINDING, word);

  if (value >= 0)
    *binding = (ToriBinding) value;
  return value >= 0;
}

/**
 * tori_paper_get_size:
 * @paper: a paper
 * @portrait: whether it stands upright
 * @width: (out): its width in points
 * @height: (out): its height
 */
void
tori_paper_get_size (ToriPaper paper, gboolean portrait, double *width, double *height)
{
  double shorter = (paper == TORI_PAPER_A3 ? 297 : 210) * POINTS_PER_MM;
  double longer = (paper == TORI_PAPER_A3 ? 420 : 297) * POINTS_PER_MM;

  *width = portrait ? shorter : longer;
  *height = portrait ? longer : shorter;
}

static double
find_margin (double wanted, double usual, gboolean bound)
{
  double least = bound ? TORI_REPORT_MARGIN_BOUND_MIN : TORI_REPORT_MARGIN_MIN;

  if (wanted <= 0)
    return bound ? least : usual;
  return CLAMP (wanted, least, TORI_REPORT_MARGIN_MAX);
}

/**
 * tori_report_options_find_margins:
 * @self: options
 *
 * Returns: the margins in millimetres that a report with these options has: none is 0, and the edge that is
 * bound has enough
 */
ToriReportMargins
tori_report_options_find_margins (const ToriReportOptions *self)
{
  return (ToriReportMargins){
    .left = find_margin (self->margins.left, MARGIN_SIDE, self->binding == TORI_BINDING_LEFT),
    .right = find_margin (self->margins.right, MARGIN_SIDE, FALSE),
    .top = find_margin (self->margins.top, MARGIN_END, self->binding == TORI_BINDING_TOP),
    .bottom = find_margin (self->margins.bottom, MARGIN_END, FALSE),
  };
}

/**
 * tori_report_options_find_font_size:
 * @self: options
 *
 * Returns: the size in points that running text has with these options
 */
double
tori_report_options_find_font_size (const ToriReportOptions *self)
{
  if (self->font_size > 0)
    return CLAMP (self->font_size, TORI_REPORT_FONT_SIZE_MIN, TORI_REPORT_FONT_SIZE_MAX);
  if (self->paper == TORI_PAPER_A3)
    return self->portrait ? 8.5 : 9.5;
  return self->portrait ? 7.5 : 8;
}

static const char *const *
copy_words (const char *const *words)
{
  return (const char *const *) g_strdupv ((char **) words);
}

/**
 * tori_report_options_copy:
 * @self: options, whose words belong to somebody else
 *
 * Returns: (transfer full): a copy with words of its own
 */
ToriReportOptions *
tori_report_options_copy (const ToriReportOptions *self)
{
  ToriReportOptions *copy = g_memdup2 (self, sizeof (ToriReportOptions));

  copy->only = copy_words (self->only);
  copy->approvals = copy_words (self->approvals);
  copy->date = g_strdup (self->date);
  return copy;
}

/**
 * tori_report_options_free:
 * @self: (transfer full): a copy of options
 */
void
tori_report_options_free (ToriReportOptions *self)
{
  g_strfreev ((char **) self->only);
  g_strfreev ((char **) self->approvals);
  g_free ((char *) self->date);
  g_free (self);
}
