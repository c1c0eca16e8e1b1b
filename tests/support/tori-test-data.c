/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/tori-test-data.h"

#include <string.h>

/* The files that the tests read. */

char *
tori_test_read (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);

  return text;
}

/* A file out of tests/data. */
char *
tori_test_read_data (const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (g_getenv ("TORIKUMI_TEST_DATA"), name, NULL);

  return tori_test_read (path, length);
}

static void
add_plans (GStrvBuilder *paths, const char *folder)
{
  g_autofree char *path = g_build_filename (g_getenv ("TORIKUMI_SOURCE_ROOT"), folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".torikumi"))
      {
        g_autofree char *plan = g_build_filename (path, name, NULL);

        g_strv_builder_add (paths, plan);
      }
}

/* Every good plan that there is: the tests' own, the samples, and those named in TORIKUMI_PLANS. */
GStrv
tori_test_list_plans (void)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  const char *more = g_getenv ("TORIKUMI_PLANS");

  add_plans (paths, "tests/data");
  add_plans (paths, "data/samples");
  if (more != NULL)
    {
      g_auto (GStrv) named = g_strsplit (more, ":", -1);

      for (guint i = 0; named[i] != NULL; i++)
        if (*named[i] != '\0')
          g_strv_builder_add (paths, named[i]);
    }

  return g_strv_builder_end (paths);
}
