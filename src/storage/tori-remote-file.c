/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-remote-file.h"

#include "storage/tori-file-bytes.h"
#include "storage/tori-file-calls.h"
#include "storage/tori-json-reader.h"

/* Files that have no path but only an address, such as those of a server that was opened in the file manager.
 * There we have nothing but GIO's stream of replacing; written by hand, for g_file_replace_contents () closes
 * the stream after an error too, and so puts a cut file in the place of the good one. */

static void
set_error (GError **error, ToriStorageError code)
{
  g_propagate_error (error, tori_storage_error_new_for_file (code, NULL));
}

/* Takes @problem; what it says better in our words, we say in ours. */
static void
take_error (GError **error, GError *problem)
{
  static const struct
  {
    GIOErrorEnum theirs;
    ToriStorageError ours;
  } same[] = {
    { G_IO_ERROR_NOT_FOUND, TORI_STORAGE_ERROR_NOT_FOUND },
    { G_IO_ERROR_IS_DIRECTORY, TORI_STORAGE_ERROR_IS_FOLDER },
    { G_IO_ERROR_NOT_REGULAR_FILE, TORI_STORAGE_ERROR_NOT_REGULAR },
    { G_IO_ERROR_PERMISSION_DENIED, TORI_STORAGE_ERROR_NO_PERMISSION },
    { G_IO_ERROR_NO_SPACE, TORI_STORAGE_ERROR_NO_SPACE },
    { G_IO_ERROR_READ_ONLY, TORI_STORAGE_ERROR_READ_ONLY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (g_error_matches (problem, G_IO_ERROR, (int) same[i].theirs))
      {
        g_error_free (problem);
        set_error (error, same[i].ours);
        return;
      }
  g_propagate_error (error, problem);
}

/**
 * tori_remote_file_load:
 * @file: a file without a path
 * @digest: (out): by which the file is known again when it is saved
 * @cancellable: (nullable): to stop it
 * @error: return location of an error in #TORI_STORAGE_ERROR or in #G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
tori_remote_file_load (GFile *file, ToriDigest *digest, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (64 * 1024);
  GError *problem = NULL;
  GBytes *bytes;
  gssize n = -1;

  stream = g_file_read (file, cancellable, &problem);
  while (stream
         && (n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 64 * 1024, cancellable, &problem)) > 0)
    {
      g_byte_array_append (all, buffer, (guint) n);
      if (all->len > TORI_JSON_MAX_SIZE)
        {
          set_error (error, TORI_STORAGE_ERROR_TOO_LARGE);
          return NULL;
        }
    }
  if (n < 0)
    {
      take_error (error, problem);
      return NULL;
    }

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));
  tori_digest_of_bytes (bytes, digest);
  return bytes;
}

/* Looks at what is there; gives it when there is something and it is what we know. */
static gboolean
check_unchanged (GFile *file, const ToriDigest *expected, GBytes **old, GError **error)
{
  g_autoptr (GError) problem = NULL;
  ToriDigest found;
  g_autoptr (GBytes) bytes = tori_remote_file_load (file, &found, NULL, &problem);
  const gboolean is_missing = g_error_matches (problem, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NOT_FOUND);

  if (is_missing && !expected)
    return TRUE;
  if (is_missing)
    set_error (error, TORI_STORAGE_ERROR_GONE);
  else if (!bytes)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (!expected)
    set_error (error, TORI_STORAGE_ERROR_EXISTS);
  else if (!tori_digest_equal (&found, expected))
    set_error (error, TORI_STORAGE_ERROR_CONFLICT);
  else
    *old = g_steal_pointer (&bytes);
  return *old != NULL;
}

/* Only a stream that is closed with a cancelled cancellable throws away what was written. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

/* Writes to the end and closes; from the closing on, the file may be another. */
static gboolean
write_stream (GFile *file, GBytes *bytes, gboolean *is_closed, GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (!stream)
    return FALSE;
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, NULL, error)
      || !g_output_stream_flush (G_OUTPUT_STREAM (stream), NULL, error))
    {
      abandon (G_OUTPUT_STREAM (stream));
      return FALSE;
    }
  *is_closed = TRUE;
  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/* Writes the new content and looks what the server made of it. */
static gboolean
replace (
    GFile *file, GBytes *bytes, GBytes *old, gboolean *is_damaged, ToriSaveReport *report, GError **error)
{
  GError *problem = NULL;
  gboolean is_closed = FALSE;
  const gboolean is_written = write_stream (file, bytes, &is_closed, &problem);
  g_autoptr (GBytes) back = NULL;
  ToriDigest found;

  if (is_closed)
    back = tori_remote_file_load (file, &found, NULL, NULL);
  report->is_confirmed = back && g_bytes_equal (back, bytes);
  if (report->is_confirmed || (is_written && !back))
    {
      g_clear_error (&problem);
      return TRUE;
    }

  *is_damaged = is_closed && old && (!back || !g_bytes_equal (back, old));
  if (problem)
    take_error (error, problem);
  else
    set_error (error, TORI_STORAGE_ERROR_WRITE_FAILED);
  return FALSE;
}

/**
 * tori_remote_file_save:
 * @file: a file without a path
 * @bytes: its new content
 * @expected: (nullable): what it is known to hold; NULL when there must be no such file
 * @report: (out caller-allocates): as in tori_safe_file_save ()
 * @error: return location of an error in #TORI_STORAGE_ERROR or in #G_IO_ERROR
 *
 * As tori_safe_file_save (), as far as a file without a path allows: somebody else's save in the very moment
 * cannot be seen. How the server replaces a file is not known, so a whole copy of the old content is kept
 * until the new one has been read back.
 *
 * Returns: TRUE when the new content is in its place; FALSE when the file is as it was before, or, for
 *   %TORI_STORAGE_ERROR_DAMAGED alone, is damaged with a whole copy elsewhere
 */
gboolean
tori_remote_file_save (
    GFile *file, GBytes *bytes, const ToriDigest *expected, ToriSaveReport *report, GError **error)
{
  g_autoptr (GBytes) old = NULL;
  g_autofree char *copy = NULL;
  gboolean is_damaged = FALSE, is_done = FALSE;
  int problem = 0;

  *report = (ToriSaveReport){ 0 };
  tori_digest_of_bytes (bytes, &report->digest);
  if (!check_unchanged (file, expected, &old, error))
    return FALSE;

  if (old)
    problem = tori_file_write_copy ("plan", old, &copy);
  if (problem == 0)
    is_done = replace (file, bytes, old, &is_damaged, report, error);
  else
    set_error (error, tori_file_error_from_errno (problem, TORI_STORAGE_ERROR_WRITE_FAILED));

  if (is_damaged)
    {
      g_clear_error (error);
      g_propagate_error (error, tori_storage_error_new_for_file (TORI_STORAGE_ERROR_DAMAGED, copy));
    }
  else if (copy)
    tori_file_calls.unlink (copy);
  return is_done;
}
