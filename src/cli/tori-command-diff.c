/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-command.h"

#include <glib/gi18n.h>

#include "cli/tori-change-list.h"
#include "cli/tori-plan-file.h"
#include "merge/tori-diff.h"

/* torikumi diff: what changed between two copies of a plan. */

static ToriExit
run_diff (const ToriCommand *self, char **args)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON, with more details"), NULL },
    { NULL },
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (ToriPlan) old = NULL;
  g_autoptr (ToriPlan) new = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (ToriJsonWriter) json = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ToriExit exit = TORI_EXIT_DONE;

  if (!tori_command_parse_files (self, args, entries, 2, &files, &exit)
      || !tori_plan_file_read (files[0], &old, &exit) || !tori_plan_file_read (files[1], &new, &exit))
    return exit;
  changes = tori_diff (old, new);
  if (!as_json)
    {
      /* Translators: a line of a list of changes: %1 is the initiative, %2 what changed in it. */
      tori_change_list_print (changes, _ ("%1: %2"));
      return exit;
    }
  json = tori_json_writer_new ();
  tori_change_list_write (json, changes);
  bytes = tori_json_writer_finish (json);
  tori_command_print_bytes (bytes);
  return exit;
}

const ToriCommand tori_command_diff = {
  .name = "diff",
  .arguments = N_ ("OLD NEW [OPTION…]"),
  .summary = N_ ("List what changed between two copies of a plan, by initiative and field"),
  .run = run_diff,
};
