/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-command.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "cli/tori-lookup.h"
#include "cli/tori-plan-file.h"
#include "report/tori-report.h"

/* torikumi report: the printed kinds, as PDF. */

/* What was typed. */
typedef struct
{
  char *year;
  char *kind;
  char **only;
  gboolean each;
  char *paper;
  gboolean portrait;
  char *font_size;
  char *out;
} Call;

static void
call_clear (Call *call)
{
  g_free (call->year);
  g_free (call->kind);
  g_strfreev (call->only);
  g_free (call->paper);
  g_free (call->font_size);
  g_free (call->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

/* --- What was asked for --- */

static gboolean
parse_font_size (const ToriCommand *self, const char *text, double *size, ToriExit *exit)
{
  char *end = NULL;

  *size = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0'
      || !(*size >= TORI_REPORT_FONT_SIZE_MIN && *size <= TORI_REPORT_FONT_SIZE_MAX))
    return tori_command_misuse (self, exit, _ ("“%s” is no font size. Give points from %g to %g."), text,
                                TORI_REPORT_FONT_SIZE_MIN, TORI_REPORT_FONT_SIZE_MAX);

  return TRUE;
}

static gboolean
check_out (const ToriCommand *self, const Call *call, ToriExit *exit)
{
  g_autofree char *lower = call->out != NULL ? g_ascii_strdown (call->out, -1) : NULL;

  if (call->out == NULL)
    return tori_command_misuse (self, exit, _ ("Where to? Give a file with “-o OUT.pdf”."));
  if (call->each && (strcmp (call->out, "-") == 0 || g_file_test (call->out, G_FILE_TEST_IS_REGULAR)))
    return tori_command_misuse (
        self, exit, _ ("With “--each” there are several files; “%s” must be a folder."), call->out);
  if (!call->each && strcmp (call->out, "-") != 0 && !g_str_has_suffix (lower, ".pdf"))
    return tori_command_misuse (self, exit, _ ("Reports are written as PDF; “%s” does not end in “.pdf”."),
                                call->out);

  return TRUE;
}

/* What can be said before the plan is read. */
static gboolean
parse_options (const ToriCommand *self, const Call *call, ToriReportOptions *options, ToriExit *exit)
{
  if (call->kind != NULL && !tori_report_kind_parse (call->kind, &options->kind))
    return tori_command_misuse (
        self, exit, _ ("There is no report “%s”. There are: table, department, division, totals, schedule."),
        call->kind);
  if (call->paper != NULL && !tori_paper_parse (call->paper, &options->paper))
    return tori_command_misuse (self, exit, _ ("There is no paper “%s”. There are: A4, A3."), call->paper);
  if (call->font_size != NULL && !parse_font_size (self, call->font_size, &options->font_size, exit))
    return FALSE;
  if (options->kind == TORI_REPORT_TOTALS && call->only != NULL)
    return tori_command_misuse (self, exit, _ ("Totals are of everybody; “--only” does not go with them."));
  if (call->each && options->kind != TORI_REPORT_DEPARTMENT && options->kind != TORI_REPORT_DIVISION)
    return tori_command_misuse (self, exit,
                                _ ("“--each” goes with “--kind department” or “--kind division”."));
  options->portrait = call->portrait;
  options->only = (const char *const *) call->only;

  return check_out (self, call, exit);
}

/* --- Writing --- */

static void
append_parts (GString *names, ToriPlan *plan, ToriReportKind kind, int year)
{
  g_autoptr (GPtrArray) parts = tori_report_list_parts (plan, kind, year);

  for (guint i = 0; i < parts->len; i++)
    {
      const ToriReportPart *part = g_ptr_array_index (parts, i);

      g_string_append_printf (names, "\n  %s (%s)", part->name, part->id);
    }
}

/* A word of --only that nobody is called by. */
static gboolean
complain_of_part (const ToriCommand *self,
                  ToriPlan *plan,
                  const ToriReportOptions *options,
                  const char *word,
                  ToriExit *exit)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (options->kind != TORI_REPORT_DIVISION)
    append_parts (names, plan, TORI_REPORT_DEPARTMENT, options->year);
  if (options->kind != TORI_REPORT_DEPARTMENT)
    append_parts (names, plan, TORI_REPORT_DIVISION, options->year);

  /* Translators: %s is what somebody typed; a list of departments and divisions follows, a line each. */
  return tori_command_misuse (self, exit, _ ("Nobody in charge in this year is called “%s”. There are:%s"),
                              word, names->str);
}

static gboolean
write_report (const ToriCommand *self,
              ToriPlan *plan,
              const ToriReportOptions *options,
              const char *out,
              ToriExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tori_report_to_pdf (plan, options, &error);

  if (pdf != NULL)
    return tori_plan_file_write (out, pdf, exit);
  if (g_error_matches (error, TORI_REPORT_ERROR, TORI_REPORT_ERROR_NO_PART))
    return complain_of_part (self, plan, options, error->message, exit);

  *exit = TORI_EXIT_FILE;
  if (g_error_matches (error, TORI_REPORT_ERROR, TORI_REPORT_ERROR_NO_FONT))
    tori_command_complain (
        _ ("%s: not written, because no font on this computer has Japanese letters. Install one, "
           "for example Noto CJK or IPA."),
        out);
  else
    tori_command_complain (_ ("%s: not written: %s"), out, error->message);

  return FALSE;
}

/* --- One file each --- */

static gboolean
is_called (ToriPlan *plan, const ToriReportPart *part, const char *word)
{
  ToriDivision *division = tori_plan_find (plan, TORI_TYPE_DIVISION, part->id);

  return g_str_equal (part->id, word) || g_str_equal (part->name, word)
         || (division != NULL && g_str_equal (tori_division_get_name (division), word));
}

static gboolean
is_wanted (ToriPlan *plan, const ToriReportPart *part, const char *const *only)
{
  if (only == NULL)
    return TRUE;
  for (; *only != NULL; only++)
    if (is_called (plan, part, *only))
      return TRUE;

  return FALSE;
}

static gboolean
check_only (const ToriCommand *self,
            ToriPlan *plan,
            const ToriReportOptions *options,
            GPtrArray *parts,
            ToriExit *exit)
{
  for (guint i = 0; options->only != NULL && options->only[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < parts->len && !found; j++)
        found = is_called (plan, g_ptr_array_index (parts, j), options->only[i]);
      if (!found)
        return complain_of_part (self, plan, options, options->only[i], exit);
    }

  return TRUE;
}

/* The file of a department or division: its name without what a file name must not hold. Two of the same name
 * are told apart by their ids. */
static char *
name_file (GHashTable *taken, const ToriReportPart *part)
{
  g_autofree char *name = g_strdup (part->name);

  if (*name == '\0' || g_hash_table_contains (taken, name))
    {
      g_free (name);
      name = g_strdup_printf ("%s %s", part->name, part->id);
    }
  g_hash_table_add (taken, g_strdup (name));
  g_strdelimit (name, "/\\:*?\"<>|\t\r\n", '-');
  if (*name == '.')
    *name = '-';

  return g_strconcat (name, ".pdf", NULL);
}

static gboolean
write_each (const ToriCommand *self,
            ToriPlan *plan,
            const ToriReportOptions *options,
            const char *folder,
            ToriExit *exit)
{
  g_autoptr (GPtrArray) parts = tori_report_list_parts (plan, options->kind, options->year);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!check_only (self, plan, options, parts, exit))
    return FALSE;
  if (g_mkdir (folder, 0777) != 0 && !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      tori_command_complain (_ ("%s: the folder cannot be made. Make it, or choose another."), folder);
      *exit = TORI_EXIT_FILE;
      return FALSE;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      const ToriReportPart *part = g_ptr_array_index (parts, i);
      const char *const only[] = { part->id, NULL };
      ToriReportOptions own = *options;
      g_autofree char *name = name_file (taken, part);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      own.only = only;
      if (is_wanted (plan, part, options->only) && !write_report (self, plan, &own, path, exit))
        return FALSE;
    }

  return TRUE;
}

static ToriExit
run_report (const ToriCommand *self, char **args)
{
  g_autofree char *file = NULL;
  g_auto (Call) call = { 0 };
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_FILENAME, &call.year, N_ ("The fiscal year: 2017, H29 or 平成29年度"),
      N_ ("YEAR") },
    { "kind", 'k', 0, G_OPTION_ARG_FILENAME, &call.kind,
      /* Translators: keep the words after the colon; they are what is typed. */
      N_ ("What is printed: table, department, division, totals or schedule"), N_ ("KIND") },
    { "only", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &call.only,
      N_ ("Only what this department or division is in charge of; may be given several times"), N_ ("NAME") },
    { "each", 0, 0, G_OPTION_ARG_NONE, &call.each,
      N_ ("One file for each department or division, in the folder OUT"), NULL },
    { "paper", 'p', 0, G_OPTION_ARG_FILENAME, &call.paper, N_ ("Size of the paper: A4 or A3"), N_ ("PAPER") },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &call.portrait, N_ ("Set the paper upright"), NULL },
    { "font-size", 0, 0, G_OPTION_ARG_FILENAME, &call.font_size, N_ ("Size of running text, in points"),
      N_ ("POINTS") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &call.out,
      N_ ("The PDF file to write, or “-” for standard output"), N_ ("OUT") },
    { NULL },
  };
  ToriReportOptions options = { 0 };
  g_autoptr (ToriPlan) plan = NULL;
  ToriExit exit = TORI_EXIT_DONE;

  if (!tori_command_parse (self, args, entries, &file, &exit) || !parse_options (self, &call, &options, &exit)
      || !tori_plan_file_read (file, &plan, &exit)
      || !tori_lookup_year (self, plan, call.year, &options.year, &exit))
    return exit;

  if (call.each)
    write_each (self, plan, &options, call.out, &exit);
  else
    write_report (self, plan, &options, call.out, &exit);

  return exit;
}

const ToriCommand tori_command_report = {
  .name = "report",
  .arguments = N_ ("FILE -o OUT [OPTION…]"),
  .summary = N_ ("Print the table of a year, the summaries of departments and divisions, totals or the "
                 "schedule, as PDF"),
  .run = run_report,
};
