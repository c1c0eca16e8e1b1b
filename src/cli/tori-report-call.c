/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-report-call.h"

#include <glib/gi18n.h>
#include <string.h>

/* What `torikumi report` can be told, and what can be said about it before the plan is read. */

/**
 * tori_report_call_clear:
 * @self: a call
 */
void
tori_report_call_clear (ToriReportCall *self)
{
  g_free (self->year);
  g_free (self->kind);
  g_strfreev (self->only);
  g_free (self->form);
  g_free (self->paper);
  g_free (self->font_size);
  g_free (self->binding);
  g_free (self->margins);
  g_strfreev (self->approvals);
  g_free (self->date);
  g_strfreev (self->widths);
  g_free (self->out);
}

/* A number and nothing else, within limits. */
static gboolean
parse_number (const char *text, double min, double max, double *number)
{
  char *end = NULL;

  *number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && *number >= min && *number <= max;
}

static gboolean
parse_font_size (const ToriCommand *command, const char *text, double *size, ToriExit *exit)
{
  if (!parse_number (text, TORI_REPORT_FONT_SIZE_MIN, TORI_REPORT_FONT_SIZE_MAX, size))
    return tori_command_misuse (command, exit, _ ("“%s” is no font size. Give points from %g to %g."), text,
                                TORI_REPORT_FONT_SIZE_MIN, TORI_REPORT_FONT_SIZE_MAX);

  return TRUE;
}

/* --- Margins --- */

static gboolean
read_margins (const char *text, ToriReportMargins *margins)
{
  double *const places[] = { &margins->left, &margins->right, &margins->top, &margins->bottom };
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint n = g_strv_length (words);

  if (n != 1 && n != G_N_ELEMENTS (places))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (!parse_number (words[n == 1 ? 0 : i], TORI_REPORT_MARGIN_MIN, TORI_REPORT_MARGIN_MAX, places[i]))
      return FALSE;

  return TRUE;
}

static gboolean
parse_margins (const ToriCommand *command, const char *text, ToriReportOptions *options, ToriExit *exit)
{
  ToriReportMargins *margins = &options->margins;
  gboolean alike = strchr (text, ',') == NULL;

  if (!read_margins (text, margins))
    return tori_command_misuse (command, exit,
                                _ ("“%s” are no margins. Give one number, or left, right, top and bottom as "
                                   "“25,12,15,15”, in millimetres from %g to %g."),
                                text, TORI_REPORT_MARGIN_MIN, TORI_REPORT_MARGIN_MAX);
  /* One number for all leaves the edge that is bound what it needs. */
  if (!alike
      && ((options->binding == TORI_BINDING_LEFT && margins->left < TORI_REPORT_MARGIN_BOUND_MIN)
          || (options->binding == TORI_BINDING_TOP && margins->top < TORI_REPORT_MARGIN_BOUND_MIN)))
    return tori_command_misuse (command, exit,
                                _ ("The edge that is bound needs %g mm. Give more, or “--binding none”."),
                                TORI_REPORT_MARGIN_BOUND_MIN);

  return TRUE;
}

/* --- Widths of columns --- */

static gboolean
parse_width (const ToriCommand *command, const char *text, ToriReportOptions *options, ToriExit *exit)
{
  const char *sign = strchr (text, '=');
  g_autofree char *word = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : g_strdup (text);
  ToriReportColumn column;

  if (!tori_report_column_parse (word, &column))
    return tori_command_misuse (
        command, exit,
        _ ("There is no column “%s”. There are: title, item, year, actions, level, status, charge."), word);
  if (sign == NULL
      || !parse_number (sign + 1, TORI_REPORT_WIDTH_MIN, TORI_REPORT_WIDTH_MAX, &options->widths[column]))
    return tori_command_misuse (
        command, exit, _ ("“%s” is no width of a column. Give millimetres from %g to %g, such as “%s=30”."),
        text, TORI_REPORT_WIDTH_MIN, TORI_REPORT_WIDTH_MAX, word);

  return TRUE;
}

static gboolean
parse_widths (const ToriCommand *command, char **texts, ToriReportOptions *options, ToriExit *exit)
{
  if (options->kind == TORI_REPORT_TOTALS || options->kind == TORI_REPORT_SCHEDULE
      || options->form == TORI_REPORT_FORM_BLOCKS)
    return tori_command_misuse (command, exit,
                                _ ("“--column-width” goes with reports that have the columns of the table."));
  for (; *texts != NULL; texts++)
    if (!parse_width (command, *texts, options, exit))
      return FALSE;

  return TRUE;
}

/* --- All together --- */

static gboolean
has_parts (const ToriReportOptions *options)
{
  return options->kind == TORI_REPORT_DEPARTMENT || options->kind == TORI_REPORT_DIVISION;
}

static gboolean
parse_kind (const ToriReportCall *self,
            const ToriCommand *command,
            ToriReportOptions *options,
            ToriExit *exit)
{
  if (self->kind != NULL && !tori_report_kind_parse (self->kind, &options->kind))
    return tori_command_misuse (
        command, exit,
        _ ("There is no report “%s”. There are: table, department, division, totals, schedule."), self->kind);
  if (options->kind == TORI_REPORT_TOTALS && self->only != NULL)
    return tori_command_misuse (command, exit,
                                _ ("Totals are of everybody; “--only” does not go with them."));
  if (self->each && !has_parts (options))
    return tori_command_misuse (command, exit,
                                _ ("“--each” goes with “--kind department” or “--kind division”."));
  if (self->form != NULL && !has_parts (options))
    return tori_command_misuse (command, exit,
                                _ ("“--form” goes with “--kind department” or “--kind division”."));
  if (self->form != NULL && !tori_report_form_parse (self->form, &options->form))
    return tori_command_misuse (command, exit, _ ("There is no form “%s”. There are: table, blocks."),
                                self->form);

  return TRUE;
}

static gboolean
parse_paper (const ToriReportCall *self,
             const ToriCommand *command,
             ToriReportOptions *options,
             ToriExit *exit)
{
  if (self->paper != NULL && !tori_paper_parse (self->paper, &options->paper))
    return tori_command_misuse (command, exit, _ ("There is no paper “%s”. There are: A4, A3."), self->paper);
  if (self->font_size != NULL && !parse_font_size (command, self->font_size, &options->font_size, exit))
    return FALSE;
  if (self->binding != NULL && !tori_binding_parse (self->binding, &options->binding))
    return tori_command_misuse (command, exit, _ ("There is no binding “%s”. There are: left, top, none."),
                                self->binding);
  if (self->margins != NULL && !parse_margins (command, self->margins, options, exit))
    return FALSE;

  return self->widths == NULL || parse_widths (command, self->widths, options, exit);
}

static gboolean
check_out (const ToriReportCall *self, const ToriCommand *command, ToriExit *exit)
{
  g_autofree char *lower = self->out != NULL ? g_ascii_strdown (self->out, -1) : NULL;

  if (self->out == NULL)
    return tori_command_misuse (command, exit, _ ("Where to? Give a file with “-o OUT.pdf”."));
  if (self->each && (strcmp (self->out, "-") == 0 || g_file_test (self->out, G_FILE_TEST_IS_REGULAR)))
    return tori_command_misuse (
        command, exit, _ ("With “--each” there are several files; “%s” must be a folder."), self->out);
  if (!self->each && strcmp (self->out, "-") != 0 && !g_str_has_suffix (lower, ".pdf"))
    return tori_command_misuse (command, exit, _ ("Reports are written as PDF; “%s” does not end in “.pdf”."),
                                self->out);

  return TRUE;
}

/* Words that come onto paper. */
static gboolean
check_words (const ToriReportCall *self, const ToriCommand *command, ToriExit *exit)
{
  for (guint i = 0; self->approvals != NULL && self->approvals[i] != NULL; i++)
    if (!g_utf8_validate (self->approvals[i], -1, NULL))
      return tori_command_misuse (command, exit, _ ("The words after “%s” are not in UTF-8."), "--approval");
  if (self->date != NULL && !g_utf8_validate (self->date, -1, NULL))
    return tori_command_misuse (command, exit, _ ("The words after “%s” are not in UTF-8."), "--date");

  return TRUE;
}

/**
 * tori_report_call_parse:
 * @self: (out caller-allocates): the call; zeroed before
 * @command: the command
 * @args: what was typed
 * @file: (out): the plan's file
 * @options: (out caller-allocates): what is wanted; its words are those of @self, its year is not set
 * @exit: (inout): how to end when something is wrong
 *
 * Returns: whether the call makes sense; if not, it has been said why not
 */
gboolean
tori_report_call_parse (ToriReportCall *self,
                        const ToriCommand *command,
                        char **args,
                        char **file,
                        ToriReportOptions *options,
                        ToriExit *exit)
{
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_FILENAME, &self->year, N_ ("The fiscal year: 2017, H29 or 平成29年度"),
      N_ ("YEAR") },
    { "kind", 'k', 0, G_OPTION_ARG_FILENAME, &self->kind,
      /* Translators: keep the words after the colon; they are what is typed. */
      N_ ("What is printed: table, department, division, totals or schedule"), N_ ("KIND") },
    { "only", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->only,
      N_ ("Only what this department or division is in charge of; may be given several times"), N_ ("NAME") },
    { "each", 0, 0, G_OPTION_ARG_NONE, &self->each,
      N_ ("One file for each department or division, in the folder OUT"), NULL },
    { "form", 0, 0, G_OPTION_ARG_FILENAME, &self->form,
      /* Translators: keep the words after the colon; they are what is typed. */
      N_ ("How departments and divisions tell their initiatives: table or blocks"), N_ ("FORM") },
    { "paper", 'p', 0, G_OPTION_ARG_FILENAME, &self->paper, N_ ("Size of the paper: A4 or A3"),
      N_ ("PAPER") },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &self->portrait, N_ ("Set the paper upright"), NULL },
    { "font-size", 0, 0, G_OPTION_ARG_FILENAME, &self->font_size, N_ ("Size of running text, in points"),
      N_ ("POINTS") },
    { "binding", 0, 0, G_OPTION_ARG_FILENAME, &self->binding,
      /* Translators: keep the words after the colon; they are what is typed. */
      N_ ("The edge that is bound and has 25 mm: left, top or none"), N_ ("EDGE") },
    { "margins", 0, 0, G_OPTION_ARG_FILENAME, &self->margins,
      N_ ("Margins in millimetres: one for all, or left,right,top,bottom"), N_ ("MM") },
    { "column-width", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->widths,
      /* Translators: keep the words in parentheses; they are what is typed. */
      N_ ("Width of a column of the table in millimetres (title, item, year, actions, level, status, "
          "charge); "
          "may be given several times"),
      /* Translators: what is typed after --column-width, such as charge=30. */
      N_ ("COLUMN=MM") },
    { "approval", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->approvals,
      N_ ("A box for approval with this title on the first page; may be given several times"), N_ ("TITLE") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &self->date,
      N_ ("The date under the heading; “” for none, without this the day of the last change"), N_ ("TEXT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->out,
      N_ ("The PDF file to write, or “-” for standard output"), N_ ("OUT") },
    { NULL },
  };

  if (!tori_command_parse (command, args, entries, file, exit) || !parse_kind (self, command, options, exit)
      || !parse_paper (self, command, options, exit) || !check_words (self, command, exit))
    return FALSE;
  options->portrait = self->portrait;
  options->only = (const char *const *) self->only;
  options->approvals = (const char *const *) self->approvals;
  options->date = self->date;

  return check_out (self, command, exit);
}
