/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-plan-file.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "storage/tori-codec.h"
#include "storage/tori-json-reader.h"
#include "storage/tori-safe-file.h"
#include "storage/tori-storage-words.h"

/* The files of the commands: plans are read, results are written by the same protocol by which the window
 * saves. “-” is standard input or output. */

static gboolean
is_stream (const char *file)
{
  return strcmp (file, "-") == 0;
}

static gboolean
complain (const char *file, const GError *error, ToriExit *exit)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *message
      /* Translators: stands in place of a file's name in a message. */
      = tori_storage_error_describe (error, is_stream (file) ? _ ("standard input") : name);

  tori_command_complain ("%s", message);
  *exit = TORI_EXIT_FILE;

  return FALSE;
}

/* Everything that comes, up to what a plan may be. */
static GBytes *
read_stream (GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 buffer[64 * 1024];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0 && all->len <= TORI_JSON_MAX_SIZE)
    g_byte_array_append (all, buffer, (guint) n);
  if (ferror (stdin))
    {
      g_propagate_error (error, tori_storage_error_new_for_file (TORI_STORAGE_ERROR_READ_FAILED, NULL));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/**
 * tori_plan_file_read:
 * @file: the path of a plan, or “-”
 * @plan: (out) (transfer full): the plan
 * @exit: (out): how to end when it cannot be read
 *
 * Reads a plan, or complains.
 *
 * Returns: whether there is a plan
 */
gboolean
tori_plan_file_read (const char *file, ToriPlan **plan, ToriExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ToriDigest digest;

  bytes = is_stream (file) ? read_stream (&error) : tori_safe_file_load (file, &digest, &error);
  if (bytes != NULL)
    *plan = tori_codec_decode_bytes (bytes, &error);

  return error == NULL || complain (file, error, exit);
}

/* What is to be said although the file is written. */
static void
look_at_report (const char *file, const ToriSaveReport *report, ToriExit *exit)
{
  if (report->kept_path != NULL)
    {
      /* Translators: two names of files: the one just written, and the other one's. */
      tori_command_complain (
          _ ("%s: written, but somebody else saved it in the same moment. Their content is kept in "
             "%s; compare the two."),
          file, report->kept_path);
      *exit = TORI_EXIT_LOOK;
    }
  if (!report->is_confirmed)
    {
      tori_command_complain (
          _ ("%s: written, but the drive or the server has not confirmed it. Look whether it is there "
             "before you switch off."),
          file);
      *exit = TORI_EXIT_LOOK;
    }
}

/**
 * tori_plan_file_write:
 * @file: the path of the result, or “-”
 * @bytes: the result
 * @exit: (inout): how to end when it cannot be written, or when there is something to look at
 *
 * Writes a result over what is there, or complains; then the file is as it was.
 *
 * Returns: whether it is written
 */
gboolean
tori_plan_file_write (const char *file, GBytes *bytes, ToriExit *exit)
{
  g_autoptr (GError) error = NULL;
  ToriSaveReport report = { 0 };

  if (is_stream (file))
    {
      tori_command_print_bytes (bytes);
      return TRUE;
    }

  if (!tori_safe_file_replace (file, bytes, &report, &error))
    return complain (file, error, exit);
  look_at_report (file, &report, exit);
  tori_save_report_clear (&report);

  return TRUE;
}

/**
 * tori_plan_file_keep:
 * @file: the path of a plan that is about to be written, or “-”
 * @exit: (out): how to end when its content cannot be kept
 *
 * Copies a plan to a file of the same name with ~ behind it, or complains.
 *
 * Returns: whether that is done, or there is nothing to be kept
 */
gboolean
tori_plan_file_keep (const char *file, ToriExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *backup = g_strconcat (file, "~", NULL);
  ToriDigest digest;

  if (is_stream (file))
    return TRUE;
  bytes = tori_safe_file_load (file, &digest, &error);
  return bytes == NULL ? complain (file, error, exit) : tori_plan_file_write (backup, bytes, exit);
}
