/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "cli/tori-cli.h"
#include "ui/tori-application.h"

/* A development build takes the words that were built with it, not those of an installed Torikumi. */
static const char *
find_locale_dir (void)
{
  const char *built = DEVEL ? g_getenv ("TORIKUMI_LOCALEDIR") : NULL;

  return built != NULL ? built : LOCALEDIR;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, find_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc > 1 && tori_cli_is_command (argv[1]))
    return tori_cli_main (argc, argv);
  return tori_application_run (argc, argv);
}
