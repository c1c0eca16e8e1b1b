/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "storage/tori-file-bytes.h"
#include "storage/tori-file-calls.h"
#include "storage/tori-session.h"

/*
 * A copy of a plan that is being edited, in the state folder, for when the program or the computer dies. The
 * copy is the whole plan, in two slots in turn, so that one of them is whole at every moment; each has a line
 * before the plan that says what it is and by which it is found to be whole.
 *
 * Whoever edits has a session beside them, by which it is known whether he is still there.
 *
 * The copies can be written in threads, one after the other.
 */
struct _ToriRecovery
{
  GObject parent_instance;

  GMutex mutex;
  ToriSession *session; /* whose id names the files; NULL until there is something to keep */
  guint64 sequence;
  gboolean is_left; /* for the next start */
};

G_DEFINE_FINAL_TYPE (ToriRecovery, tori_recovery, G_TYPE_OBJECT)

#define MAGIC "torikumi-recovery"
#define VERSION_WORD "1"
#define MAX_HEADER (64 * 1024)
#define MAX_ID 1000         /* bytes of a plan's id that are kept */
#define STALE_AGE (60 * 60) /* seconds after which half a file is nobody's any more */

static const char *const slot_names[] = { "a", "b" };

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "torikumi", "recovery", NULL);
}

static char *
dup_path (ToriRecovery *self, const char *ending)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *name = g_strconcat (tori_session_get_id (self->session), ".", ending, NULL);

  return g_build_filename (folder, name, NULL);
}

void
tori_recovery_about_clear (ToriRecoveryAbout *about)
{
  g_clear_pointer (&about->plan_id, g_free);
  g_clear_pointer (&about->uri, g_free);
}

/* --- A slot --- */

static gboolean
read_digest (const char *text, ToriDigest *digest)
{
  if (strlen (text) != 2 * sizeof digest->bytes)
    return FALSE;
  for (guint i = 0; i < sizeof digest->bytes; i++)
    {
      const int high = g_ascii_xdigit_value (text[2 * i]), low = g_ascii_xdigit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      digest->bytes[i] = (guint8) (high << 4 | low);
    }
  return TRUE;
}

/* Of all that a slot holds but the digest itself. */
static void
digest_slot (const char *words, gsize length, GBytes *plan, ToriDigest *digest)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size, digest_size = sizeof digest->bytes;
  const guchar *data = g_bytes_get_data (plan, &size);

  g_checksum_update (checksum, (const guchar *) words, (gssize) length);
  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, digest->bytes, &digest_size);
  g_checksum_free (checksum);
}

/* No word of it holds a blank. */
static GBytes *
make_slot (ToriRecovery *self, const ToriRecoveryAbout *about, GBytes *plan)
{
  gsize size;
  const char *data = g_bytes_get_data (plan, &size);
  ToriDigest digest;
  g_autofree char *hash = NULL;
  g_autofree char *base = about->has_base ? tori_digest_to_string (&about->base) : g_strdup ("-");
  g_autofree char *id =
      g_uri_escape_bytes ((const guint8 *) about->plan_id, MIN (strlen (about->plan_id), MAX_ID), NULL);
  GString *slot = g_string_sized_new (size + 512);

  g_string_append_printf (slot,
                          MAGIC " " VERSION_WORD " %s =%s %s %s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT
                                " %" G_GSIZE_FORMAT " ",
                          tori_session_get_id (self->session), id, about->uri == NULL ? "-" : about->uri,
                          base, self->sequence, about->time, size);
  digest_slot (slot->str, slot->len, plan, &digest);
  hash = tori_digest_to_string (&digest);
  g_string_append_printf (slot, "%s\n", hash);
  g_string_append_len (slot, data, (gssize) size);
  return g_string_free_to_bytes (slot);
}

static gboolean
parse_words (char **words, ToriRecoveryAbout *about, guint64 *sequence, guint64 *length, ToriDigest *digest)
{
  guint64 seconds;

  if (g_strv_length (words) != 10 || !g_str_equal (words[0], MAGIC) || !g_str_equal (words[1], VERSION_WORD)
      || *words[3] != '=' || !g_ascii_string_to_unsigned (words[6], 10, 0, G_MAXUINT64, sequence, NULL)
      || !g_ascii_string_to_unsigned (words[7], 10, 0, G_MAXINT64 / 1000000, &seconds, NULL)
      || !g_ascii_string_to_unsigned (words[8], 10, 0, G_MAXUINT64, length, NULL)
      || !read_digest (words[9], digest))
    return FALSE;
  about->has_base = !g_str_equal (words[5], "-");
  if (about->has_base && !read_digest (words[5], &about->base))
    return FALSE;
  about->time = (gint64) seconds;
  about->plan_id = g_uri_unescape_string (words[3] + 1, NULL);
  about->uri = g_str_equal (words[4], "-") ? NULL : g_strdup (words[4]);
  return about->plan_id != NULL;
}

/**
 * tori_recovery_parse:
 * @slot: what a slot holds
 * @about: (out caller-allocates): what is known of the plan
 * @sequence: (out): of two slots the later one has the higher number
 * @plan: (out) (transfer full): the plan's bytes
 *
 * Returns: whether the slot is whole
 */
gboolean
tori_recovery_parse (GBytes *slot, ToriRecoveryAbout *about, guint64 *sequence, GBytes **plan)
{
  gsize size;
  const char *data = g_bytes_get_data (slot, &size);
  const char *end = size == 0 ? NULL : memchr (data, '\n', MIN (size, MAX_HEADER));
  g_autofree char *line = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GBytes) body = NULL;
  ToriDigest digest, found;
  guint64 length;
  gboolean ok;

  *about = (ToriRecoveryAbout){ 0 };
  if (end == NULL || memchr (data, '\0', (gsize) (end - data)) != NULL)
    return FALSE;
  line = g_strndup (data, (gsize) (end - data));
  words = g_strsplit (line, " ", -1);
  ok = parse_words (words, about, sequence, &length, &digest);
  if (ok)
    {
      body = g_bytes_new_from_bytes (slot, (gsize) (end + 1 - data), size - (gsize) (end + 1 - data));
      digest_slot (line, strlen (line) - strlen (words[9]), body, &found);
      ok = g_bytes_get_size (body) == length && tori_digest_equal (&digest, &found);
    }
  if (ok)
    *plan = g_steal_pointer (&body);
  else
    tori_recovery_about_clear (about);
  return ok;
}

static GBytes *
read_file (const char *path)
{
  GBytes *bytes = NULL;
  struct stat info;
  int fd;

  if (tori_file_open_regular (path, O_RDONLY, &fd, &info) != 0)
    return NULL;
  if (tori_file_read_all (fd, (gsize) info.st_size, &bytes) != 0)
    bytes = NULL;
  tori_file_calls.close (fd);
  return bytes;
}

/* --- A session --- */

static int
make_folder (char **folder)
{
  *folder = dup_folder ();
  return tori_file_calls.mkdir (*folder, 0700) == 0 ? 0 : errno;
}

static int
write_slot (ToriRecovery *self, const char *folder, GBytes *slot)
{
  const char *ending = slot_names[self->sequence % G_N_ELEMENTS (slot_names)];
  g_autofree char *path = dup_path (self, ending);
  g_autofree char *name = g_path_get_basename (path);
  const int problem = tori_file_put (folder, name, slot);

  return problem == 0 ? tori_file_sync_folder (folder) : problem;
}

/**
 * tori_recovery_write:
 * @self: a recovery
 * @about: what is known of the plan
 * @plan: its bytes
 * @error: return location of an error in #TORI_STORAGE_ERROR
 *
 * Keeps a copy of the plan as it is now; the one before stays until the next. It blocks: call it in a thread.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
tori_recovery_write (ToriRecovery *self, const ToriRecoveryAbout *about, GBytes *plan, GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (GBytes) slot = NULL;
  int problem;

  g_return_val_if_fail (TORI_IS_RECOVERY (self), FALSE);

  g_mutex_lock (&self->mutex);
  problem = make_folder (&folder);
  if (problem == 0 && self->session == NULL)
    problem = tori_session_begin (folder, &self->session);
  if (problem == 0)
    {
      self->sequence++;
      slot = make_slot (self, about, plan);
      problem = write_slot (self, folder, slot);
    }
  g_mutex_unlock (&self->mutex);
  if (problem != 0)
    g_propagate_error (error,
                       tori_storage_error_new_for_file (
                           tori_file_error_from_errno (problem, TORI_STORAGE_ERROR_WRITE_FAILED), NULL));
  return problem == 0;
}

/**
 * tori_recovery_read:
 * @self: a recovery
 * @about: (out caller-allocates): what is known of the plan; clear with tori_recovery_about_clear ()
 *
 * Returns: (transfer full) (nullable): the bytes of the latest copy that is whole
 */
GBytes *
tori_recovery_read (ToriRecovery *self, ToriRecoveryAbout *about)
{
  GBytes *latest = NULL;
  guint64 highest = 0;

  g_return_val_if_fail (TORI_IS_RECOVERY (self), NULL);

  *about = (ToriRecoveryAbout){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (slot_names) && self->session != NULL; i++)
    {
      g_autofree char *path = dup_path (self, slot_names[i]);
      g_autoptr (GBytes) slot = read_file (path);
      g_autoptr (GBytes) plan = NULL;
      ToriRecoveryAbout here;
      guint64 sequence;

      if (slot == NULL || !tori_recovery_parse (slot, &here, &sequence, &plan))
        continue;
      if (latest != NULL && sequence < highest)
        {
          tori_recovery_about_clear (&here);
          continue;
        }
      g_clear_pointer (&latest, g_bytes_unref);
      tori_recovery_about_clear (about);
      *about = here;
      latest = g_steal_pointer (&plan);
      highest = sequence;
    }
  self->sequence = MAX (self->sequence, highest);
  return latest;
}

/* Not through the session's lock, so that a copy that cannot be removed is offered again, not lost. */
static void
remove_slots (ToriRecovery *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (slot_names); i++)
    {
      g_autofree char *path = dup_path (self, slot_names[i]);

      tori_file_calls.unlink (path);
    }
}

/**
 * tori_recovery_drop:
 * @self: a recovery
 *
 * Removes the copies: the plan has been saved, or there is nothing to lose with it any more.
 */
void
tori_recovery_drop (ToriRecovery *self)
{
  g_return_if_fail (TORI_IS_RECOVERY (self));

  g_mutex_lock (&self->mutex);
  if (self->session != NULL)
    remove_slots (self);
  g_mutex_unlock (&self->mutex);
}

/**
 * tori_recovery_leave:
 * @self: a recovery
 *
 * Leaves the copies to whoever comes next.
 */
void
tori_recovery_leave (ToriRecovery *self)
{
  g_return_if_fail (TORI_IS_RECOVERY (self));

  self->is_left = TRUE;
}

/**
 * tori_recovery_take_over:
 * @self: a recovery that was left
 *
 * Makes the copies those of somebody again: they go with the recovery.
 */
void
tori_recovery_take_over (ToriRecovery *self)
{
  g_return_if_fail (TORI_IS_RECOVERY (self));

  self->is_left = FALSE;
}

static void
tori_recovery_finalize (GObject *object)
{
  ToriRecovery *self = TORI_RECOVERY (object);

  if (self->session != NULL && !self->is_left)
    {
      remove_slots (self);
      tori_session_end (self->session);
    }
  else if (self->session != NULL)
    tori_session_leave (self->session);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (tori_recovery_parent_class)->finalize (object);
}

static void
tori_recovery_class_init (ToriRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_recovery_finalize;
}

static void
tori_recovery_init (ToriRecovery *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * tori_recovery_new:
 *
 * Returns: (transfer full): a recovery that keeps nothing yet; with it go its copies, unless they are left
 */
ToriRecovery *
tori_recovery_new (void)
{
  return g_object_new (TORI_TYPE_RECOVERY, NULL);
}

/* --- What is left --- */

/* What was being written when somebody died. */
static void
remove_half_written (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat info;

      if (*name == '.' && tori_file_calls.lstat (path, &info) == 0 && S_ISREG (info.st_mode)
          && info.st_mtime < g_get_real_time () / G_USEC_PER_SEC - STALE_AGE)
        tori_file_calls.unlink (path);
    }
}

static gboolean
has_slot (ToriRecovery *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (slot_names); i++)
    {
      g_autofree char *path = dup_path (self, slot_names[i]);
      struct stat info;

      if (tori_file_calls.lstat (path, &info) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tori_recovery_list_orphans:
 *
 * Looks for copies that nobody edits any more. Whoever gets them here holds them: nobody else is offered the
 * same ones meanwhile.
 *
 * Returns: (transfer full) (element-type ToriRecovery): those with a copy that is whole
 */
GPtrArray *
tori_recovery_list_orphans (void)
{
  GPtrArray *orphans = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folder = dup_folder ();
  g_autoptr (GPtrArray) ids = tori_session_list (folder);

  remove_half_written (folder);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (ToriRecovery) orphan = tori_recovery_new ();
      g_autoptr (GBytes) plan = NULL;
      ToriRecoveryAbout about;

      orphan->session = tori_session_adopt (folder, ids->pdata[i]);
      if (orphan->session == NULL || !has_slot (orphan))
        continue; /* with an empty one goes its file */
      tori_recovery_leave (orphan);
      plan = tori_recovery_read (orphan, &about);
      tori_recovery_about_clear (&about);
      if (plan != NULL)
        g_ptr_array_add (orphans, g_steal_pointer (&orphan));
    }
  return orphans;
}
