/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-command.h"

#include <glib/gi18n.h>

#include "cli/tori-plan-file.h"
#include "storage/tori-codec.h"

/* torikumi format: the same plan in canonical form. */

static ToriExit
run_format (const ToriCommand *self, char **args)
{
  g_autofree char *file = NULL;
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("Write to OUT instead of standard output"),
      N_ ("OUT") },
    { NULL },
  };
  g_autoptr (ToriPlan) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ToriExit exit = TORI_EXIT_DONE;

  if (!tori_command_parse (self, args, entries, &file, &exit) || !tori_plan_file_read (file, &plan, &exit))
    return exit;

  bytes = tori_codec_encode (plan);
  tori_plan_file_write (out != NULL ? out : "-", bytes, &exit);

  return exit;
}

const ToriCommand tori_command_format = {
  .name = "format",
  .arguments = N_ ("FILE [OPTION…]"),
  .summary = N_ ("Write a plan in its canonical form: the same plan always gives the same bytes"),
  .run = run_format,
};
