/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/**
 * tori_test_file_prepare:
 * @self: (out caller-allocates): the file
 * @text: (nullable): a plan; NULL for the sample
 *
 * Writes the plan into a file, which no window has open.
 */
void
tori_test_file_prepare (ToriTestFile *self, const char *text)
{
  g_autofree char *sample = tori_test_sample_path ();

  self->folder = g_dir_make_tmp ("torikumi-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "計画.torikumi", NULL);
  self->lock = g_build_filename (self->folder, ".~lock.計画.torikumi#", NULL);
  if (text == NULL)
    g_assert_true (g_file_get_contents (sample, &self->bytes, &self->length, NULL));
  else
    {
      self->bytes = g_strdup (text);
      self->length = strlen (text);
    }
  g_assert_true (g_file_set_contents (self->path, self->bytes, (gssize) self->length, NULL));
}

/**
 * tori_test_file_open:
 * @self: (out caller-allocates): the file
 * @text: (nullable): a plan; NULL for the sample
 *
 * Writes the plan into a file and opens it.
 */
void
tori_test_file_open (ToriTestFile *self, const char *text)
{
  tori_test_file_prepare (self, text);
  self->window = tori_test_open (self->path);
}

/**
 * tori_test_file_close:
 * @self: the file
 *
 * Closes its window and removes it; nothing else may be left in its folder.
 */
void
tori_test_file_close (ToriTestFile *self)
{
  tori_test_close (self->window);
  tori_test_file_remove (self);
}

/**
 * tori_test_file_remove:
 * @self: the file, which no window has open any more
 *
 * Removes it; nothing else may be left in its folder.
 */
void
tori_test_file_remove (ToriTestFile *self)
{
  g_unlink (self->path);
  tori_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->lock);
  g_free (self->bytes);
}

ToriDocument *
tori_test_file_get_document (ToriTestFile *self)
{
  return tori_window_get_document (self->window);
}

gboolean
tori_test_file_has (ToriTestFile *self, const char *text)
{
  g_autofree char *found = NULL;

  return g_file_get_contents (self->path, &found, NULL, NULL) && strstr (found, text) != NULL;
}

void
tori_test_file_assert_untouched (ToriTestFile *self)
{
  g_autofree char *found = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (self->path, &found, &length, NULL));
  g_assert_cmpmem (found, length, self->bytes, self->length);
}
