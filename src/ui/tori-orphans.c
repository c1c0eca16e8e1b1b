/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-orphans.h"

#include <glib/gi18n.h>

#include "merge/tori-diff.h"
#include "storage/tori-codec.h"

/* What was being edited when the program died: found, read and compared with its files in a thread, since a
 * shared folder may be slow. */

void
tori_orphan_free (ToriOrphan *self)
{
  g_object_unref (self->copies);
  g_free (self->title);
  g_free (self->place);
  g_free (self->differs);
  g_free (self->time);
  g_free (self);
}

/* What the file holds now; NULL when it cannot be read, for whatever reason. */
static GBytes *
read_saved (const ToriRecoveryAbout *about)
{
  g_autoptr (GFile) file = about->uri == NULL ? NULL : g_file_new_for_uri (about->uri);
  const char *path = file == NULL ? NULL : g_file_peek_path (file);
  ToriDigest digest;

  return path == NULL ? NULL : tori_safe_file_load (path, &digest, NULL);
}

static guint
count_initiatives (GPtrArray *changes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      ToriInitiative *initiative = tori_change_get_initiative (changes->pdata[i]);

      if (initiative != NULL)
        g_hash_table_add (seen, (gpointer) tori_record_get_id (TORI_RECORD (initiative)));
    }
  return g_hash_table_size (seen);
}

static char *
describe_difference (ToriPlan *saved, ToriPlan *kept)
{
  g_autoptr (GPtrArray) changes = tori_diff (saved, kept);
  const guint n = count_initiatives (changes);

  if (n == 0)
    return g_strdup (_ ("Changes in the settings of the plan"));
  /* Translators: what differs between the saved file and what was kept of it. */
  return g_strdup_printf (ngettext ("Changes in %u initiative", "Changes in %u initiatives", n), n);
}

static char *
describe_place (const ToriRecoveryAbout *about)
{
  g_autoptr (GFile) file = about->uri == NULL ? NULL : g_file_new_for_uri (about->uri);

  return file == NULL ? NULL : g_file_get_parse_name (file);
}

static char *
describe_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time == NULL ? g_strdup ("") : g_date_time_format (time, "%x %R");
}

/* NULL for one in which nothing is to be had that the file has not; it is dropped. */
static ToriOrphan *
look_at (ToriRecovery *copies)
{
  ToriRecoveryAbout about;
  g_autoptr (GBytes) bytes = tori_recovery_read (copies, &about);
  g_autoptr (ToriPlan) kept = bytes == NULL ? NULL : tori_codec_decode_bytes (bytes, NULL);
  g_autoptr (GBytes) saved_bytes = read_saved (&about);
  g_autoptr (ToriPlan) saved = saved_bytes == NULL ? NULL : tori_codec_decode_bytes (saved_bytes, NULL);
  ToriOrphan *orphan = NULL;

  if (kept != NULL && saved_bytes != NULL && g_bytes_equal (saved_bytes, bytes))
    tori_recovery_drop (copies);
  else if (kept != NULL)
    {
      orphan = g_new0 (ToriOrphan, 1);
      orphan->copies = g_object_ref (copies);
      orphan->title = g_strdup (tori_plan_get_title (kept));
      orphan->place = describe_place (&about);
      orphan->time = describe_time (about.time);
      if (about.uri == NULL)
        orphan->differs = g_strdup (_ ("Never saved"));
      else if (saved == NULL)
        orphan->differs = g_strdup (_ ("The file cannot be read at the moment"));
      else
        orphan->differs = describe_difference (saved, kept);
    }
  tori_recovery_about_clear (&about);
  return orphan;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) copies = tori_recovery_list_orphans ();
  GPtrArray *orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) tori_orphan_free);

  for (guint i = 0; i < copies->len; i++)
    {
      ToriOrphan *orphan = look_at (copies->pdata[i]);

      if (orphan != NULL)
        g_ptr_array_add (orphans, orphan);
    }
  g_task_return_pointer (task, orphans, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * tori_orphans_list_async:
 * @callback: called when they are found
 * @user_data: for @callback
 *
 * Looks for plans whose editor has died.
 */
void
tori_orphans_list_async (GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, tori_orphans_list_async);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * tori_orphans_list_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (element-type ToriOrphan): the plans; whoever has them here has them alone
 */
GPtrArray *
tori_orphans_list_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
