/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/tori-change-list.h"
#include "cli/tori-plan-file.h"
#include "merge/tori-merge.h"
#include "storage/tori-codec.h"

/* torikumi merge: brings the changes of two people together; fit to be git's merge driver. */

typedef struct
{
  ToriPlan *base, *ours, *theirs;
} Plans;

static gboolean
check_same_plan (char **files, const Plans *plans, ToriExit *exit)
{
  const char *id = tori_record_get_id (TORI_RECORD (plans->ours));
  const gboolean base_differs = !g_str_equal (tori_record_get_id (TORI_RECORD (plans->base)), id);
  g_autofree char *one = g_filename_display_name (files[1]);
  g_autofree char *other = g_filename_display_name (files[base_differs ? 0 : 2]);

  if (!base_differs && g_str_equal (tori_record_get_id (TORI_RECORD (plans->theirs)), id))
    return TRUE;
  tori_command_complain (_ ("%s and %s are not copies of the same plan. Only copies of one plan can be "
                            "brought together; nothing was changed."),
                         one, other);
  *exit = TORI_EXIT_FILE;
  return FALSE;
}

static void
print_json (const ToriMerge *merge)
{
  g_autoptr (ToriJsonWriter) json = tori_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  tori_json_writer_begin_object (json);
  tori_json_writer_key (json, "changes");
  tori_change_list_write (json, merge->changes);
  tori_json_writer_key (json, "conflicts");
  tori_change_list_write_conflicts (json, merge->conflicts);
  tori_json_writer_key (json, "refused");
  tori_json_writer_begin_array (json);
  tori_json_writer_end_array (json);
  tori_json_writer_end_object (json);
  bytes = tori_json_writer_finish (json);
  tori_command_print_bytes (bytes);
}

static void
print_lines (const ToriMerge *merge)
{
  tori_change_list_print (merge->changes, _ ("%1: %2"));
  /* Translators: %1 is the initiative, %2 what they changed in it. */
  tori_change_list_print (merge->conflicts, _ ("CONFLICT, yours was kept: %1: %2"));
}

static ToriExit
merge_plans (char **files, const char *out, gboolean as_json, const Plans *plans)
{
  g_autoptr (ToriHistory) history = tori_history_new (plans->ours);
  g_autoptr (ToriMerge) merge = tori_merge (history, TORI_STEP_MERGE, plans->base, plans->theirs);
  g_autoptr (GBytes) bytes = tori_codec_encode (plans->ours);
  ToriExit exit = merge->conflicts->len == 0 ? TORI_EXIT_DONE : TORI_EXIT_LOOK;

  if ((out == NULL && !tori_plan_file_keep (files[1], &exit))
      || !tori_plan_file_write (out == NULL ? files[1] : out, bytes, &exit))
    return exit;
  if (out != NULL && strcmp (out, "-") == 0)
    return exit; /* the plan is what is written there */
  if (as_json)
    print_json (merge);
  else
    print_lines (merge);
  return exit;
}

static ToriExit
run_merge (const ToriCommand *self, char **args)
{
  g_autofree char *out = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
      N_ ("Write to OUT instead of OURS, whose former content is kept as OURS~"), N_ ("OUT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON, with more details"), NULL },
    { NULL },
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (ToriPlan) base = NULL;
  g_autoptr (ToriPlan) ours = NULL;
  g_autoptr (ToriPlan) theirs = NULL;
  ToriExit exit = TORI_EXIT_DONE;
  Plans plans;

  if (!tori_command_parse_files (self, args, entries, 3, &files, &exit)
      || !tori_plan_file_read (files[0], &base, &exit) || !tori_plan_file_read (files[1], &ours, &exit)
      || !tori_plan_file_read (files[2], &theirs, &exit))
    return exit;
  plans = (Plans){ base, ours, theirs };
  return check_same_plan (files, &plans, &exit) ? merge_plans (files, out, as_json, &plans) : exit;
}

const ToriCommand tori_command_merge = {
  .name = "merge",
  .arguments = N_ ("BASE OURS THEIRS [OPTION…]"),
  .summary =
      N_ ("Do in OURS what was changed from BASE to THEIRS; where both changed the same, OURS is kept"),
  .run = run_merge,
};
