/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-versions.h"

#include <errno.h>
#include <string.h>

#include "storage/tori-file-bytes.h"
#include "storage/tori-file-calls.h"

/*
 * What a plan's file held before it was saved over, in the state folder: a folder for each plan, in it a file
 * TIME-DIGEST.torikumi for each content, and one that names the plan's own file. The last ten are kept, and
 * of those before one a day for thirty days; all plans together take 200 MB at most.
 */

#define N_LAST 10
#define N_DAYS 30
#define MAX_SIZE (G_GINT64_CONSTANT (200) * 1000 * 1000)
#define SECONDS_A_DAY (24 * 60 * 60)
#define PLACE "place"
#define ENDING ".torikumi"
#define DIGEST_LENGTH 64

void
tori_version_free (ToriVersion *self)
{
  g_free (self->path);
  g_free (self);
}

static char *
dup_top (void)
{
  return g_build_filename (g_get_user_state_dir (), "torikumi", "versions", NULL);
}

static char *
dup_folder (const char *plan_id)
{
  g_autofree char *top = dup_top ();
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, plan_id, -1);

  return g_build_filename (top, name, NULL);
}

/* --- Looking --- */

/* NULL for a file that is none of ours. */
static ToriVersion *
look_at (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *dash = strchr (name, '-');
  g_autofree char *number = dash == NULL ? NULL : g_strndup (name, (gsize) (dash - name));
  ToriVersion *version;
  struct stat info;
  guint64 time;

  if (number == NULL || strlen (dash) != 1 + DIGEST_LENGTH + strlen (ENDING)
      || !g_str_has_suffix (name, ENDING)
      || !g_ascii_string_to_unsigned (number, 10, 0, G_MAXINT64, &time, NULL)
      || tori_file_calls.lstat (path, &info) != 0 || !S_ISREG (info.st_mode))
    return NULL;
  version = g_new0 (ToriVersion, 1);
  version->path = g_steal_pointer (&path);
  version->time = (gint64) time;
  version->size = info.st_size;
  return version;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const ToriVersion *one = *(ToriVersion *const *) a, *other = *(ToriVersion *const *) b;

  return one->time != other->time ? (one->time > other->time ? -1 : 1) : strcmp (one->path, other->path);
}

static void
list_folder (GPtrArray *versions, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      ToriVersion *version = look_at (folder, name);

      if (version != NULL)
        g_ptr_array_add (versions, version);
    }
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tori_version_free);
}

/**
 * tori_versions_list:
 * @plan_id: a plan's id
 *
 * Returns: (transfer full) (element-type ToriVersion): what its file once held, the latest first
 */
GPtrArray *
tori_versions_list (const char *plan_id)
{
  GPtrArray *versions = new_list ();
  g_autofree char *folder = NULL;

  g_return_val_if_fail (plan_id != NULL, versions);

  folder = dup_folder (plan_id);
  list_folder (versions, folder);
  g_ptr_array_sort (versions, compare_times);
  return versions;
}

/**
 * tori_versions_list_of_file:
 * @uri: a file's URI
 *
 * For a file that cannot be read any more, so that nobody knows which plan was in it.
 *
 * Returns: (transfer full) (element-type ToriVersion): what it once held, the latest first
 */
GPtrArray *
tori_versions_list_of_file (const char *uri)
{
  GPtrArray *versions = new_list ();
  g_autofree char *top = dup_top ();
  g_autoptr (GDir) dir = g_dir_open (top, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (top, name, NULL);
      g_autofree char *path = g_build_filename (folder, PLACE, NULL);
      g_autofree char *place = NULL;

      if (g_file_get_contents (path, &place, NULL, NULL) && g_str_equal (place, uri))
        list_folder (versions, folder);
    }
  g_ptr_array_sort (versions, compare_times);
  return versions;
}

/**
 * tori_versions_find:
 * @plan_id: a plan's id
 * @digest: of what its file once held
 *
 * Returns: (transfer full) (nullable): the bytes, if they are kept and whole
 */
GBytes *
tori_versions_find (const char *plan_id, const ToriDigest *digest)
{
  g_autoptr (GPtrArray) versions = tori_versions_list (plan_id);
  g_autofree char *hash = tori_digest_to_string (digest);

  for (guint i = 0; i < versions->len; i++)
    {
      const ToriVersion *version = versions->pdata[i];
      g_autoptr (GBytes) bytes = NULL;
      ToriDigest found;

      if (strstr (version->path, hash) != NULL)
        bytes = tori_safe_file_load (version->path, &found, NULL);
      if (bytes != NULL && tori_digest_equal (&found, digest))
        return g_steal_pointer (&bytes);
    }
  return NULL;
}

/* --- Making room --- */

static gint64
get_day (const ToriVersion *version)
{
  const gint64 seconds = version->time / G_USEC_PER_SEC;
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (seconds);

  return (seconds + (local == NULL ? 0 : g_date_time_get_utc_offset (local) / G_TIME_SPAN_SECOND))
         / SECONDS_A_DAY;
}

/* One plan's: behind the last ten the latest of each day, for thirty days. */
static void
thin_out (const char *folder, gint64 now)
{
  g_autoptr (GPtrArray) versions = new_list ();
  gint64 day = G_MAXINT64;

  list_folder (versions, folder);
  g_ptr_array_sort (versions, compare_times);
  for (guint i = 0; i < versions->len; i++)
    {
      const ToriVersion *version = versions->pdata[i];

      if (i >= N_LAST && (get_day (version) == day || version->time < now - N_DAYS * G_TIME_SPAN_DAY))
        tori_file_calls.unlink (version->path);
      day = get_day (version);
    }
}

/* All plans' together: the oldest go first. */
static void
limit_size (void)
{
  g_autoptr (GPtrArray) versions = new_list ();
  g_autofree char *top = dup_top ();
  g_autoptr (GDir) dir = g_dir_open (top, 0, NULL);
  const char *name;
  gint64 size = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (top, name, NULL);

      list_folder (versions, folder);
    }
  g_ptr_array_sort (versions, compare_times);
  for (guint i = 0; i < versions->len; i++)
    {
      const ToriVersion *version = versions->pdata[i];

      size += version->size;
      if (size > MAX_SIZE)
        tori_file_calls.unlink (version->path);
    }
}

/* --- Keeping --- */

/**
 * tori_versions_keep:
 * @plan_id: a plan's id
 * @uri: where its file is
 * @time: when that file was saved, in microseconds since 1970
 * @bytes: what it held
 * @digest: of the bytes
 * @error: return location of an error in #TORI_STORAGE_ERROR
 *
 * Keeps what has been saved over, and makes room for it. It blocks: call it in a thread.
 *
 * Returns: whether it is kept
 */
gboolean
tori_versions_keep (const char *plan_id,
                    const char *uri,
                    gint64 time,
                    GBytes *bytes,
                    const ToriDigest *digest,
                    GError **error)
{
  g_autofree char *folder = dup_folder (plan_id);
  g_autofree char *hash = tori_digest_to_string (digest);
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT "-%s" ENDING, time, hash);
  g_autoptr (GBytes) place = g_bytes_new (uri, strlen (uri));
  int problem = tori_file_calls.mkdir (folder, 0700) == 0 ? 0 : errno;

  if (problem == 0)
    problem = tori_file_put (folder, name, bytes);
  if (problem == 0)
    problem = tori_file_put (folder, PLACE, place);
  if (problem == 0)
    {
      thin_out (folder, g_get_real_time ());
      limit_size ();
      return TRUE;
    }
  g_propagate_error (error, tori_storage_error_new_for_file (
                                tori_file_error_from_errno (problem, TORI_STORAGE_ERROR_WRITE_FAILED), NULL));
  return FALSE;
}
