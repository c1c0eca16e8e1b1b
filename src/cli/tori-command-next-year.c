/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/tori-lookup.h"
#include "cli/tori-plan-file.h"
#include "model/tori-next-year.h"
#include "model/tori-year-words.h"
#include "storage/tori-codec.h"

/* torikumi next-year: begins the next year's entries, as the window does. */

static void
report (const char *out, ToriPlan *plan, const ToriNextYear *done)
{
  g_autofree char *year = tori_year_words (plan, done->year);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (strcmp (out, "-") == 0)
    return; /* the plan is what is written there */
  name = g_filename_display_name (out);
  words = g_strdup_printf (
      /* Translators: a file, a fiscal year, and how many entries were made in it. */
      ngettext ("%1$s: %2$s has begun with %3$u new entry\n", "%1$s: %2$s has begun with %3$u new entries\n",
                done->entries),
      name, year, done->entries);
  tori_command_print (words);
}

static ToriExit
run_next_year (const ToriCommand *self, char **args)
{
  g_autofree char *file = NULL;
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
      N_ ("Write to OUT instead of FILE, whose former content is kept as FILE~"), N_ ("OUT") },
    { NULL },
  };
  g_autoptr (ToriPlan) plan = NULL;
  g_autoptr (ToriHistory) history = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ToriNextYear done;
  ToriExit exit = TORI_EXIT_DONE;

  if (!tori_command_parse (self, args, entries, &file, &exit) || !tori_plan_file_read (file, &plan, &exit))
    return exit;
  history = tori_history_new (plan);
  if (!tori_next_year_begin (history, TRUE, &done))
    {
      g_autofree char *last = tori_year_words (plan, done.year - 1);

      tori_command_misuse (self, &exit,
                           /* Translators: a fiscal year. */
                           _ ("The plan ends with %s. Give it more years in the settings of the plan first."),
                           last);
      return exit;
    }
  bytes = tori_codec_encode (plan);
  if (out == NULL && !tori_plan_file_keep (file, &exit))
    return exit;
  if (tori_plan_file_write (out == NULL ? file : out, bytes, &exit))
    report (out == NULL ? file : out, plan, &done);
  return exit;
}

const ToriCommand tori_command_next_year = {
  .name = "next-year",
  .arguments = N_ ("FILE [OPTION…]"),
  .summary =
      N_ ("Begin the next fiscal year: every initiative gets an entry, and what was achieved stays so"),
  .run = run_next_year,
};
