/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-command.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "cli/tori-text-table.h"

/* What all commands share: reading their arguments, their help, their two streams. Arguments are taken as the
 * bytes that they are and results are written as UTF-8, so that a command does the same in every locale. */

/* --- Streams --- */

/**
 * tori_command_print:
 * @text: part of the result, in UTF-8
 */
void
tori_command_print (const char *text)
{
  fputs (text, stdout);
}

/**
 * tori_command_print_bytes:
 * @bytes: the result
 */
void
tori_command_print_bytes (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > 0)
    fwrite (data, 1, size, stdout);
}

/**
 * tori_command_complain:
 * @format: a message that names the file, what is wrong, where, and what to do
 * @...: its arguments
 *
 * Writes to standard error.
 */
void
tori_command_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *shown = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  shown = g_utf8_make_valid (message, -1);
  fprintf (stderr, "torikumi: %s\n", shown);
}

/**
 * tori_command_misuse:
 * @self: the command that was called
 * @exit: (out): is set to %TORI_EXIT_USAGE
 * @format: what is wrong with the call, and what there is instead
 * @...: its arguments
 *
 * Returns: %FALSE, so that a check can end with it
 */
gboolean
tori_command_misuse (const ToriCommand *self, ToriExit *exit, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  tori_command_complain ("%s: %s", self->name, message);
  *exit = TORI_EXIT_USAGE;

  return FALSE;
}

/* --- Arguments --- */

/* "  -o, --output=OUT" */
static char *
format_option (const GOptionEntry *entry)
{
  g_autofree char *letter =
      entry->short_name != 0 ? g_strdup_printf ("-%c, ", entry->short_name) : g_strdup ("    ");
  const char *value = entry->arg_description != NULL ? _ (entry->arg_description) : "";

  return g_strdup_printf ("  %s--%s%s%s", letter, entry->long_name, *value != '\0' ? "=" : "", value);
}

static void
append_options (GString *out, const GOptionEntry *entries)
{
  guint width = 0;

  for (guint i = 0; entries[i].long_name != NULL; i++)
    {
      g_autofree char *option = format_option (&entries[i]);

      width = MAX (width, tori_text_width (option));
    }
  for (guint i = 0; entries[i].long_name != NULL; i++)
    {
      g_autofree char *option = format_option (&entries[i]);

      g_string_append (out, option);
      for (guint n = tori_text_width (option); n < width + 2; n++)
        g_string_append_c (out, ' ');
      g_string_append_printf (out, "%s\n", _ (entries[i].description));
    }
}

static void
print_help (const ToriCommand *self, const GOptionEntry *entries)
{
  g_autoptr (GString) help = g_string_new (NULL);

  /* Translators: the first line of the help of a command; a call of it follows. */
  g_string_append_printf (help, "%s\n  torikumi %s %s\n\n%s\n\n", _ ("Usage:"), self->name,
                          _ (self->arguments), _ (self->summary));
  /* Translators: in the help of a command; its options follow, a line each. */
  g_string_append_printf (help, "%s\n", _ ("Options:"));
  append_options (help, entries);
  tori_command_print (help->str);
}

/* What is left when the options are taken out: one file, and nothing that looks like an option. */
static gboolean
take_files (const ToriCommand *self, char **args, guint n, GStrv *files, ToriExit *exit)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  gboolean options_over = FALSE;

  for (guint i = 1; args[i] != NULL; i++)
    {
      if (!options_over && strcmp (args[i], "--") == 0)
        options_over = TRUE;
      else if (!options_over && args[i][0] == '-' && args[i][1] != '\0')
        return tori_command_misuse (self, exit, _ ("There is no option “%s”. See “torikumi %s --help”."),
                                    args[i], self->name);
      else if (found->len == n)
        return n == 1 ? tori_command_misuse (self, exit, _ ("One file is enough; “%s” is one too many."),
                                             args[i])
                      : tori_command_misuse (self, exit,
                                             _ ("“%s” is one file too many. See “torikumi %s --help”."),
                                             args[i], self->name);
      else
        g_ptr_array_add (found, g_strdup (args[i]));
    }
  if (found->len < n)
    return n == 1
               ? tori_command_misuse (self, exit, _ ("Which plan? Give its file, or “-” for standard input."))
               : tori_command_misuse (self, exit,
                                      /* Translators: how many files a command is about, at least 2. */
                                      ngettext ("This needs %u file. See “torikumi %s --help”.",
                                                "This needs %u files. See “torikumi %s --help”.", n),
                                      n, self->name);
  g_ptr_array_add (found, NULL);
  *files = (GStrv) g_ptr_array_free (g_steal_pointer (&found), FALSE);
  return TRUE;
}

/**
 * tori_command_parse_files:
 * @self: the command
 * @args: its name and what stands behind
 * @entries: its options
 * @n: how many files it is about
 * @files: (out) (transfer full): these files
 * @exit: (out): how to end when this returns FALSE
 *
 * Reads the call, explains it where that is asked for, or complains.
 *
 * Returns: whether the command is to go on
 */
gboolean
tori_command_parse_files (
    const ToriCommand *self, char **args, const GOptionEntry *entries, guint n, GStrv *files, ToriExit *exit)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) rest = g_strdupv (args);
  gboolean help = FALSE;
  const GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Explain this command"), NULL },
    { NULL },
  };

  *files = NULL;
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, help_entry, NULL);

  /* The one thing that can go wrong here is a last option without its value. */
  if (!g_option_context_parse_strv (context, &rest, NULL))
    return tori_command_misuse (self, exit, _ ("The option “%s” needs a value. See “torikumi %s --help”."),
                                args[g_strv_length (args) - 1], self->name);
  if (help)
    {
      g_autoptr (GArray) all = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));

      for (guint i = 0; entries[i].long_name != NULL; i++)
        g_array_append_val (all, entries[i]);
      g_array_append_val (all, help_entry[0]);
      print_help (self, (const GOptionEntry *) (gconstpointer) all->data);
      *exit = TORI_EXIT_DONE;
      return FALSE;
    }
  return take_files (self, rest, n, files, exit);
}

/**
 * tori_command_parse:
 * @self: the command that was called
 * @args: (array zero-terminated=1): its name and what follows it
 * @entries: its options, without --help; those with a value are of %G_OPTION_ARG_FILENAME
 * @file: (out) (transfer full): the one file that it works on
 * @exit: (out): how to end when there is nothing to do any more
 *
 * Reads the arguments of a command, or prints its help, or complains.
 *
 * Returns: whether the command is to be done
 */
gboolean
tori_command_parse (
    const ToriCommand *self, char **args, const GOptionEntry *entries, char **file, ToriExit *exit)
{
  g_auto (GStrv) files = NULL;

  *file = NULL;
  if (!tori_command_parse_files (self, args, entries, 1, &files, exit))
    return FALSE;
  *file = g_steal_pointer (&files[0]);
  return TRUE;
}
