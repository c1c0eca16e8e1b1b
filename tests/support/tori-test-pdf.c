/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/tori-test-pdf.h"

/* Reads PDFs back with the programs of poppler. */

/**
 * tori_test_pdf_ask:
 * @pdf: a PDF
 * @command: a program with its arguments; PDF stands for the file
 *
 * Returns: (transfer full): what it writes to standard output
 */
char *
tori_test_pdf_ask (GBytes *pdf, const char *command)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "test.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;
  char *output = NULL;
  int status;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_shell_parse_argv (command, NULL, &argv, &error);
  g_assert_no_error (error);
  for (guint i = 0; argv[i] != NULL; i++)
    {
      if (!g_str_equal (argv[i], "PDF"))
        continue;
      g_free (argv[i]);
      argv[i] = g_strdup (path);
    }
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return output;
}

/* @text without blanks and line ends. */
char *
tori_test_squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_unichar (squeezed, g_utf8_get_char (p));
    }
  return g_string_free (squeezed, FALSE);
}
