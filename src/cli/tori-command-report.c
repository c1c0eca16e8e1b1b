/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-command.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cli/tori-lookup.h"
#include "cli/tori-plan-file.h"
#include "cli/tori-report-call.h"
#include "report/tori-report.h"

/* torikumi report: the printed kinds, as PDF. */

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

static gboolean
write_each (const ToriCommand *self,
            ToriPlan *plan,
            const ToriReportOptions *options,
            const char *folder,
            ToriExit *exit)
{
  g_autoptr (GPtrArray) parts = tori_report_list_parts (plan, options->kind, options->year);

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
      g_autofree char *path = g_build_filename (folder, part->file, NULL);

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
  g_auto (ToriReportCall) call = { 0 };
  ToriReportOptions options = { 0 };
  g_autoptr (ToriPlan) plan = NULL;
  ToriExit exit = TORI_EXIT_DONE;

  if (!tori_report_call_parse (&call, self, args, &file, &options, &exit)
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
