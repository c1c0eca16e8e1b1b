/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/tori-test-program.h"

#include <gio/gio.h>
#include <string.h>

/* Runs the program as it is called from a terminal, without a display or a session. The environment says
 * where it is: TORIKUMI_PROGRAM. */

static char *
take_bytes (GBytes *bytes, gsize *length)
{
  GString *all = g_string_new (NULL);
  const char *data = g_bytes_get_data (bytes, length);

  g_string_append_len (all, data, (gssize) *length);

  return g_string_free (all, FALSE);
}

static char *
fill_in (const char *word)
{
  g_autoptr (GString) filled = g_string_new (word);

  g_string_replace (filled, "DATA", g_getenv ("TORIKUMI_TEST_DATA"), 0);
  g_string_replace (filled, "DIR", g_get_user_data_dir (), 0);

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static void
set_environment (GSubprocessLauncher *launcher, const char *environment)
{
  g_auto (GStrv) words = NULL;

  if (!g_shell_parse_argv (environment, NULL, &words, NULL))
    g_error ("“%s” is no environment", environment);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);
      g_autofree char *value = fill_in (pair[1]);

      g_subprocess_launcher_setenv (launcher, pair[0], value, TRUE);
    }
}

/**
 * tori_test_run_in:
 * @result: (out caller-allocates): how it ended; clear with tori_test_result_clear()
 * @environment: settings as a shell takes them, "LC_ALL=C TZ=UTC"; DIR as in @line
 * @line: the arguments as a shell takes them; DATA stands for the folder of the tests' files, DIR for this
 * test's own
 * @input: (nullable): what it reads from standard input
 */
void
tori_test_run_in (ToriTestResult *result, const char *environment, const char *line, const char *input)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) stdin_bytes = g_bytes_new_static (input, input != NULL ? strlen (input) : 0);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  gsize err_length;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_shell_parse_argv (line, NULL, &words, &error);
  g_assert_no_error (error);
  g_ptr_array_add (argv, g_strdup (g_getenv ("TORIKUMI_PROGRAM")));
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, fill_in (words[i]));
  g_ptr_array_add (argv, NULL);

  set_environment (launcher, environment);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, stdin_bytes, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result->status = g_subprocess_get_exit_status (process);
  result->out = take_bytes (out, &result->length);
  result->err = take_bytes (err, &err_length);
}

/**
 * tori_test_run:
 * @result: (out caller-allocates): how it ended; clear with tori_test_result_clear()
 * @language: "en" or "ja"
 * @line: the arguments, as for tori_test_run_in()
 * @input: (nullable): what it reads from standard input
 */
void
tori_test_run (ToriTestResult *result, const char *language, const char *line, const char *input)
{
  /* Under C.UTF-8 newer glibc translates nothing. */
  g_autofree char *environment = g_strconcat ("LC_ALL=ja_JP.UTF-8 LANGUAGE=", language, NULL);

  tori_test_run_in (result, environment, line, input);
}

/**
 * tori_test_run_well:
 * @language: "en" or "ja"
 * @line: the arguments, as for tori_test_run()
 *
 * Returns: (transfer full): the result of a call that must succeed without a word on standard error
 */
char *
tori_test_run_well (const char *language, const char *line)
{
  g_auto (ToriTestResult) result = { 0 };

  tori_test_run (&result, language, line, NULL);
  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpint (result.status, ==, 0);

  return g_steal_pointer (&result.out);
}

void
tori_test_result_clear (ToriTestResult *result)
{
  g_free (result->out);
  g_free (result->err);
}

/**
 * tori_test_read_written:
 * @name: a file that tori_test_write_file() or the program has written
 *
 * Returns: (transfer full) (nullable): what it holds; NULL when there is none
 */
char *
tori_test_read_written (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, NULL);
  return contents;
}

/* Writes a file into this test's own folder, which the arguments call DIR. */
void
tori_test_write_file (const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

void
tori_test_assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}
