/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "cli/tori-command.h"

/* The commands, in the order of the help. */
static const ToriCommand *const commands[] = {
  &tori_command_format,    &tori_command_list, &tori_command_totals, &tori_command_report,
  &tori_command_next_year, &tori_command_diff, &tori_command_merge,
};

static const ToriCommand *
find_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, word) == 0)
      return commands[i];

  return NULL;
}

static void
print_help (void)
{
  g_autoptr (GString) help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n", _ ("Usage:"));
  /* Translators: how the program is called; keep “torikumi”. */
  g_string_append_printf (help, "  %s\n  %s\n\n", _ ("torikumi [FILE…]"),
                          _ ("torikumi COMMAND FILE [OPTION…]"));
  g_string_append_printf (help, "%s\n",
                          _ ("Opens plans in windows, or does one of these jobs without a window:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  %-9s  %s\n", commands[i]->name, _ (commands[i]->summary));
  g_string_append_printf (help, "\n%s\n", _ ("“torikumi COMMAND --help” explains a command."));
  tori_command_print (help->str);
}

static ToriExit
run (char **args)
{
  const char *word = args[0];
  const ToriCommand *command = find_command (word);

  if (command != NULL)
    return command->run (command, args);
  if (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0)
    {
      print_help ();
      return TORI_EXIT_DONE;
    }
  if (strcmp (word, "--version") == 0)
    {
      tori_command_print ("torikumi " VERSION "\n");
      return TORI_EXIT_DONE;
    }
  tori_command_complain (_ ("There is no command “%s”. See “torikumi --help”."), word);

  return TORI_EXIT_USAGE;
}

/* An option that only the window's application knows: its bus service, or the end of all options. */
static gboolean
is_for_window (const char *option)
{
  return g_str_has_prefix (option, "--gapplication-") || strcmp (option, "--") == 0;
}

/**
 * tori_cli_is_command:
 * @word: the first argument of the program
 *
 * A word that cannot be meant as a file (it has no dot and no slash, and no file is called so) is taken for a
 * misspelt command: who types it sits at a terminal, and a window would be no answer.
 *
 * Returns: whether it asks for a job without a window, so that tori_cli_main() is to be called
 */
gboolean
tori_cli_is_command (const char *word)
{
  g_return_val_if_fail (word != NULL, FALSE);

  if (*word == '-')
    return !is_for_window (word);

  return find_command (word) != NULL
         || (strpbrk (word, "./") == NULL && !g_file_test (word, G_FILE_TEST_EXISTS));
}

/**
 * tori_cli_main:
 * @argc: the arguments of the program
 * @argv: the arguments of the program; the first one is tori_cli_is_command()
 *
 * Does one command. Needs no display and no session; the locale is already set.
 *
 * Returns: the exit status of the program
 */
int
tori_cli_main (int argc, char **argv)
{
  g_auto (GStrv) args = NULL;
  ToriExit status;

  g_return_val_if_fail (argc > 1, TORI_EXIT_USAGE);

  args = g_strdupv (argv + 1);
  status = run (args);

  if (fflush (stdout) != 0 || ferror (stdout))
    {
      tori_command_complain (
          _ ("The result could not be written to standard output: the disk is full, or whoever "
             "reads it has closed it."));
      return TORI_EXIT_FILE;
    }

  return status;
}
